import { daysBetween, type MetaDay } from '../../instagram/instagram';
import type { AnalyticsMetric } from './metrics';

/** Two years and a day: the longest range that is read at once. */
const MAXIMUM_DAYS = 731;

export type RangeProblem =
  | { readonly kind: 'range-reversed' }
  | { readonly kind: 'range-too-long'; readonly maximumDays: number };

/** A metric asked for twice is a mistake, or a way to make one small request answer with megabytes. */
export interface RepeatedMetric {
  readonly kind: 'metric-repeated';
}

/** What is wrong with a choice of metrics; null when each is there once. */
export function choiceProblem(metrics: readonly AnalyticsMetric[]): RepeatedMetric | null {
  return new Set(metrics).size < metrics.length ? { kind: 'metric-repeated' } : null;
}

/** What is wrong with a range of calendar dates, both ends included; null when nothing is. */
export function rangeProblem(from: MetaDay, to: MetaDay): RangeProblem | null {
  const days = daysBetween(from, to) + 1;
  if (days < 1) return { kind: 'range-reversed' };
  return days > MAXIMUM_DAYS ? { kind: 'range-too-long', maximumDays: MAXIMUM_DAYS } : null;
}
