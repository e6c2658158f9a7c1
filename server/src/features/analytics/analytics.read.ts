import type { DataSource } from 'typeorm';
import { daysBetween, type MetaDay } from '../../instagram/instagram';
import type { DailyAnalytics } from './daily-analytics';
import { type AnalyticsMetric, columnOf } from './metrics';
import { choiceProblem, type RangeProblem, type RepeatedMetric, rangeProblem } from './range';
import { type ReadRow, toSeries } from './to-series';

export type AnalyticsReading =
  | { readonly kind: 'read'; readonly analytics: DailyAnalytics }
  | RangeProblem
  | RepeatedMetric;

/**
 * The numbers of a connection for each of Meta's days from `from` to `to`, both ends included, in the order of
 * `metrics`. One statement reads it all. The caller answers for who may see the connection.
 */
export async function readAnalytics(
  dataSource: DataSource,
  connectionId: string,
  from: MetaDay,
  to: MetaDay,
  metrics: readonly AnalyticsMetric[],
): Promise<AnalyticsReading> {
  const problem = rangeProblem(from, to) ?? choiceProblem(metrics);
  if (problem !== null) return problem;
  const rows: ReadRow[] = await dataSource.query(statementFor(metrics), [connectionId, from, to]);
  const [first] = rows;
  return {
    kind: 'read',
    analytics: {
      from,
      to,
      completeUntil: first?.complete_until ?? null,
      syncedAt: first?.synced_at ?? null,
      series: toSeries(rows, metrics, daysBetween(from, to) + 1),
    },
  };
}

/** Dates become distances from the first day here, so that nothing else has to reckon with the calendar. */
function statementFor(metrics: readonly AnalyticsMetric[]): string {
  const columns = [...new Set(metrics)].map((metric) => `, day.${columnOf(metric)}`).join('');
  return `
    select sync.synced_at, sync.complete_until::text as complete_until,
      sync.complete_until - $2::date as complete_offset,
      case when sync.synced_at is not null then
        (select min(day) from analytics_day where connection_id = $1) - $2::date
      end as first_stored,
      (select min(day) from analytics_day where connection_id = $1 and follower_count is not null) - $2::date
        as first_counted,
      (select json_object_agg(metric, reason) from analytics_gap where connection_id = $1) as gaps,
      day.day - $2::date as "offset", day.fetched_at is not null as fetched, day.failed_metrics${columns}
    from (select $1::uuid as id) as connection
    left join analytics_sync as sync on sync.connection_id = connection.id
    left join analytics_day as day
      on day.connection_id = connection.id and day.day between $2::date and $3::date`;
}
