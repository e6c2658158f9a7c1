import type { DataSource } from 'typeorm';
import { daysBetween, type MetaDay, type MissingReason } from '../../instagram/instagram';
import type { AnalyticsSeries, DailyAnalytics } from './daily-analytics';
import { type AnalyticsMetric, columnOf } from './metrics';
import { missingReasonOf, type StoredDay } from './missing-reason';
import { type RangeProblem, rangeProblem } from './range';
import { toCount } from './to-count';
import { totalOf } from './total';

export type AnalyticsReading = { readonly kind: 'read'; readonly analytics: DailyAnalytics } | RangeProblem;

/** A stored day of the range, beside what is true of the connection: there is at least one row, if only for that. */
interface ReadRow {
  readonly synced_at: Date | null;
  readonly complete_until: MetaDay | null;
  readonly complete_offset: number | null;
  readonly first_stored: number | null;
  readonly first_counted: number | null;
  readonly gaps: Readonly<Record<string, MissingReason>> | null;
  /** How many days after the first of the range; null when the range holds no stored day. */
  readonly offset: number | null;
  readonly fetched: boolean;
  readonly failed_metrics: readonly string[];
  /** The columns of the metrics asked for. */
  readonly [column: string]: unknown;
}

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
  const problem = rangeProblem(from, to);
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
      (select min(day) from analytics_day where connection_id = $1) - $2::date as first_stored,
      (select min(day) from analytics_day where connection_id = $1 and follower_count is not null) - $2::date
        as first_counted,
      (select json_object_agg(metric, reason) from analytics_gap where connection_id = $1) as gaps,
      day.day - $2::date as "offset", day.fetched_at is not null as fetched, day.failed_metrics${columns}
    from (select $1::uuid as id) as connection
    left join analytics_sync as sync on sync.connection_id = connection.id
    left join analytics_day as day
      on day.connection_id = connection.id and day.day between $2::date and $3::date`;
}

function toSeries(
  rows: readonly ReadRow[],
  metrics: readonly AnalyticsMetric[],
  length: number,
): AnalyticsSeries[] {
  const [first] = rows;
  const lastComplete = first?.complete_offset ?? null;
  const coveredDays = lastComplete === null ? 0 : Math.min(length, lastComplete + 1);
  const days = new Map<number, StoredDay>();
  for (const { offset, fetched, failed_metrics } of rows) {
    if (offset !== null) days.set(offset, { fetched, failedMetrics: failed_metrics });
  }
  return metrics.map((metric) => {
    const column = columnOf(metric);
    const values = new Array<number | null>(length).fill(null);
    for (const row of rows) if (row.offset !== null) values[row.offset] = toCount(row[column]);
    return {
      metric,
      values,
      total: totalOf(metric, values, coveredDays),
      previousTotal: null,
      missingReason: missingReasonOf(values, {
        metric,
        stored: first?.gaps?.[metric] ?? null,
        lastComplete,
        firstStored: first?.first_stored ?? null,
        firstCounted: first?.first_counted ?? null,
        days,
      }),
    };
  });
}
