import { type AnalyticsMetric, kindOf } from './metrics';

/**
 * What the days of a range come to. A sum is the sum of the first `coveredDays` if there are any and each is known. A
 * stock is its last known value in the range: it was read on its day and does not come late. People who were reached
 * on several days would be counted several times, so those have no total over days.
 */
export function totalOf(
  metric: AnalyticsMetric,
  values: readonly (number | null)[],
  coveredDays: number,
): number | null {
  const kind = kindOf(metric);
  if (kind === 'people') return null;
  if (kind === 'stock') return values.findLast((value) => value !== null) ?? null;
  return coveredDays > 0 ? sumOf(values.slice(0, coveredDays)) : null;
}

function sumOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
