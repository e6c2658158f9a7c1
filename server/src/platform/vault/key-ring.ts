import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../clock';
import { KEY_BYTES } from './aead';
import type { MasterKeys } from './master-keys';

/** A key that wraps data keys for a while and is then destroyed, with everything it wrapped. */
export interface EpochKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Where epoch keys live: outside PostgreSQL, so that no heap page or backup of the database can bring one back. */
export interface KeyRing {
  /** The epoch that wraps new data keys. */
  current(): EpochKey;
  /** The epoch of that id. @throws EpochKeyMissing when its key was destroyed or never was here. */
  find(epochId: string): EpochKey;
}

/** The epoch key that wrapped a data key is not in the ring. */
export class EpochKeyMissing extends Error {
  constructor(epochId: string) {
    super(
      `epoch key ${epochId} is not in the key ring: it was destroyed, or KEYRING_DIR does not belong to this database`,
    );
    this.name = 'EpochKeyMissing';
  }
}

const epochFile = z.object({
  v: z.literal(1),
  id: z.string(),
  createdAt: z.string(),
  wrapped: z.string(),
});
const FILE_NAME = /^(e\d{8}-[0-9a-f]{8})\.json$/;

/** A ring of files, one per epoch, each wrapped by the master key and readable by its owner alone (mode 0400). */
export class FileKeyRing implements KeyRing {
  private readonly opened = new Map<string, EpochKey>();

  constructor(
    private readonly directory: string,
    private readonly masterKeys: MasterKeys,
    private readonly clock: Clock,
  ) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  current(): EpochKey {
    const newest = this.ids().at(-1);
    return newest === undefined ? this.create() : this.find(newest);
  }

  find(epochId: string): EpochKey {
    const known = this.opened.get(epochId);
    if (known !== undefined) return known;
    const epoch = { id: epochId, key: this.read(epochId) };
    this.opened.set(epochId, epoch);
    return epoch;
  }

  private ids(): string[] {
    return readdirSync(this.directory)
      .map((name) => FILE_NAME.exec(name)?.[1])
      .filter((id) => id !== undefined)
      .sort();
  }

  private read(epochId: string): Buffer {
    if (!this.ids().includes(epochId)) throw new EpochKeyMissing(epochId);
    const file = epochFile.parse(JSON.parse(readFileSync(this.path(epochId), 'utf8')));
    return this.masterKeys.unwrap(boundTo(epochId), file.wrapped);
  }

  /** Written whole and flushed before it takes its name, so that a crash leaves no half key behind. */
  private create(): EpochKey {
    const createdAt = this.clock.now().toISOString();
    const id = `e${createdAt.slice(0, 10).replaceAll('-', '')}-${randomBytes(4).toString('hex')}`;
    const key = randomBytes(KEY_BYTES);
    const wrapped = this.masterKeys.wrap(boundTo(id), key);
    const draft = join(this.directory, `.${id}.${process.pid}`);
    writeFileSync(draft, JSON.stringify({ v: 1, id, createdAt, wrapped }), {
      mode: 0o400,
      flush: true,
    });
    chmodSync(draft, 0o400);
    renameSync(draft, this.path(id));
    const epoch = { id, key };
    this.opened.set(id, epoch);
    return epoch;
  }

  private path(epochId: string): string {
    return join(this.directory, `${epochId}.json`);
  }
}

const boundTo = (epochId: string): string[] => ['epoch', epochId];
