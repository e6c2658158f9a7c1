import { formatExact } from '../../../lib/format-number';
import { formatFullDay } from './format';
import { gapsOf } from './gaps';
import { metrics } from './metrics';
import { missingWords } from './missing-reasons';
import type { RangeSeries } from './range-series';

/** The one sentence under a chart's heading. It speaks of complete days only, and counts the gaps. */
export function describeSeries(series: RangeSeries): string {
  const { label, counts } = metrics[series.metric];
  const gaps = gapsOf(series);
  const complete = series.points.filter((point) => !point.stillFilling);
  const known = complete.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]));
  const [first] = known;
  if (first === undefined) return `${label} is not known on any of these days: ${missingWords(gaps.reason)}.`;
  const gapPart = gapWords(gaps.count);
  if (known.length === 1) {
    return `${label} was ${formatExact(first.value)} on ${formatFullDay(first.day)}${gapPart}.`;
  }
  const low = Math.min(...known.map(({ value }) => value));
  const high = Math.max(...known.map(({ value }) => value));
  const rate = counts === 'stock' ? '' : ' a day';
  const span =
    low === high
      ? `stayed at ${formatExact(low)}${rate}`
      : `ran between ${formatExact(low)} and ${formatExact(high)}${rate}`;
  return `${label} ${span}${gapPart}.`;
}

function gapWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '; 1 day is not known' : `; ${count} days are not known`;
}
