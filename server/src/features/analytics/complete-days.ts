import { endOfMetaDay, type MetaDay } from '../../instagram/instagram';

/** Meta says that its numbers may come up to 48 hours late. */
const SETTLED_AFTER_MS = 48 * 3_600_000;

/** Whether what was fetched at that instant is a day's last word: 48 hours after its end or later. */
export function isSettled(day: MetaDay, fetchedAt: Date | null): boolean {
  return fetchedAt !== null && fetchedAt.getTime() >= endOfMetaDay(day).getTime() + SETTLED_AFTER_MS;
}

/** The last day whose numbers are settled; null when none is. Days missing in between do not matter. */
export function lastSettledDay(
  days: Iterable<{ readonly day: MetaDay; readonly fetchedAt: Date | null }>,
): MetaDay | null {
  let last: MetaDay | null = null;
  for (const { day, fetchedAt } of days) {
    if ((last === null || day > last) && isSettled(day, fetchedAt)) last = day;
  }
  return last;
}
