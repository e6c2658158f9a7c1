import { addDays, type DayRange, daysBetween, endOfMetaDay, startOfMetaDay } from './days';

/** The widest distance between `since` and `until` that Meta answers, in seconds ("no more than 30 days"). */
export const MAX_WINDOW_SECONDS = 2_592_000;

/** The seconds since 1970 between which a range of days lies: the first instant, and the instant after the last. */
export function boundsOf({ from, to }: DayRange): {
  since: number;
  until: number;
} {
  return {
    since: startOfMetaDay(from).getTime() / 1000,
    until: endOfMetaDay(to).getTime() / 1000,
  };
}

/**
 * Cuts a range into windows that Meta answers, in order and without gap or overlap. Thirty days are one window, unless
 * the clocks go back within them: those are an hour longer than Meta allows and become two.
 */
export function toWindows(days: DayRange): DayRange[] {
  const windows: DayRange[] = [];
  for (let from = days.from; daysBetween(from, days.to) >= 0; ) {
    const window = widestWindow(from, days.to);
    windows.push(window);
    from = addDays(window.to, 1);
  }
  return windows;
}

function widestWindow(from: string, lastDay: string): DayRange {
  const remaining = daysBetween(from, lastDay);
  const widest = { from, to: addDays(from, Math.min(29, remaining)) };
  const { since, until } = boundsOf(widest);
  return until - since <= MAX_WINDOW_SECONDS ? widest : { from, to: addDays(widest.to, -1) };
}
