import type { Day } from '../model/days';

const labels = 4;

/** The days that the axis names: always the first and the last, and evenly between them as many as fit. */
export function labelledDays(days: readonly Day[]): Day[] {
  if (days.length <= labels) return [...days];
  const last = days.length - 1;
  const positions = Array.from({ length: labels }, (_, label) => Math.round((label * last) / (labels - 1)));
  return positions.flatMap((position) => days[position] ?? []);
}
