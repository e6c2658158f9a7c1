import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/ids';
import { enqueue } from '../../platform/jobs/enqueue';
import { type TombstoneKey, type TombstoneKeys, toMinute } from '../../platform/ledger';
import { type LedgerText, toText } from './ledger-bodies';

/** Puts lines that wait into the ledger. */
export const APPEND_LEDGER_TASK = 'append-ledger';

/**
 * What a tombstone can be of. `connection` and `account`: a row id of ours, which is never given twice. `grant`: one generation
 * of a connection, whose token was removed. `instagram`: an id of Instagram's, by its blind index, so that nothing sealed has
 * to be opened to remember it.
 */
export interface Mark {
  readonly kind: 'connection' | 'grant' | 'instagram' | 'account';
  readonly id: string;
}

export const connectionMark = (connectionId: string): Mark => ({ kind: 'connection', id: connectionId });
export const accountMark = (accountId: string): Mark => ({ kind: 'account', id: accountId });
export const grantMark = (connectionId: string, generation: number): Mark => ({
  kind: 'grant',
  id: `${connectionId}|${generation}`,
});
export const instagramMark = (blindIndex: Buffer): Mark => ({
  kind: 'instagram',
  id: blindIndex.toString('hex'),
});

/** The digest of a mark under one month's key. */
export const digestOf = (key: TombstoneKey, { kind, id }: Mark): Buffer => key.digest(kind, id);

/** So many grants of a connection are remembered at once: more are not made in the life of a backup. */
const EARLIER_GRANTS = 100;

/** What is to be remembered, and the line that tells the ledger. */
export interface Memory {
  readonly macs: readonly Buffer[];
  /** What was begun before this moment is not finished. */
  readonly notBefore: Date;
  readonly at: Date;
  readonly requestId: string | null;
  readonly line: LedgerText;
}

/** Remembers deletions for as long as something could bring back what was deleted, and tells what was begun before one. */
export class Tombstones {
  constructor(private readonly keys: TombstoneKeys) {}

  /** The key under which this month's deletions are remembered. It is in memory after its first use. */
  currentKey(): TombstoneKey {
    return this.keys.current();
  }

  /** Remembers, in the transaction that deletes: tombstones and the line for the ledger, in one statement. */
  async remember(tx: EntityManager, key: TombstoneKey, memory: Memory): Promise<void> {
    const { line, at } = memory;
    await tx.query(
      `with tombstones as (
         insert into tombstone (epoch, mac, not_before, expires_at)
         select $1, mac, $3, $4 from unnest($2::bytea[]) mac
         on conflict (epoch, mac) do update set not_before = greatest(tombstone.not_before, excluded.not_before)
       )
       insert into ledger_entry (id, kind, body, request_id, key_id, made_at)
       values ($5, $6, $7, $8, $1, $9)`,
      [
        ...[key.id, inOrder(memory.macs), memory.notBefore, key.endsAt, newId(), line.kind],
        ...[JSON.stringify(line.body), memory.requestId, new Date(toMinute(at))],
      ],
    );
  }

  /** Remembers that the tokens of these grants were removed, and queues the job that tells the ledger. */
  async rememberRemoved(
    tx: EntityManager,
    grants: readonly { readonly connectionId: string; readonly generation: number }[],
    at: Date,
  ): Promise<void> {
    const key = this.keys.current();
    // Whoever removed the app ended the grants before it as well, and an older backup may hold one of those.
    const marks = grants.flatMap(({ connectionId, generation }) =>
      Array.from({ length: Math.min(generation, EARLIER_GRANTS) }, (_, back) =>
        grantMark(connectionId, generation - back),
      ),
    );
    const macs = inOrder(marks.map((mark) => digestOf(key, mark)));
    const body = { key: key.id, at: toMinute(at), marks: macs.map(toText) };
    const line = { kind: 'deauthorization', body } as const;
    await this.remember(tx, key, { macs, notBefore: at, at, requestId: null, line });
    await enqueue(tx, { task: APPEND_LEDGER_TASK, payload: {}, key: APPEND_LEDGER_TASK, runAt: at });
  }

  /**
   * Whether an Instagram account with one of these ids, given by their blind indexes, was deleted after `startedAt`: what
   * was begun then must not be finished. To be asked when the rows that it is about are locked.
   */
  async deletedSince(tx: EntityManager, blindIndexes: readonly Buffer[], startedAt: Date): Promise<boolean> {
    const marks = blindIndexes.map(instagramMark);
    const macs = this.keys.all().flatMap((key) => marks.map((mark) => digestOf(key, mark)));
    const found = await tx.query<unknown[]>(
      'select 1 from tombstone where mac = any($1) and not_before > $2 limit 1',
      [macs, startedAt],
    );
    return found.length > 0;
  }
}

/** Each once, in an order of their own, so that no two transactions wait for each other in a circle. */
function inOrder(macs: readonly Buffer[]): Buffer[] {
  return [...new Map(macs.map((mac) => [mac.toString('hex'), mac])).values()].sort(Buffer.compare);
}
