import { addDays, countDays, type Day, laterDay, metaDayOf } from './days';

/** The ranges that a person can choose, in complete days. */
export const rangePresets = [7, 28, 30] as const;
export type RangeLength = (typeof rangePresets)[number];

export interface AnalyticsRange {
  readonly from: Day;
  /** The last complete day: the end of every total. */
  readonly completeUntil: Day;
  /** The last day to ask for: days after `completeUntil` are still filling and are in no total. */
  readonly to: Day;
}

/**
 * A range of exactly `length` complete days. Days that Instagram had already begun to count when we last asked
 * (`syncedAt`) are asked for as well, to be drawn after the complete ones.
 */
export function rangeOf(length: RangeLength, completeUntil: Day, syncedAt: string): AnalyticsRange {
  return {
    from: addDays(completeUntil, 1 - length),
    completeUntil,
    to: laterDay(completeUntil, metaDayOf(syncedAt)),
  };
}

/**
 * The range that the screen opens with: four weeks as soon as what is held can fill them, else one, so that a
 * person who has just connected sees totals and not gaps.
 */
export function defaultRange({ storedDays, completeUntil, syncedAt }: Held): RangeLength {
  if (completeUntil === null || syncedAt === null) return 28;
  const stillFilling = countDays(completeUntil, rangeOf(7, completeUntil, syncedAt).to) - 1;
  return storedDays - stillFilling >= 28 ? 28 : 7;
}

interface Held {
  readonly storedDays: number;
  readonly completeUntil: Day | null;
  readonly syncedAt: string | null;
}
