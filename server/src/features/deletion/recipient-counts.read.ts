import type { EntityManager } from 'typeorm';
import type { RecipientOutcome } from './recipient';

/** What came of the recipients that a request counts. */
export interface RecipientTally {
  readonly total: number;
  /** Not settled yet. */
  readonly open: number;
  /** When the last of those that are settled was. */
  readonly lastSettledAt: Date | null;
  readonly settled: Readonly<Record<RecipientOutcome, number>>;
}

const NONE: RecipientTally = {
  ...{ total: 0, open: 0, lastSettledAt: null },
  settled: { TOLD: 0, REFUSED: 0, UNREACHABLE: 0, NOT_KNOWN: 0 },
};

/** The tallies of several requests; with a request that joined another's erasure, those of the connections that it joined count. */
export async function recipientTallies(
  tx: EntityManager,
  requestIds: readonly string[],
): Promise<(requestId: string) => RecipientTally> {
  const rows: { request: string; outcome: RecipientOutcome | null; at: Date | null }[] =
    requestIds.length === 0
      ? []
      : await tx.query(
          `select request_id as request, id, outcome, settled_at as at from deletion_recipient where request_id = any($1)
           union
           select own.request_id, recipient.id, recipient.outcome, recipient.settled_at from deletion_subject own
           join deletion_subject cut on cut.connection_id = own.connection_id and cut.part = 'erase'
           join deletion_recipient recipient
             on recipient.request_id = cut.request_id and own.connection_id = any(recipient.connection_ids)
           where own.request_id = any($1) and own.part = 'join'`,
          [requestIds],
        );
  const tallies = new Map<string, RecipientTally>();
  for (const { request, outcome, at } of rows) {
    const { total, open, settled, lastSettledAt: last } = tallies.get(request) ?? NONE;
    tallies.set(request, {
      total: total + 1,
      open: open + (outcome === null ? 1 : 0),
      lastSettledAt: last === null || (at !== null && at > last) ? at : last,
      settled: outcome === null ? settled : { ...settled, [outcome]: settled[outcome] + 1 },
    });
  }
  return (requestId) => tallies.get(requestId) ?? NONE;
}

/** The requests that count a recipient: its own, and those that joined the erasure of a connection of it. */
export async function requestsThatCount(
  tx: EntityManager,
  { requestId, connectionIds }: { readonly requestId: string; readonly connectionIds: readonly string[] },
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select $1::uuid as id
     union
     select request_id from deletion_subject where connection_id = any($2::uuid[]) and part = 'join' order by 1`,
    [requestId, connectionIds],
  );
  return rows.map(({ id }) => id);
}
