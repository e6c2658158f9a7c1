import { type DataSource, type EntityManager, IsNull, MoreThan, Not } from 'typeorm';
import type { Clock } from '../clock';
import { ADVISORY_LOCKS } from '../database/advisory-locks';
import type { Log } from '../log';
import { LedgerAhead, LedgerTooYoung } from './ledger-ahead';
import { LedgerEntryRow } from './ledger-entry.entity';
import { LedgerBroken, type LedgerFile } from './ledger-file';
import { LedgerHeadRow } from './ledger-head.entity';
import {
  type ChainEnd,
  GENESIS,
  type LedgerContent,
  type LedgerLine,
  lineAfter,
  type PlacedLine,
  toMinute,
} from './line';
import { endOfMonth, monthOf } from './months';

const HEAD = 1;

export interface LedgerDependencies {
  readonly dataSource: DataSource;
  readonly file: LedgerFile;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The ledger of deletions: append-only files outside the database and its backups. Lines are written as rows by the
 * transaction that they tell of, and put into the files after it has committed.
 */
export class Ledger {
  constructor(private readonly deps: LedgerDependencies) {}

  /**
   * Compares files and database, and brings the one level that is behind for no bad reason: lines that a crash kept from being
   * noted are noted, lines that are missing at an end are written anew from the database, with a warning.
   *
   * Answers the lines that the database does not know: there are none, or the database was restored.
   *
   * @throws LedgerBroken when a line was changed, or when the files are not this database's.
   */
  async compare(): Promise<readonly PlacedLine[]> {
    return this.alone((tx) => this.level(tx));
  }

  /** `compare`, for a server that is about to start. @throws LedgerAhead, LedgerTooYoung, LedgerBroken. */
  async requireLevel(): Promise<void> {
    const unknown = await this.compare();
    if (unknown.length > 0) throw new LedgerAhead(unknown.length);
  }

  /**
   * Puts every line that waits into the ledger. Durable when it resolves; safe to repeat, to kill, and to run twice at once.
   *
   * @throws LedgerAhead, LedgerBroken when the ledger is not the one that this database knows.
   */
  async append(): Promise<void> {
    const { file, clock } = this.deps;
    const waits = { seq: IsNull() };
    // Most jobs come when another has just done it for them.
    if (!(await this.deps.dataSource.manager.existsBy(LedgerEntryRow, waits))) return;
    await this.alone(async (tx) => {
      let end = await headOf(tx);
      const inFile = file.end(clock.now());
      if (inFile === null ? end.seq > 0 : !sameEnd(inFile, end)) {
        const unknown = await this.level(tx);
        if (unknown.length > 0) throw new LedgerAhead(unknown.length);
        end = await headOf(tx);
      }
      const rows = (await tx.findBy(LedgerEntryRow, waits)).sort(inOrder);
      const month = [monthOf(clock.now()), file.lastMonth() ?? ''].sort().at(-1) ?? '';
      const lines = rows.map((row) => {
        const line = lineAfter(end, contentOf(row));
        end = line;
        return line;
      });
      file.append(month, lines);
      for (const line of lines) await note(tx, line, month);
      await setHead(tx, end);
    });
  }

  /** Notes a line that the database did not know, as part of the transaction that did what it says. */
  async adopt(
    tx: EntityManager,
    line: PlacedLine,
    about: Pick<LedgerEntryRow, 'requestId' | 'keyId' | 'leafIndex'>,
  ): Promise<void> {
    const { id, kind, body, at, seq } = line;
    if ((await headOf(tx)).seq + 1 !== seq) throw new Error(`line ${seq} of the ledger is not the next one`);
    const row = { id, kind, body, ...about, madeAt: new Date(at) };
    // It may have waited for the ledger when the backup was made.
    await tx.createQueryBuilder().insert().into(LedgerEntryRow).values(row).orIgnore().execute();
    await note(tx, line, line.month);
    await setHead(tx, line);
  }

  /** Destroys the files of months that nothing can come back from; their rows go by their own time. */
  async forget(): Promise<readonly string[]> {
    return this.alone(async () => this.deps.file.destroyOver(this.deps.clock.now()));
  }

