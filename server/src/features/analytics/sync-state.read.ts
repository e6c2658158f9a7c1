import type { DataSource } from 'typeorm';
import type { MetaDay } from '../../instagram/instagram';

/** How far the collection of a connection's analytics is. */
export interface SyncState {
  /** A run is waited for or under way. */
  readonly running: boolean;
  readonly syncedAt: Date | null;
  readonly completeUntil: MetaDay | null;
  /** How many days of analytics are held. */
  readonly storedDays: number;
  /** The newest run's failure; null when it went through. */
  readonly failedAt: Date | null;
  /** From when a person's request is accepted again; null = now. */
  readonly nextManualSyncAt: Date | null;
}

interface StateRow {
  readonly id: string;
  readonly synced_at: Date | null;
  readonly complete_until: MetaDay | null;
  readonly failed_at: Date | null;
  readonly running_since: Date | null;
  readonly requested_at: Date | null;
  readonly stored_days: number;
}

/** No run takes this long: what still says so is what a crash left behind. */
const LONGEST_RUN_MS = 15 * 60_000;

/** The states of several connections, by id, with one statement; every id gets one. */
export async function readSyncStates(
  dataSource: DataSource,
  connectionIds: readonly string[],
  now: Date,
  spacingMs: number,
): Promise<ReadonlyMap<string, SyncState>> {
  const rows: StateRow[] = await dataSource.query(
    `select asked.id, synced_at, complete_until::text as complete_until, failed_at, running_since, requested_at,
       (select count(*)::int from analytics_day where connection_id = asked.id) as stored_days
     from unnest($1::uuid[]) as asked (id)
     left join analytics_sync on connection_id = asked.id`,
    [connectionIds],
  );
  return new Map(rows.map((row) => [row.id, toState(row, now, spacingMs)]));
}

function toState(row: StateRow, now: Date, spacingMs: number): SyncState {
  const next = row.requested_at === null ? null : new Date(row.requested_at.getTime() + spacingMs);
  return {
    running: row.running_since !== null && now.getTime() - row.running_since.getTime() < LONGEST_RUN_MS,
    syncedAt: row.synced_at,
    completeUntil: row.complete_until,
    storedDays: row.stored_days,
    failedAt: row.failed_at,
    nextManualSyncAt: next !== null && next > now ? next : null,
  };
}
