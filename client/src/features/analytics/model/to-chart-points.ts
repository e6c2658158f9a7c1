import { countDays, type Day, listDays } from './days';

/** One day on the chart. `complete` and `filling` are two lines that meet at the last complete day. */
export interface ChartPoint {
  readonly day: Day;
  /** What is known about the day; null = not known, which is drawn as a gap and never as 0. */
  readonly value: number | null;
  /** Whether Instagram may still change the number: the day is in no total. */
  readonly stillFilling: boolean;
  readonly complete: number | null;
  readonly filling: number | null;
  /** A known day without a neighbour on its own line: the line would not show it, so it gets a dot. */
  readonly alone: boolean;
}

export interface DailyValues {
  readonly from: Day;
  readonly to: Day;
  /** The last complete day; null when no day is complete. */
  readonly completeUntil: Day | null;
  /** One per day from `from` to `to`. */
  readonly values: readonly (number | null)[];
}

/**
 * Chart points of a daily series: gaps stay gaps, and the days after `completeUntil` form a second line that
 * begins at the last complete day when both are known.
 */
export function toChartPoints({ from, to, completeUntil, values }: DailyValues): ChartPoint[] {
  const known = (index: number) => values[index] ?? null;
  const firstFilling = completeUntil === null ? 0 : countDays(from, completeUntil);
  return listDays(from, to).map((day, index) => {
    const value = known(index);
    const stillFilling = index >= firstFilling;
    const meetsFilling = index === firstFilling - 1;
    const before = known(index - 1) !== null;
    const after = known(index + 1) !== null;
    return {
      day,
      value,
      stillFilling,
      complete: stillFilling ? null : value,
      filling: stillFilling || (meetsFilling && after) ? value : null,
      alone: value !== null && !before && (!after || meetsFilling),
    };
  });
}