  private async alone<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.deps.dataSource.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.ledger]);
      return work(tx);
    });
  }

  private async level(tx: EntityManager): Promise<readonly PlacedLine[]> {
    const { file, clock } = this.deps;
    const now = clock.now();
    const noted = await tx.find(LedgerEntryRow, {
      where: { seq: Not(IsNull()), expiresAt: MoreThan(now) },
      order: { seq: 'ASC' },
    });
    this.rebuild(noted);
    const lines = file.read(now);
    requireSame(lines, noted);
    const head = await headOf(tx);
    if (file.forgottenUpTo(now) > head.seq) throw new LedgerTooYoung();
    const beyond = lines.filter(({ seq }) => seq > head.seq);
    const waiting = new Set((await tx.findBy(LedgerEntryRow, { seq: IsNull() })).map(({ id }) => id));
    const unknown = beyond.filter(({ id }) => !waiting.has(id));
    if (unknown.length > 0) {
      const [first] = lines;
      if (first !== undefined && first.seq > head.seq + 1) throw new LedgerTooYoung();
      return beyond;
    }
    for (const line of beyond) await note(tx, line, line.month);
    const last = beyond.at(-1);
    if (last !== undefined) await setHead(tx, last);
    return [];
  }

  /**
   * Writes the lines anew that are missing at the end of a month's file, when what is there is ours: another
   * installation's ledger is not touched.
   */
  private rebuild(noted: readonly LedgerEntryRow[]): void {
    const { file, log } = this.deps;
    let written = 0;
    const missing = [...Map.groupBy(noted, (row) => row.month ?? '')].map(([month, rows]) => {
      const { count, last } = file.extent(month);
      const known = rows[count - 1];
      if (known !== undefined && !(known.hash !== null && last?.equals(known.hash)))
        throw new LedgerBroken(`ledger-${month}.jsonl does not hold what the database knows`);
      return { month, lines: rows.slice(count).map(lineOf) };
    });
    for (const { month, lines } of missing) {
      file.append(month, lines);
      written += lines.length;
    }
    if (written > 0) log.warn('ledger.rebuilt', { lines: written });
  }
}

/** The line that a noted row stands for. */
function lineOf(row: LedgerEntryRow): LedgerLine {
  if (row.seq === null || row.prev === null) throw new LedgerBroken('a row of it has no place');
  return lineAfter({ seq: row.seq - 1, hash: row.prev }, contentOf(row));
}

/** What database and files both have must be the same. */
function requireSame(lines: readonly LedgerLine[], noted: readonly LedgerEntryRow[]): void {
  const bySeq = new Map(lines.map((line) => [line.seq, line]));
  for (const { seq, hash } of noted) {
    const line = bySeq.get(seq ?? 0);
    if (line === undefined || hash === null || !line.hash.equals(hash))
      throw new LedgerBroken(`line ${seq} is not the one that the database knows`);
  }
}

const contentOf = ({ id, kind, body, madeAt }: LedgerEntryRow): LedgerContent => ({
  ...{ id, kind, body, at: toMinute(madeAt) },
});

/** Receipts in the order of their log, and after what they are receipts of. */
function inOrder(a: LedgerEntryRow, b: LedgerEntryRow): number {
  return (a.leafIndex ?? -1) - (b.leafIndex ?? -1) || +a.madeAt - +b.madeAt || (a.id < b.id ? -1 : 1);
}

const sameEnd = (a: ChainEnd, b: ChainEnd): boolean => a.seq === b.seq && a.hash.equals(b.hash);

async function headOf(tx: EntityManager): Promise<ChainEnd> {
  return (await tx.findOneBy(LedgerHeadRow, { id: HEAD })) ?? GENESIS;
}

async function setHead(tx: EntityManager, { seq, hash }: ChainEnd): Promise<void> {
  await tx.upsert(LedgerHeadRow, { id: HEAD, seq, hash }, ['id']);
}

async function note(tx: EntityManager, { id, seq, prev, hash }: LedgerLine, month: string): Promise<void> {
  await tx.update(LedgerEntryRow, id, { seq, prev, hash, month, expiresAt: endOfMonth(month) });
}
