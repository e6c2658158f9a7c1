import type { ConnectionAnalyticsQuery } from '../../../gql/graphql';
import { addDays, countDays, type Day } from './days';
import type { Metric } from './metrics';
import type { MissingReason } from './missing-reasons';
import { type ChartPoint, toChartPoints } from './to-chart-points';

type Viewer = NonNullable<ConnectionAnalyticsQuery['viewer']>;
type Analytics = NonNullable<Viewer['instagramConnection']>['analytics'];

/** One metric over the range, ready to be written and drawn. */
export interface RangeSeries {
  readonly metric: Metric;
  readonly from: Day;
  /** The last complete day of the range; null when it has none. */
  readonly completeUntil: Day | null;
  readonly points: readonly ChartPoint[];
  readonly total: number | null;
  readonly previousTotal: number | null;
  readonly missingReason: MissingReason | null;
}

/**
 * The series of an answer. Days still filling that no metric knows anything of yet are left out at the end,
 * for all metrics alike, so that the chart does not change its width from one metric to the next.
 */
export function toRangeSeries({ from, to, completeUntil, series }: Analytics): RangeSeries[] {
  const heardOf = Math.max(
    0,
    ...series.map(({ values }) => values.findLastIndex((value) => value !== null) + 1),
  );
  const complete = completeUntil === null ? 0 : Math.min(countDays(from, completeUntil), countDays(from, to));
  const last = addDays(from, Math.max(heardOf, complete) - 1);
  return series.map(({ metric, values, total, previousTotal, missingReason }) => ({
    metric,
    from,
    completeUntil,
    points: toChartPoints({ from, to: last, completeUntil, values }),
    total,
    previousTotal,
    missingReason,
  }));
}
