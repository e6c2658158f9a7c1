import { addDays, type DayTotalMetric, type MetaDay, metaDayOf } from '../../instagram/instagram';
import { isSettled } from './complete-days';
import { ANALYTICS_METRICS, type AnalyticsMetric } from './metrics';

/** How far back a run looks, today included: thirty complete days, and the up to three that are still filling. */
export const FETCHED_DAYS = 33;

/** These are still changing, whatever was fetched before. */
const ALWAYS_AGAIN = 3;

/** One metric that keeps failing on settled days must not cost a call an hour for each of them. */
const FAILED_AGAIN_AFTER_MS = 6 * 3_600_000;

/** What is stored about a day that was fetched before. */
export interface KnownDay {
  readonly day: MetaDay;
  readonly fetchedAt: Date | null;
  readonly failedMetrics: readonly string[];
}

/** What is to be asked about a day. */
export interface PlannedDay {
  readonly day: MetaDay;
  readonly reach: boolean;
  readonly totals: readonly DayTotalMetric[];
}

/**
 * What a run asks, newest day first: of the last 33 Meta days the newest three and those that are not settled in full,
 * the rest not at all. A settled day with errors is asked again every six hours, for the metrics that failed only.
 */
export function planDays(now: Date, known: ReadonlyMap<MetaDay, KnownDay>): PlannedDay[] {
  const today = metaDayOf(now);
  return Array.from({ length: FETCHED_DAYS }, (_, age) => {
    const day = addDays(today, -age);
    const metrics = metricsToAsk(now, day, age < ALWAYS_AGAIN ? undefined : known.get(day));
    return { day, reach: metrics.includes('REACH'), totals: metrics.filter(isDayTotal) };
  }).filter(({ reach, totals }) => reach || totals.length > 0);
}

function metricsToAsk(now: Date, day: MetaDay, known: KnownDay | undefined): readonly AnalyticsMetric[] {
  if (known === undefined || known.fetchedAt === null) return ANALYTICS_METRICS;
  if (!isSettled(day, known.fetchedAt)) return ANALYTICS_METRICS;
  if (now.getTime() - known.fetchedAt.getTime() < FAILED_AGAIN_AFTER_MS) return [];
  return ANALYTICS_METRICS.filter((metric) => known.failedMetrics.includes(metric));
}

function isDayTotal(metric: AnalyticsMetric): metric is DayTotalMetric {
  return metric !== 'REACH' && metric !== 'FOLLOWER_COUNT';
}
