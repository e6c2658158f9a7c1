import type { EntityManager } from 'typeorm';
import type { MetaDay, MissingReason } from '../../instagram/instagram';
import type { RefusalKind } from '../../instagram/refusals';
import { AnalyticsGapRow } from './analytics-gap.entity';
import { ANALYTICS_METRICS, type AnalyticsMetric } from './metrics';

/** Notes that a run is waited for, so that a screen can say so from the first moment. */
export async function noteWaiting(tx: EntityManager, connectionId: string, now: Date): Promise<void> {
  await tx.query(
    `insert into analytics_sync (connection_id, repeats, running_since) values ($1, 0, $2)
     on conflict (connection_id) do update set running_since = excluded.running_since`,
    [connectionId, now],
  );
}

/**
 * Notes a person's request, unless the one before was less than `spacingMs` ago. Tells from when on the next is
 * accepted, or null when this one is. One statement decides, so two requests at once cannot both be accepted.
 */
export async function takeManualTurn(
  tx: EntityManager,
  connectionId: string,
  now: Date,
  spacingMs: number,
): Promise<Date | null> {
  const taken: unknown[] = await tx.query(
    `insert into analytics_sync (connection_id, repeats, running_since, requested_at) values ($1, 0, $2, $2)
     on conflict (connection_id) do update set running_since = excluded.running_since, requested_at = excluded.requested_at
       where analytics_sync.requested_at is null or analytics_sync.requested_at <= $3
     returning connection_id`,
    [connectionId, now, new Date(now.getTime() - spacingMs)],
  );
  if (taken.length > 0) return null;
  const [row]: { requested_at: Date }[] = await tx.query(
    'select requested_at from analytics_sync where connection_id = $1',
    [connectionId],
  );
  return new Date((row?.requested_at ?? now).getTime() + spacingMs);
}

interface Run {
  readonly connectionId: string;
  readonly generation: number;
  readonly startedAt: Date;
}

/** Notes that a run begins, and tells how often it was repeated. A new grant begins without the failures of an old one. */
export async function noteBegin(tx: EntityManager, run: Run): Promise<number> {
  const [row]: { repeats: number }[] = await tx.query(
    `insert into analytics_sync as sync (connection_id, repeats, running_since, generation) values ($1, 0, $2, $3)
     on conflict (connection_id) do update set
       running_since = excluded.running_since,
       generation = excluded.generation,
       failed_at = case when sync.generation = excluded.generation then sync.failed_at end,
       failure = case when sync.generation = excluded.generation then sync.failure end,
       repeats = case when sync.generation = excluded.generation then sync.repeats else 0 end
     returning repeats`,
    [run.connectionId, run.startedAt, run.generation],
  );
  return row?.repeats ?? 0;
}

/** Notes that a run went through. `completeUntil` never moves back. */
export async function noteSynced(
  tx: EntityManager,
  run: Run,
  result: { readonly syncedAt: Date; readonly completeUntil: MetaDay | null; readonly repeats: number },
): Promise<void> {
  await tx.query(
    `update analytics_sync set synced_at = $2, complete_until = greatest(complete_until, $3::date), repeats = $4,
       failed_at = null, failure = null, running_since = nullif(running_since, $5::timestamptz)
     where connection_id = $1`,
    [run.connectionId, result.syncedAt, result.completeUntil, result.repeats, run.startedAt],
  );
}

/** Notes that a run failed; what it stored before stays, and so does when the last one went through. */
export async function noteFailed(
  tx: EntityManager,
  run: Run,
  failure: { readonly failedAt: Date; readonly kind: RefusalKind; readonly repeats: number },
): Promise<void> {
  await tx.query(
    `update analytics_sync set failed_at = $2, failure = $3, repeats = $4,
       running_since = nullif(running_since, $5::timestamptz)
     where connection_id = $1`,
    [run.connectionId, failure.failedAt, failure.kind, failure.repeats, run.startedAt],
  );
}

/** Notes that nothing runs and nothing is waited for. Makes no row: it is called without holding a grant. */
export async function noteIdle(tx: EntityManager, connectionId: string): Promise<void> {
  await tx.query('update analytics_sync set running_since = null where connection_id = $1', [connectionId]);
}

/** Puts the reasons of a run that went through in the place of all older ones. */
export async function replaceGaps(
  tx: EntityManager,
  connectionId: string,
  reasons: ReadonlyMap<AnalyticsMetric, MissingReason>,
  notedAt: Date,
): Promise<void> {
  await tx.delete(AnalyticsGapRow, { connectionId });
  const rows = [...reasons].map(([metric, reason]) => ({ connectionId, metric, reason, notedAt }));
  if (rows.length > 0) await tx.insert(AnalyticsGapRow, rows);
}

/**
 * Gives every metric the reason why a run got no further. What Instagram said about a metric of this account in general
 * stays true through an error, and is kept then.
 */
export async function noteGapEverywhere(
  tx: EntityManager,
  connectionId: string,
  reason: MissingReason,
  notedAt: Date,
): Promise<void> {
  await tx.query(
    `insert into analytics_gap (connection_id, metric, reason, noted_at)
     select $1::uuid, metric, $2::text, $3::timestamptz from unnest($4::text[]) as metric
     on conflict (connection_id, metric) do update set reason = excluded.reason, noted_at = excluded.noted_at
       where excluded.reason <> 'META_ERROR' or analytics_gap.reason not in ('UNSUPPORTED', 'TOO_FEW_FOLLOWERS')`,
    [connectionId, reason, notedAt, ANALYTICS_METRICS],
  );
}
