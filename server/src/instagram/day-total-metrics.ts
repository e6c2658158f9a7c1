import type { DayTotalMetric } from './instagram';
import type { TotalsAnswer } from './replies';

/** Metrics that Instagram can be asked for in one call, and how it is asked. */
export interface Question {
  readonly metrics: readonly DayTotalMetric[];
  readonly query: Readonly<Record<string, string>>;
}

const FOLLOW_METRICS: readonly DayTotalMetric[] = ['FOLLOWS', 'UNFOLLOWS'];

/** Meta's names, from its table of account metrics; the two follow metrics are one metric with a breakdown. */
const WIRE_NAMES: Readonly<Record<DayTotalMetric, string>> = {
  VIEWS: 'views',
  ACCOUNTS_ENGAGED: 'accounts_engaged',
  TOTAL_INTERACTIONS: 'total_interactions',
  LIKES: 'likes',
  COMMENTS: 'comments',
  SAVES: 'saves',
  SHARES: 'shares',
  REPLIES: 'replies',
  REPOSTS: 'reposts',
  PROFILE_LINKS_TAPS: 'profile_links_taps',
  FOLLOWS: 'follows_and_unfollows',
  UNFOLLOWS: 'follows_and_unfollows',
};

/** As few questions as Instagram allows: a breakdown goes for a whole call, so what needs one is asked apart. */
export function questionsFor(metrics: readonly DayTotalMetric[]): Question[] {
  const plain = metrics.filter((metric) => !FOLLOW_METRICS.includes(metric));
  const follow = metrics.filter((metric) => FOLLOW_METRICS.includes(metric));
  return [...(plain.length ? [question(plain)] : []), ...(follow.length ? [question(follow)] : [])];
}

/** The same question metric by metric; one that cannot be divided comes back alone. */
export function divide({ metrics }: Question): Question[] {
  const names = new Set(metrics.map((metric) => WIRE_NAMES[metric]));
  return [...names].map((name) => question(metrics.filter((metric) => WIRE_NAMES[metric] === name)));
}

function question(metrics: readonly DayTotalMetric[]): Question {
  const names = new Set(metrics.map((metric) => WIRE_NAMES[metric]));
  const breakdown = metrics.some((metric) => FOLLOW_METRICS.includes(metric)) && { breakdown: 'follow_type' };
  return { metrics, query: { metric: [...names].join(','), ...breakdown } };
}

/** The number that an answer holds for a metric, or null: missing is never zero. */
export function valueIn(answer: TotalsAnswer, metric: DayTotalMetric): number | null {
  const entry = answer.data.find(({ name }) => name === WIRE_NAMES[metric]);
  if (!entry) return null;
  // Meta counts those who follow after the day as FOLLOWER, and those who do not as NON_FOLLOWER.
  if (metric === 'FOLLOWS') return valueOfFollowType(entry.total_value, 'FOLLOWER');
  if (metric === 'UNFOLLOWS') return valueOfFollowType(entry.total_value, 'NON_FOLLOWER');
  return entry.total_value.value ?? null;
}

type TotalValue = TotalsAnswer['data'][number]['total_value'];

/** The place of the follow type among the values follows the place of its key, which is not fixed. */
function valueOfFollowType({ breakdowns }: TotalValue, followType: string): number | null {
  for (const { dimension_keys, results } of breakdowns) {
    const place = dimension_keys.indexOf('follow_type');
    const result = results.find(
      ({ dimension_values }) => place >= 0 && dimension_values[place] === followType,
    );
    if (result) return result.value;
  }
  return null;
}
