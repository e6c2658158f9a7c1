import { daysBetween, type MetaDay } from '../../instagram/instagram';

/** Two years and a day: the longest range that is read at once. */
const MAXIMUM_DAYS = 731;

export type RangeProblem =
  | { readonly kind: 'range-reversed' }
  | { readonly kind: 'range-too-long'; readonly maximumDays: number };

/** What is wrong with a range of calendar dates, both ends included; null when nothing is. */
export function rangeProblem(from: MetaDay, to: MetaDay): RangeProblem | null {
  const days = daysBetween(from, to) + 1;
  if (days < 1) return { kind: 'range-reversed' };
  return days > MAXIMUM_DAYS ? { kind: 'range-too-long', maximumDays: MAXIMUM_DAYS } : null;
}
