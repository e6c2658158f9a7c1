import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../clock';
import { errorCode } from '../error-code';
import { KEY_BYTES, keyIdOf, open, seal } from './aead';
import { destroyFile, flushFolder } from './destroy-file';
import { EpochKeyMissing, type KeyRing } from './key-ring';
import type { MasterKeys, MasterWrapped } from './master-keys';

const epochFile = z.object({ v: z.literal(1), id: z.string(), createdAt: z.string(), wrapped: z.string() });
type EpochFile = z.infer<typeof epochFile>;

/** `e20261123-0a1b2c3d.json`, or a draft of it that a crash left: `.e20261123-0a1b2c3d.4711`. */
const FILE_NAME = /^(?:(e\d{8}-[0-9a-f]{8})\.json|\.(e\d{8}-[0-9a-f]{8})\.\d+)$/;

/**
 * A ring of files, one per epoch, each wrapped by the master key and readable by its owner alone (mode 0400). Every process
 * of an installation works on the same folder.
 */
export class FileKeyRing implements KeyRing, MasterWrapped {
  readonly what = 'epoch keys';
  private readonly opened = new Map<string, Buffer>();

  constructor(
    private readonly directory: string,
    private readonly masterKeys: MasterKeys,
    private readonly clock: Clock,
  ) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  async create(epochId: string): Promise<void> {
    const wrapped = this.masterKeys.wrap(boundTo(epochId), randomBytes(KEY_BYTES));
    this.write({ v: 1, id: epochId, createdAt: this.clock.now().toISOString(), wrapped });
  }

  async list(): Promise<readonly string[]> {
    return [...new Set(this.files().map(({ epochId }) => epochId))].sort();
  }

  async wrap(epochId: string, place: readonly string[], key: Buffer): Promise<string> {
    return seal(this.find(epochId), epochId, place, key);
  }

  async unwrap(epochId: string, place: readonly string[], wrapped: string): Promise<Buffer> {
    return open(this.find(epochId), epochId, place, wrapped);
  }

  async destroy(epochId: string): Promise<void> {
    this.forget(epochId);
    // Its name goes first: nobody must read a file that is half overwritten.
    if (existsSync(this.path(epochId))) renameSync(this.path(epochId), this.draft(epochId));
    for (const file of this.files().filter((one) => one.epochId === epochId)) destroyFile(file.path);
    flushFolder(this.directory);
  }

  forgetDestroyed(): void {
    for (const epochId of this.opened.keys()) if (!existsSync(this.path(epochId))) this.forget(epochId);
  }

  /** The master key that wraps each epoch's key. */
  async wrappedBy(): Promise<ReadonlyMap<string, string>> {
    const epochs = this.files().filter(({ path, epochId }) => path === this.path(epochId));
    return new Map(
      epochs.flatMap(({ epochId }) => {
        const wrapped = this.readIfThere(epochId)?.wrapped;
        return wrapped === undefined ? [] : [[epochId, keyIdOf(wrapped)] as const];
      }),
    );
  }

  /** Wraps an epoch's key under the active master key. Readers find the old file or the new one. */
  async rewrap(epochId: string): Promise<void> {
    const file = this.read(epochId);
    const key = this.masterKeys.unwrap(boundTo(epochId), file.wrapped);
    this.write({ ...file, wrapped: this.masterKeys.wrap(boundTo(epochId), key) });
  }

  /** The file is asked for each time, so that a key which another process destroyed is not used from memory. */
  private find(epochId: string): Buffer {
    const known = this.opened.get(epochId);
    if (known !== undefined && existsSync(this.path(epochId))) return known;
    this.forget(epochId);
    const key = this.masterKeys.unwrap(boundTo(epochId), this.read(epochId).wrapped);
    this.opened.set(epochId, key);
    return key;
  }

  private forget(epochId: string): void {
    this.opened.get(epochId)?.fill(0);
    this.opened.delete(epochId);
  }

  private files(): { epochId: string; path: string }[] {
    return readdirSync(this.directory).flatMap((name) => {
      const [, whole, draft] = FILE_NAME.exec(name) ?? [];
      const epochId = whole ?? draft;
      return epochId === undefined ? [] : [{ epochId, path: join(this.directory, name) }];
    });
  }

  private read(epochId: string): EpochFile {
    const file = FILE_NAME.test(`${epochId}.json`) ? this.readIfThere(epochId) : null;
    if (file === null) throw new EpochKeyMissing(epochId);
    return file;
  }

  private readIfThere(epochId: string): EpochFile | null {
    try {
      return epochFile.parse(JSON.parse(readFileSync(this.path(epochId), 'utf8')));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** Written whole and flushed before it takes its name, so that a crash leaves no half key behind. */
  private write(file: EpochFile): void {
    const draft = this.draft(file.id);
    writeFileSync(draft, JSON.stringify(file), { mode: 0o400, flush: true });
    chmodSync(draft, 0o400);
    renameSync(draft, this.path(file.id));
    flushFolder(this.directory);
  }

  private draft(epochId: string): string {
    return join(this.directory, `.${epochId}.${process.pid}`);
  }

  private path(epochId: string): string {
    return join(this.directory, `${epochId}.json`);
  }
}

const boundTo = (epochId: string): string[] => ['epoch', epochId];
