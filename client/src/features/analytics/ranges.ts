import { addDays, type Day, laterDay, metaDayOf } from './days';

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
