import { createHmac, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../clock';
import { errorCode } from '../error-code';
import { destroyFile, flushFolder, KEY_BYTES, keyIdOf, type MasterKeys, type MasterWrapped } from '../vault';
import { endOfMonth, monthOf } from './months';

const keyFile = z.object({ v: z.literal(1), id: z.string(), wrapped: z.string() });
type KeyFile = z.infer<typeof keyFile>;

/** `2026-11.json`, or a draft of it that a crash left: `.2026-11.4711`. */
const FILE_NAME = /^(?:(\d{4}-\d{2})\.json|\.(\d{4}-\d{2})\.\d+)$/;

/** The key under which the deletions of a month are remembered. */
export interface TombstoneKey {
  /** "2026-11-0a1b2c3d": the month, and which key of that month should an earlier one have been lost. */
  readonly id: string;
  /** When it is destroyed, and with it whatever the tombstones made with it could tell. */
  readonly endsAt: Date;
  digest(kind: string, id: string): Buffer;
}

/**
 * Random keys, one a month, that turn ids into tombstones: files wrapped by the master key and readable by their owner alone
 * (mode 0400), beside the ledger and outside every backup of the database. A restored database therefore finds the key by
 * which it is told what to delete again.
 */
export class TombstoneKeys implements MasterWrapped {
  readonly what = 'tombstone keys';
  private readonly opened = new Map<string, TombstoneKey>();

  constructor(
    private readonly directory: string,
    private readonly masterKeys: MasterKeys,
    private readonly clock: Clock,
  ) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  /**
   * This month's key, made when there is none: whoever is first decides. While the folder cannot be used, the one that is
   * in memory: nobody's request is refused for it.
   */
  current(): TombstoneKey {
    const month = monthOf(this.clock.now());
    if (!existsSync(this.path(month))) {
      const known = this.opened.get(month);
      try {
        this.make(month);
      } catch (error) {
        if (known === undefined) throw error;
        this.opened.set(month, known);
      }
    }
    return this.open(month);
  }

  /** Makes the next month's key, so that a month can begin while the folder cannot be used. */
  prepareNext(): void {
    const now = this.clock.now();
    const month = monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)));
    if (!existsSync(this.path(month))) this.make(month);
    this.open(month);
  }

  /** Every key that is not destroyed, the oldest first. @throws MasterKeyMissing, SealBroken. */
  all(): TombstoneKey[] {
    return this.months().map((month) => this.open(month));
  }

  /** Destroys the keys of months that nothing can come back from, and what a crash left of them. Answers those months. */
  destroyOver(): string[] {
    const names = this.names().flatMap((name) => {
      const [, whole, draft] = FILE_NAME.exec(name) ?? [];
      const month = whole ?? draft;
      return month === undefined || endOfMonth(month) > this.clock.now() ? [] : [{ name, month }];
    });
    for (const { name, month } of names) {
      this.opened.delete(month);
      destroyFile(join(this.directory, name));
    }
    if (names.length > 0) flushFolder(this.directory);
    return [...new Set(names.map(({ month }) => month))].sort();
  }

  async wrappedBy(): Promise<ReadonlyMap<string, string>> {
    return new Map(this.months().map((month) => [month, keyIdOf(this.read(month).wrapped)]));
  }

  /** Wraps a month's key under the active master key. Readers find the old file or the new one. */
  async rewrap(month: string): Promise<void> {
    const file = this.read(month);
    const key = this.masterKeys.unwrap(boundTo(file.id), file.wrapped);
    const draft = this.draft(month, { ...file, wrapped: this.masterKeys.wrap(boundTo(file.id), key) });
    renameSync(draft, this.path(month));
    flushFolder(this.directory);
  }

  private open(month: string): TombstoneKey {
    const file = this.opened.get(month);
    if (file !== undefined) return file;
    const { id, wrapped } = this.read(month);
    const key = this.masterKeys.unwrap(boundTo(id), wrapped);
    const opened: TombstoneKey = {
      id,
      endsAt: endOfMonth(month),
      digest: (kind, of) => createHmac('sha256', key).update(`tomb|${kind}|${of}`).digest(),
    };
    this.opened.set(month, opened);
    return opened;
  }

  /** Made whole beside its place, then linked: processes that need it at once agree on one. */
  private make(month: string): void {
    this.opened.delete(month);
    const id = `${month}-${randomBytes(4).toString('hex')}`;
    const wrapped = this.masterKeys.wrap(boundTo(id), randomBytes(KEY_BYTES));
    const draft = this.draft(month, { v: 1, id, wrapped });
    try {
      linkSync(draft, this.path(month));
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    flushFolder(this.directory);
  }

  /** The folder may have been taken away since the start: then it is an empty one. */
  private names(): string[] {
    mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    return readdirSync(this.directory);
  }

  private draft(month: string, file: KeyFile): string {
    mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    const draft = join(this.directory, `.${month}.${process.pid}`);
    writeFileSync(draft, JSON.stringify(file), { mode: 0o400, flush: true });
    chmodSync(draft, 0o400);
    return draft;
  }

  private months(): string[] {
    const months = this.names().flatMap((name) => FILE_NAME.exec(name)?.[1] ?? []);
    return months.sort();
  }

  private read(month: string): KeyFile {
    return keyFile.parse(JSON.parse(readFileSync(this.path(month), 'utf8')));
  }

  private path(month: string): string {
    return join(this.directory, `${month}.json`);
  }
}

/** The tombstone keys of an installation: a folder beside its ledger. */
export function tombstoneKeys(
  config: { readonly ledgerPath: string },
  masterKeys: MasterKeys,
  clock: Clock,
): TombstoneKeys {
  return new TombstoneKeys(join(config.ledgerPath, 'keys'), masterKeys, clock);
}

const boundTo = (id: string): string[] => ['tombstone', id];
