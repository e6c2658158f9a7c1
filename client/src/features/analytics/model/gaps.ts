import { type MissingReason, missingWords } from './missing-reasons';
import type { RangeSeries } from './range-series';
import type { ChartPoint } from './to-chart-points';

export interface Gaps {
  /** How many complete days are not known. */
  readonly count: number;
  /** How many complete days there are. */
  readonly of: number;
  /** Why, as far as it is told; null when Instagram gave no number without a reason, and without gaps. */
  readonly reason: MissingReason | null;
}

/** The unknown days among the complete ones; that a day still filling is not known yet is no gap. */
export function gapsOf(series: RangeSeries): Gaps {
  const complete = series.points.filter((point) => !point.stillFilling);
  const unknown = complete.filter((point) => point.value === null);
  const reasons = unknown.map((point) => reasonOfDay(point, series));
  return {
    count: unknown.length,
    of: complete.length,
    reason: reasons.find((reason) => reason !== null) ?? null,
  };
}

/** Why one day is not known, as the end of a sentence ("not known: ..."). */
export function dayMissingWords(point: ChartPoint, series: RangeSeries): string {
  return missingWords(reasonOfDay(point, series));
}

/**
 * The server tells one reason for a series, which need not be that of each day: nothing is "not yet available" on a
 * complete day, and only days ahead of the first known one lie before what was collected.
 */
function reasonOfDay(
  { day, stillFilling }: ChartPoint,
  { missingReason, points }: RangeSeries,
): MissingReason | null {
  const firstKnown = points.find((point) => point.value !== null);
  switch (missingReason) {
    case 'NOT_YET_AVAILABLE':
      return stillFilling ? missingReason : null;
    case 'BEFORE_CONNECTION':
      if (stillFilling) return 'NOT_YET_AVAILABLE';
      return firstKnown === undefined || day < firstKnown.day ? missingReason : null;
    case null:
      return stillFilling ? 'NOT_YET_AVAILABLE' : null;
    default:
      return missingReason;
  }
}
