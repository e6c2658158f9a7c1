import type { DayRange, DayTotals, Instagram, MissingReason, Reply } from '../../instagram/instagram';
import type { Refusal } from '../../instagram/refusals';
import type { Clock } from '../../platform/clock';
import type { Grant } from '../connection';
import type { PlannedDay } from './fetch-plan';
import {
  answeredDay,
  type FetchedDay,
  generalReasons,
  type RunAnswers,
  refusedDay,
  unaskedDays,
} from './fetched-day';
import type { AnalyticsMetric } from './metrics';
import { endsRun, reasonOf } from './refusal-rules';

/** How the asking ended. */
export interface FetchEnd {
  /** What ended it early; null when it went through to the oldest day. */
  readonly refusal: Refusal | null;
  /** A day's refusal that was passed over: that day is still to be fetched. */
  readonly leftOpen: Refusal | null;
  /** What Instagram's newest answers say about a metric of this account in general. */
  readonly reasons: ReadonlyMap<AnalyticsMetric, MissingReason>;
  /** Whether Instagram answered any call. */
  readonly answered: boolean;
}

interface Source {
  readonly instagram: Pick<Instagram, 'profile' | 'dailyReach' | 'dayTotals'>;
  readonly clock: Clock;
  readonly grant: Pick<Grant, 'token' | 'professionalId'>;
}

/**
 * Asks Instagram for the planned days, newest first, and hands over each as it comes. Trouble with one metric leaves
 * the others alone; trouble with one day is passed over; trouble with everything, or with two days in a row, ends the
 * asking, once what is known of the remaining days has been handed over.
 */
export async function* fetchDays(
  source: Source,
  plan: readonly PlannedDay[],
): AsyncGenerator<FetchedDay, FetchEnd> {
  const { instagram, clock, grant } = source;
  const [newest, oldest] = [plan[0], plan.at(-1)];
  const reasons = new Map<AnalyticsMetric, MissingReason>();
  let answered = false;
  let leftOpen: Refusal | null = null;
  const ended = (refusal: Refusal | null): FetchEnd => ({ refusal, leftOpen, reasons, answered });
  if (newest === undefined || oldest === undefined) return ended(null);

  const profile = await instagram.profile(grant.token);
  answered ||= profile.ok;
  if (!profile.ok && endsRun(profile.refusal)) return ended(profile.refusal);

  const range: DayRange = { from: oldest.day, to: newest.day };
  const reach = await instagram.dailyReach(grant.token, grant.professionalId, range);
  answered ||= reach.ok;
  const answers: RunAnswers = { today: newest.day, profile, reach };
  if (!reach.ok) {
    if (endsRun(reach.refusal)) {
      yield* unaskedDays(plan, answers);
      return ended(reach.refusal);
    }
    if (reasonOf(reach.refusal) === 'UNSUPPORTED') reasons.set('REACH', 'UNSUPPORTED');
  }

  let dayBeforeRefused = false;
  for (const [index, planned] of plan.entries()) {
    const askedAt = clock.now();
    const totals = await totalsOf(source, planned);
    answered ||= totals.ok;
    if (totals.ok) {
      dayBeforeRefused = false;
      for (const [metric, reason] of generalReasons(planned, answers, totals.value)) {
        if (!reasons.has(metric)) reasons.set(metric, reason);
      }
      yield answeredDay(planned, answers, totals.value, askedAt);
    } else if (dayBeforeRefused || endsRun(totals.refusal)) {
      yield* unaskedDays(plan.slice(index), answers);
      return ended(totals.refusal);
    } else {
      dayBeforeRefused = true;
      leftOpen = totals.refusal;
      yield refusedDay(planned, answers);
    }
  }
  return ended(null);
}

/** A day of which only reach is open costs no call of its own. */
async function totalsOf(
  { instagram, grant }: Source,
  { day, totals }: PlannedDay,
): Promise<Reply<DayTotals>> {
  if (totals.length === 0) return { ok: true, value: { values: new Map(), missing: new Map() } };
  return instagram.dayTotals(grant.token, grant.professionalId, day, totals);
}
