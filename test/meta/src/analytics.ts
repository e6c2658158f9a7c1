import { createHash } from 'node:crypto';
import { addDays, metaDateAt, metaDay } from './days.ts';
import { type Account, followersFrom, requireAccount } from './seed.ts';

/** The numbers that a day has. Names are Meta's, with `follows_and_unfollows` as its two halves. */
export const dayMetrics = [
  'reach',
  'views',
  'accounts_engaged',
  'total_interactions',
  'likes',
  'comments',
  'saves',
  'shares',
  'replies',
  'reposts',
  'follows',
  'unfollows',
  'profile_links_taps',
] as const;

export type DayMetric = (typeof dayMetrics)[number];

/** What an account's day settles at; null where Meta has no data, which is never the same as 0. */
export type ExpectedDay = Readonly<Record<DayMetric, number | null>>;

/** How often a metric is missing on a day that otherwise has data: one day in so many. */
const oneDayIn: Partial<Record<DayMetric, number>> = {
  reach: 37,
  replies: 8,
  reposts: 7,
  profile_links_taps: 11,
};

/** Monday first; people look at Instagram a little more towards the weekend. */
const weekday = [0.91, 0.94, 0.97, 1.02, 1.09, 1.14, 1.04];

/** A number from 0 to 1 that depends on nothing but its arguments. */
export function chance(...parts: readonly string[]): number {
  return createHash('sha256').update(parts.join('|')).digest().readUInt32BE(0) / 2 ** 32;
}

const cache = new Map<string, ExpectedDay>();

/** The settled numbers of an account on a Los Angeles date: always the same, for the sandbox and for a test that computes them. */
export function expectedDay(username: string, date: string): ExpectedDay {
  const key = `${username}|${date}`;
  const cached = cache.get(key);
  if (cached !== undefined) return cached;
  const day = imagine(requireAccount(username), date);
  cache.set(key, day);
  return day;
}

function imagine(account: Account, date: string): ExpectedDay {
  const vary = (name: string, low: number, high: number): number =>
    low + (high - low) * chance(account.username, date, name);
  const posted = chance(account.username, date, 'posted') < 0.36;
  const mood = (weekday[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 1) * (posted ? 1.6 : 1);
  const reach = Math.round(account.followers * account.dailyReach * mood * vary('reach', 0.72, 1.28));
  const likes = Math.round(reach * vary('likes', 0.045, 0.08));
  const comments = Math.round(likes * vary('comments', 0.04, 0.11));
  const saves = Math.round(likes * vary('saves', 0.06, 0.16));
  const shares = Math.round(likes * vary('shares', 0.05, 0.14));
  const interactions = likes + comments + saves + shares;
  const numbers: Record<DayMetric, number> = {
    reach,
    views: Math.round(reach * vary('views', 1.7, 2.6)),
    accounts_engaged: Math.round(interactions * vary('accounts_engaged', 0.71, 0.86)),
    total_interactions: interactions,
    likes,
    comments,
    saves,
    shares,
    replies: Math.floor(vary('replies', 0, 4) * mood),
    reposts: Math.floor(vary('reposts', 0, 3) * mood),
    follows: Math.round(account.followers * vary('follows', 0.0004, 0.0025) * mood),
    unfollows: Math.round(account.followers * vary('unfollows', 0.0002, 0.0013)),
    profile_links_taps: Math.round(reach * vary('profile_links_taps', 0.002, 0.009)),
  };
  const missing = (metric: DayMetric): boolean =>
    account.blankDates.includes(date) || vary(`missing ${metric}`, 0, oneDayIn[metric] ?? 1e9) < 1;
  const entries = dayMetrics.map((metric) => [metric, missing(metric) ? null : numbers[metric]]);
  return Object.fromEntries(entries) as ExpectedDay;
}

const HOUR = 3_600_000;

/**
 * How much of a day Meta shows at an instant, 0 to 1. It says that numbers may take 48 hours: here nothing shows in a
 * day's first three hours, then a part that grows, and two revisions follow after midnight.
 */
export function shareKnown(date: string, atMs: number): number {
  const { startMs, endMs } = metaDay(date);
  if (atMs < startMs + 3 * HOUR || startMs < atMs - 90 * 24 * HOUR) return 0;
  if (atMs < endMs) return (0.85 * (atMs - startMs)) / (endMs - startMs);
  if (atMs < endMs + 24 * HOUR) return 0.94;
  return atMs < endMs + 48 * HOUR ? 0.98 : 1;
}

/** What Meta answers at an instant for one metric of one day; null when it has nothing (yet, or any more). */
export function shownDay(username: string, date: string, metric: DayMetric, atMs: number): number | null {
  const share = shareKnown(date, atMs);
  const settled = expectedDay(username, date)[metric];
  return settled === null || share === 0 ? null : Math.floor(settled * share);
}

/** Followers at an instant: the seeded count moved by every day that ended since. */
export function followersAt(username: string, atMs: number): number {
  const account = requireAccount(username);
  const today = metaDateAt(atMs);
  let count = account.followers;
  for (let date = followersFrom; date < today; date = addDays(date, 1)) {
    const day = expectedDay(username, date);
    count += (day.follows ?? 0) - (day.unfollows ?? 0);
  }
  return count;
}
