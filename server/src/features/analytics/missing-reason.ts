import type { MissingReason } from '../../instagram/instagram';
import type { AnalyticsMissingReason } from './daily-analytics';
import type { AnalyticsMetric } from './metrics';

/** What is stored about a day of the range. */
export interface StoredDay {
  /** Whether Instagram answered for the day's totals. */
  readonly fetched: boolean;
  readonly failedMetrics: readonly string[];
}

/** What the reasons of a series follow from. Days are counted from the first of the range, which is 0. */
export interface Knowledge {
  readonly metric: AnalyticsMetric;
  /** What the newest run noted about the metric. */
  readonly stored: MissingReason | null;
  /** The last settled day; null when there is none. */
  readonly lastComplete: number | null;
  /**
   * The first day of all that is stored for the connection; null until a run went through, because one that is under
   * way or was stopped begins with the newest day and says nothing about where the collection begins.
   */
  readonly firstStored: number | null;
  /** The first day on which followers were counted; null when they never were. */
  readonly firstCounted: number | null;
  /** By day; a day that is not stored is not in here. */
  readonly days: ReadonlyMap<number, StoredDay>;
}

/** When the days of a series lack for different reasons, the first of these that applies is told. */
const PRECEDENCE: readonly AnalyticsMissingReason[] = [
  'PERMISSION_MISSING',
  'TOO_FEW_FOLLOWERS',
  'UNSUPPORTED',
  'META_ERROR',
  'NOT_YET_AVAILABLE',
  'BEFORE_CONNECTION',
];

/** Why something asked is not known; null when all is, and when Instagram gave no number without a reason. */
export function missingReasonOf(
  values: readonly (number | null)[],
  knowledge: Knowledge,
): AnalyticsMissingReason | null {
  const reasons = new Set<AnalyticsMissingReason | null>();
  for (const [day, value] of values.entries()) {
    if (value === null) reasons.add(reasonOfDay(day, knowledge));
  }
  return PRECEDENCE.find((reason) => reasons.has(reason)) ?? null;
}

/**
 * Why one day is not known. First what is true of the day whatever happened later: it lies before anything was
 * collected, or its own answer was an error. Then what Instagram said of the metric in general. What stopped the newest
 * run (an error, a permission) explains only days that are still open; an open day without such a reason is not
 * available yet.
 */
function reasonOfDay(day: number, knowledge: Knowledge): AnalyticsMissingReason | null {
  const { metric, stored, lastComplete, firstStored, firstCounted } = knowledge;
  const known = knowledge.days.get(day);
  if (firstStored !== null && day < firstStored) return 'BEFORE_CONNECTION';
  if (metric === 'FOLLOWER_COUNT' && firstCounted !== null && day < firstCounted) return 'BEFORE_CONNECTION';
  if (known?.failedMetrics.includes(metric)) return 'META_ERROR';
  if (stored === 'UNSUPPORTED' || stored === 'TOO_FEW_FOLLOWERS') return stored;
  const ended = lastComplete !== null && day <= lastComplete;
  if (ended && known?.fetched) return null;
  return stored ?? (ended ? null : 'NOT_YET_AVAILABLE');
}
