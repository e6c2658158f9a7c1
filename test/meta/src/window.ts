import { type DayMetric, shownDay } from './analytics.ts';
import { type MetaDay, metaDaysBetween } from './days.ts';
import { liveliness, type Manner } from './manners.ts';
import { badParameter } from './refusals.ts';

/** The longest window that Meta takes: 30 days in seconds. */
const LONGEST_WINDOW_SECONDS = 2_592_000;

/** A window in milliseconds since 1970. */
export interface Window {
  sinceMs: number;
  untilMs: number;
}

/** Reads `since` and `until` (unix seconds); the last 24 hours when both are left out. Throws code 100 past 30 days. */
export function readWindow(since: string | undefined, until: string | undefined, nowMs: number): Window {
  const nowSeconds = Math.floor(nowMs / 1000);
  const to = until === undefined ? nowSeconds : seconds('until', until);
  const from = since === undefined ? to - 86_400 : seconds('since', since);
  if (from > to) throw badParameter('(#100) since must not be after until', 'OAuthException');
  if (to - from > LONGEST_WINDOW_SECONDS) {
    throw badParameter(
      '(#100) There cannot be more than 30 days (2592000 s) between since and until',
      'OAuthException',
    );
  }
  return { sinceMs: from * 1000, untilMs: to * 1000 };
}

function seconds(name: string, text: string): number {
  if (!/^\d{1,11}$/.test(text)) throw badParameter(`(#100) Param ${name} must be a valid date/timestamp`);
  return Number(text);
}

/**
 * How much of a day lies in a window, 0 to 1. Meta does not say how it cuts days; here a day's activity is spread evenly,
 * so only a window that follows Los Angeles midnights gives the numbers of whole days. A second at either edge is forgiven,
 * because `until` is inclusive.
 */
export function shareInWindow(day: MetaDay, window: Window, nowMs: number): number {
  const end = Math.min(day.endMs, nowMs);
  const length = end - day.startMs;
  const common = Math.min(end, window.untilMs) - Math.max(day.startMs, window.sinceMs);
  if (length <= 0 || common <= 1000) return 0;
  return common >= length - 1000 ? 1 : common / length;
}

/** A day's value within a window; null when Meta has nothing for it. */
export interface DayValue {
  day: MetaDay;
  share: number;
  value: number | null;
}

/** Whose numbers are asked for. */
export interface Asked {
  account: { username: string };
  manner: Readonly<Manner>;
  window: Window;
  nowMs: number;
}

/** The days that a window touches with what Meta shows for one metric at this moment. */
export function valuesIn({ account, manner, window, nowMs }: Asked, metric: DayMetric): DayValue[] {
  return metaDaysBetween(window.sinceMs, window.untilMs)
    .map((day) => {
      const times = liveliness(manner, day.date);
      const shown = shownDay(account.username, day.date, metric, nowMs);
      const value = shown === null || times === null ? null : shown * times;
      return { day, share: shareInWindow(day, window, nowMs), value };
    })
    .filter(({ share }) => share > 0);
}

/**
 * The total of a window; null when no day has data. Unique accounts are fewer than the sum of days: of every day but the
 * largest, 35 in 100 are new.
 */
export function totalOf(values: readonly DayValue[], unique: boolean): number | null {
  const parts = values.flatMap(({ value, share }) => (value === null ? [] : [Math.round(value * share)]));
  if (parts.length === 0) return null;
  const sum = parts.reduce((total, part) => total + part, 0);
  const largest = Math.max(...parts);
  return unique ? largest + Math.floor(((sum - largest) * 35) / 100) : sum;
}
