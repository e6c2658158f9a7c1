import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { destroyFile, flushFolder } from '../vault';
import { type ChainEnd, GENESIS, type LedgerLine, type PlacedLine, readLine } from './line';
import { endOfMonth } from './months';

const forgotten = z.object({ seq: z.int().positive() });

const FILE_NAME = /^ledger-(\d{4}-\d{2})\.jsonl$/;
/** Beside the months: the number of the last line that was forgotten. It tells of nobody. */
const FORGOTTEN = 'forgotten.json';
const NEWLINE = 0x0a;

/** A line of the ledger was changed, taken out or put in, or the lines are another database's. */
export class LedgerBroken extends Error {
  constructor(what: string) {
    super(
      `LEDGER_PATH: the deletion ledger is not in order: ${what}. It remembers what must be deleted again after a restore, so ` +
        'the server does not run without it. If LEDGER_PATH belongs to this database, put back the ledger as it was; if the ' +
        'database was not restored from a backup, move the ledger-*.jsonl files away: they are written anew from the database.',
    );
    this.name = 'LedgerBroken';
  }
}

/**
 * The files of the ledger: one a month, in which every line holds the hash of the line before it, over the end of a month
 * as well. Lines are only added; a month's file goes as a whole. Mode 0600.
 */
export class LedgerFile {
  private tail: { readonly fingerprint: string; readonly end: ChainEnd } | null = null;

  constructor(private readonly directory: string) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  /**
   * Every whole line of the months that count, in order. What a crash left of a last line is not one.
   *
   * @throws LedgerBroken when the chain does not hold.
   */
  read(now: Date): PlacedLine[] {
    const lines: PlacedLine[] = [];
    for (const month of this.months().filter((one) => endOfMonth(one) > now)) {
      for (const text of this.texts(month)) {
        const line = readLine(text);
        if (line === null) throw new LedgerBroken(`a line of ledger-${month}.jsonl was changed`);
        const before = lines.at(-1) ?? (line.seq === 1 ? GENESIS : null);
        if (before !== null && (line.seq !== before.seq + 1 || !line.prev.equals(before.hash)))
          throw new LedgerBroken(
            `line ${line.seq} in ledger-${month}.jsonl does not follow the one before it`,
          );
        lines.push({ ...line, month });
      }
    }
    return lines;
  }

  /** Where the chain ends; null when there is no line. Reads the files only when they changed. */
  end(now: Date): ChainEnd | null {
    const fingerprint = this.fingerprint();
    if (this.tail?.fingerprint === fingerprint) return this.tail.end;
    const last = this.read(now).at(-1);
    if (last !== undefined) this.tail = { fingerprint, end: { seq: last.seq, hash: last.hash } };
    return last ?? null;
  }

  /** How many whole lines a month has, and the hash of the last of them; null when it was changed. */
  extent(month: string): { readonly count: number; readonly last: Buffer | null } {
    const texts = this.texts(month);
    return { count: texts.length, last: readLine(texts.at(-1) ?? '')?.hash ?? null };
  }

  /**
   * The number of the last line that is forgotten, because its month is over; 0 when none is. A database that does not know
   * it is older than anything that is remembered, also when nothing was deleted lately.
   */
  forgottenUpTo(now: Date): number {
    const over = this.months().filter((month) => endOfMonth(month) <= now);
    const numbers = over.map((month) => readLine(this.texts(month).at(-1) ?? '')?.seq ?? 0);
    return Math.max(this.noted(), ...numbers);
  }

  /** The newest month that has lines; null when there is none. */
  lastMonth(): string | null {
    return this.months().at(-1) ?? null;
  }

  /** Adds lines to a month's file and flushes it. A torn line at its end is cut off first. The caller holds the ledger. */
  append(month: string, lines: readonly LedgerLine[]): void {
    const last = lines.at(-1);
    if (last === undefined) return;
    const path = this.path(month);
    const file = openSync(path, 'a+', 0o600);
    try {
      const whole = wholeLength(readFileSync(path));
      if (whole < fstatSync(file).size) ftruncateSync(file, whole);
      const bytes = Buffer.from(lines.map(({ text }) => `${text}\n`).join(''));
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    flushFolder(this.directory);
    this.tail = { fingerprint: this.fingerprint(), end: { seq: last.seq, hash: last.hash } };
  }

  /** Destroys the files of months that nothing can come back from. Answers those months. */
  destroyOver(now: Date): string[] {
    const over = this.months().filter((month) => endOfMonth(month) <= now);
    // First how far they reached, then they: a crash in between leaves both.
    if (over.length > 0) this.noteForgotten(this.forgottenUpTo(now));
    for (const month of over) destroyFile(this.path(month));
    if (over.length > 0) flushFolder(this.directory);
    return over;
  }

  private noted(): number {
    const path = join(this.directory, FORGOTTEN);
    return existsSync(path) ? forgotten.parse(JSON.parse(readFileSync(path, 'utf8'))).seq : 0;
  }

  private noteForgotten(seq: number): void {
    const draft = join(this.directory, `.${FORGOTTEN}.${process.pid}`);
    writeFileSync(draft, JSON.stringify({ seq }), { mode: 0o600, flush: true });
    renameSync(draft, join(this.directory, FORGOTTEN));
    flushFolder(this.directory);
  }

  private texts(month: string): string[] {
    if (!this.months().includes(month)) return [];
    const bytes = readFileSync(this.path(month));
    const text = bytes.subarray(0, wholeLength(bytes)).toString('utf8');
    return text.split('\n').slice(0, -1);
  }

  private months(): string[] {
    // The folder may have been taken away since the start: then it is an empty one.
    mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    return readdirSync(this.directory)
      .flatMap((name) => FILE_NAME.exec(name)?.[1] ?? [])
      .sort();
  }

  private fingerprint(): string {
    return this.months()
      .map((month) => {
        const { ino, size, mtimeMs } = statSync(this.path(month));
        return `${month}:${ino}:${size}:${mtimeMs}`;
      })
      .join(' ');
  }

  private path(month: string): string {
    return join(this.directory, `ledger-${month}.jsonl`);
  }
}

const wholeLength = (bytes: Buffer): number => bytes.lastIndexOf(NEWLINE) + 1;
