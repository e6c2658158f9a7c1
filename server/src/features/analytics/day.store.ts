import type { EntityManager } from 'typeorm';
import type { MetaDay } from '../../instagram/instagram';
import type { KnownDay } from './fetch-plan';
import type { FetchedDay } from './fetched-day';
import { ANALYTICS_METRICS, columnOf } from './metrics';

const COLUMNS = ANALYTICS_METRICS.map(columnOf);

/** A number once known is never lost to an answer without one. */
const UPSERT = `
  insert into analytics_day (connection_id, day, fetched_at, failed_metrics, ${COLUMNS.join(', ')})
  values ($1, $2, $3, coalesce($4::text[], '{}'), ${COLUMNS.map((_, index) => `$${index + 5}`).join(', ')})
  on conflict (connection_id, day) do update set
    fetched_at = coalesce(excluded.fetched_at, analytics_day.fetched_at),
    failed_metrics = coalesce($4::text[], analytics_day.failed_metrics),
    ${COLUMNS.map((column) => `${column} = coalesce(excluded.${column}, analytics_day.${column})`).join(', ')}`;

/** Stores what came for a day; what did not come stays as it was. The caller holds the grant. */
export async function saveDay(tx: EntityManager, connectionId: string, day: FetchedDay): Promise<void> {
  await tx.query(UPSERT, [
    connectionId,
    day.day,
    day.fetchedAt,
    day.failedMetrics,
    ...ANALYTICS_METRICS.map((metric) => day.values.get(metric) ?? null),
  ]);
}

interface KnownDayRow {
  readonly day: MetaDay;
  readonly fetched_at: Date | null;
  readonly failed_metrics: string[];
}

/** What is stored about the days since `from`, by day. */
export async function knownDays(
  tx: EntityManager,
  connectionId: string,
  from: MetaDay,
): Promise<ReadonlyMap<MetaDay, KnownDay>> {
  const rows: KnownDayRow[] = await tx.query(
    `select day::text as day, fetched_at, failed_metrics from analytics_day
     where connection_id = $1 and day >= $2`,
    [connectionId, from],
  );
  return new Map(
    rows.map((row) => [
      row.day,
      { day: row.day, fetchedAt: row.fetched_at, failedMetrics: row.failed_metrics },
    ]),
  );
}
