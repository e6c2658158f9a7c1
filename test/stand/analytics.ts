import { type DayMetric, expectedDay, followersAt, shownDay } from '../meta/src/index.ts';
import type { GraphqlAnswer, Person } from './person';

/** Every metric of a day, and the name under which the sandbox knows it. FOLLOWER_COUNT is not one of them: it is a level. */
export const DAY_METRICS = {
  REACH: 'reach',
  VIEWS: 'views',
  ACCOUNTS_ENGAGED: 'accounts_engaged',
  TOTAL_INTERACTIONS: 'total_interactions',
  LIKES: 'likes',
  COMMENTS: 'comments',
  SAVES: 'saves',
  SHARES: 'shares',
  REPLIES: 'replies',
  REPOSTS: 'reposts',
  FOLLOWS: 'follows',
  UNFOLLOWS: 'unfollows',
  PROFILE_LINKS_TAPS: 'profile_links_taps',
} as const satisfies Record<string, DayMetric>;

export type DayMetricName = keyof typeof DAY_METRICS;
export const DAY_METRIC_NAMES = Object.keys(DAY_METRICS) as DayMetricName[];
export type MetricName = DayMetricName | 'FOLLOWER_COUNT';
export const METRIC_NAMES: readonly MetricName[] = [...DAY_METRIC_NAMES, 'FOLLOWER_COUNT'];

export interface Series {
  readonly metric: MetricName;
  readonly values: readonly (number | null)[];
  readonly total: number | null;
  readonly previousTotal: number | null;
  readonly missingReason: string | null;
}

export interface Analytics {
  readonly from: string;
  readonly to: string;
  readonly completeUntil: string | null;
  readonly syncedAt: string | null;
  readonly series: readonly Series[];
}

/** Asks for the analytics of a connection, and answers with whatever came back. */
export function askAnalytics(
  person: Person,
  id: string,
  from: unknown,
  to: unknown,
  metrics: readonly string[] = METRIC_NAMES,
): Promise<GraphqlAnswer> {
  return person.execute(QUERY, { id, from, to, metrics });
}

/** The analytics of a connection as its owner reads them. */
export async function readAnalytics(
  person: Person,
  id: string,
  from: string,
  to: string,
  metrics: readonly MetricName[] = METRIC_NAMES,
): Promise<Analytics> {
  const answer = await askAnalytics(person, id, from, to, metrics);
  const analytics = answer.data?.viewer?.instagramConnection?.analytics;
  if (analytics == null) throw new Error(`analytics answered ${JSON.stringify(answer)}`);
  return analytics;
}

/** One series of a range. */
export async function readSeries(
  person: Person,
  id: string,
  metric: MetricName,
  from: string,
  to: string,
): Promise<Series> {
  const [series] = (await readAnalytics(person, id, from, to, [metric])).series;
  if (series === undefined) throw new Error(`no series of ${metric}`);
  return series;
}

/** The calendar dates from one to another, both included. */
export function dates(from: string, to: string): string[] {
  const all: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    all.push(new Date(at).toISOString().slice(0, 10));
  }
  return all;
}

/** What Instagram shows of each day at an instant: what a run at that instant must have stored. */
export const shown = (username: string, metric: DayMetricName, from: string, to: string, at: Date) =>
  dates(from, to).map((date) => shownDay(username, date, DAY_METRICS[metric], at.getTime()));

/** What each day settles at. */
export const settled = (username: string, metric: DayMetricName, from: string, to: string) =>
  dates(from, to).map((date) => expectedDay(username, date)[DAY_METRICS[metric]]);

/** The sum of days of which each is known; null when one is not. */
export const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce(
    (total, value) => (total === null || value === null ? null : total + value),
    0 as number | null,
  );

/** Followers at an instant. */
export const followers = (username: string, at: Date): number => followersAt(username, at.getTime());

const QUERY = `query ($id: ID!, $from: Date!, $to: Date!, $metrics: [AnalyticsMetric!]!) {
  viewer { instagramConnection(id: $id) { analytics(from: $from, to: $to, metrics: $metrics) {
    from to completeUntil syncedAt series { metric values total previousTotal missingReason }
  } } }
}`;
