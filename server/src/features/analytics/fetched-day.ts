import type { DayTotals, MetaDay, MissingReason, Profile, Reply } from '../../instagram/instagram';
import type { PlannedDay } from './fetch-plan';
import type { AnalyticsMetric } from './metrics';
import { reasonOf } from './refusal-rules';

/** What one day of a run came to. */
export interface FetchedDay {
  readonly day: MetaDay;
  /** The numbers that came; what is not in here stays as it is stored. */
  readonly values: ReadonlyMap<AnalyticsMetric, number>;
  /** When the day's totals were asked; null when no answer about them came. */
  readonly fetchedAt: Date | null;
  /** The metrics whose answer was an error; null when the day was not asked about. */
  readonly failedMetrics: readonly AnalyticsMetric[] | null;
}

/** What was asked once for all days of a run. */
export interface RunAnswers {
  readonly today: MetaDay;
  readonly profile: Reply<Profile>;
  readonly reach: Reply<ReadonlyMap<MetaDay, number>>;
}

/** A day whose totals came. */
export function answeredDay(
  planned: PlannedDay,
  answers: RunAnswers,
  totals: DayTotals,
  askedAt: Date,
): FetchedDay {
  const failed = planned.totals.filter((metric) => totals.missing.get(metric) === 'META_ERROR');
  return {
    day: planned.day,
    values: new Map([...valuesForAll(planned, answers), ...totals.values]),
    fetchedAt: askedAt,
    failedMetrics: [...failuresForAll(planned, answers), ...failed],
  };
}

/** A day whose totals were refused. */
export function refusedDay(planned: PlannedDay, answers: RunAnswers): FetchedDay {
  return {
    day: planned.day,
    values: valuesForAll(planned, answers),
    fetchedAt: null,
    failedMetrics: [...failuresForAll(planned, answers), ...planned.totals],
  };
}

/** Days that were not asked about, as far as something is known of them anyhow. */
export function unaskedDays(planned: readonly PlannedDay[], answers: RunAnswers): FetchedDay[] {
  return planned
    .map((one) => ({
      day: one.day,
      values: valuesForAll(one, answers),
      fetchedAt: null,
      failedMetrics: null,
    }))
    .filter(({ values }) => values.size > 0);
}

/** The followers are a stock: what the profile says now is stored on today, and on no other day. */
function valuesForAll(
  planned: PlannedDay,
  { today, profile, reach }: RunAnswers,
): Map<AnalyticsMetric, number> {
  const values = new Map<AnalyticsMetric, number>();
  const reached = planned.reach && reach.ok ? reach.value.get(planned.day) : undefined;
  if (reached !== undefined) values.set('REACH', reached);
  const followers = planned.day === today && profile.ok ? profile.value.followersCount : null;
  if (followers !== null) values.set('FOLLOWER_COUNT', followers);
  return values;
}

function failuresForAll(planned: PlannedDay, { today, profile, reach }: RunAnswers): AnalyticsMetric[] {
  const failed: AnalyticsMetric[] = [];
  if (planned.reach && !reach.ok && reasonOf(reach.refusal) === 'META_ERROR') failed.push('REACH');
  if (planned.day === today && !profile.ok) failed.push('FOLLOWER_COUNT');
  return failed;
}

/** Below this Meta leaves out how many people follow and unfollow. Source: Meta's reference of an account's numbers, limitations. */
const FEWEST_FOLLOWERS = 100;

/** What a day's answer says about a metric of this account in general; errors are noted with the day instead. */
export function generalReasons(
  planned: PlannedDay,
  { profile }: RunAnswers,
  totals: DayTotals,
): ReadonlyMap<AnalyticsMetric, MissingReason> {
  const reasons = new Map<AnalyticsMetric, MissingReason>();
  for (const [metric, reason] of totals.missing) if (reason !== 'META_ERROR') reasons.set(metric, reason);
  const followers = profile.ok ? profile.value.followersCount : null;
  if (followers === null || followers >= FEWEST_FOLLOWERS) return reasons;
  for (const metric of ['FOLLOWS', 'UNFOLLOWS'] as const) {
    const empty = !totals.values.has(metric) && !totals.missing.has(metric);
    if (empty && planned.totals.includes(metric)) reasons.set(metric, 'TOO_FEW_FOLLOWERS');
  }
  return reasons;
}
