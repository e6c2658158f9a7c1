import type { MetaDay, MissingReason } from '../../instagram/instagram';
import type { AnalyticsSeries } from './daily-analytics';
import { type AnalyticsMetric, columnOf } from './metrics';
import { missingReasonOf, type StoredDay } from './missing-reason';
import { toCount } from './to-count';
import { totalOf } from './total';

/** A stored day of the range, beside what is true of the connection: there is at least one row, if only for that. */
export interface ReadRow {
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
 * The series of a range of `length` days, one per metric and in their order. What is covered by totals is the part up to
 * the last complete day.
 */
export function toSeries(
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
