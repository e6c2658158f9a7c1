import type { MissingReason } from '../../instagram/instagram';
import type { AnalyticsMetric } from './metrics';

/** Why a number that was asked for is not known. */
export type AnalyticsMissingReason = MissingReason | 'BEFORE_CONNECTION';

/** The numbers of one metric, day by day. */
export interface AnalyticsSeries {
  readonly metric: AnalyticsMetric;
  /** One per day of the range, in order; null = not known. */
  readonly values: readonly (number | null)[];
  /** Null where a total has no meaning or is not known. */
  readonly total: number | null;
  /** The total of the days before; null while comparisons are not made. */
  readonly previousTotal: number | null;
  /** Null when every day is known, and when Instagram gave no number without a reason. */
  readonly missingReason: AnalyticsMissingReason | null;
}

/** The analytics of a connection over a range of Meta's days, both ends included. */
export interface DailyAnalytics {
  readonly from: string;
  readonly to: string;
  readonly completeUntil: string | null;
  readonly syncedAt: Date | null;
  readonly series: readonly AnalyticsSeries[];
}
