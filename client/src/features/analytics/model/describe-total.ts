import { formatExact } from '../../../lib/format-number';
import { formatDate } from '../../../lib/format-time';
import { addDays, countDays } from './days';
import { formatDayRange } from './format';
import { gapsOf } from './gaps';
import { metrics } from './metrics';
import { missingWords } from './missing-reasons';
import type { RangeSeries } from './range-series';

/** What stands for a whole range: a number, or words and the answer to "why?". */
export type TotalWords =
  | { readonly kind: 'known'; readonly total: number; readonly note: string | null }
  | { readonly kind: 'not-added-up' | 'not-known'; readonly why: string };

/** Puts the server's total into words. A missing total is never 0 and never a sum made here. */
export function describeTotal(series: RangeSeries): TotalWords {
  const { label, counts } = metrics[series.metric];
  if (series.total !== null) {
    return { kind: 'known', total: series.total, note: counts === 'stock' ? lastKnown(series) : null };
  }
  const gaps = gapsOf(series);
  const reason = missingWords(gaps.reason);
  if (gaps.count === gaps.of) return { kind: 'not-known', why: `Not known: ${reason}.` };
  if (counts === 'accounts') {
    return {
      kind: 'not-added-up',
      why: `${label} counts people, so days cannot be added up: who came on two days would count twice. The chart and the table have each day.`,
    };
  }
  if (gaps.count === 0) return { kind: 'not-known', why: 'The server has no total for this range.' };
  return {
    kind: 'not-known',
    why: `${gaps.count} of ${gaps.of} days ${gaps.count === 1 ? 'is' : 'are'} not known (${reason}), so there is no total.`,
  };
}

/** Which day a level is of: the last known one, if it is the one that the server's total says. */
function lastKnown({ points, total }: RangeSeries): string | null {
  const last = points.findLast((point) => point.value !== null);
  return last !== undefined && last.value === total ? `on ${formatDate(last.day)}` : null;
}

/**
 * The difference to as many days directly before, in words: more is not always better, so no colour and no arrow.
 * Null when either side is not known; nothing is made up for it.
 */
export function describeComparison(series: RangeSeries): string | null {
  const { total, previousTotal, from, completeUntil } = series;
  if (total === null || previousTotal === null || completeUntil === null) return null;
  const days = countDays(from, completeUntil);
  const before = formatDayRange(addDays(from, -days), addDays(from, -1));
  if (total === previousTotal) return `as many as ${before}`;
  const difference = formatExact(Math.abs(total - previousTotal));
  return `${difference} ${total > previousTotal ? 'more' : 'fewer'} than ${before}: ${formatExact(previousTotal)}`;
}
