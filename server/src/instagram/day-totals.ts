import { divide, type Question, questionsFor, valueIn } from './day-total-metrics';
import type { MetaDay } from './days';
import { type Endpoints, graphRequest } from './endpoints';
import { type CallLine, call } from './graph-call';
import { boundsOf } from './insight-window';
import type { DayTotalMetric, Instagram, MissingReason, Reply } from './instagram';
import type { Refusal } from './refusals';
import { TotalsReply } from './replies';

/** The totals of a day: a window of just that day for every metric that Instagram gives no series of. */
export function dayTotals(http: CallLine, endpoints: Endpoints): Pick<Instagram, 'dayTotals'> {
  return {
    async dayTotals(token, accountId, day, metrics) {
      const window = oneDayWindow(day);
      const ask = ({ query }: Question) =>
        call(
          http,
          graphRequest(endpoints, token, `${accountId}/insights`, {
            ...query,
            ...window,
          }),
          TotalsReply,
        );

      const values = new Map<DayTotalMetric, number>();
      const missing = new Map<DayTotalMetric, MissingReason>();
      let answered = false;
      let failure: Reply<never> | null = null;

      const questions = questionsFor(metrics);
      for (let next = questions.shift(); next; next = questions.shift()) {
        const reply = await ask(next);
        if (reply.ok) {
          answered = true;
          for (const metric of next.metrics) {
            const value = valueIn(reply.value, metric);
            if (value !== null) values.set(metric, value);
          }
          continue;
        }
        const parts = divide(next);
        if (concernsEveryMetric(reply.refusal, parts.length)) return reply;
        if (parts.length > 1) {
          questions.unshift(...parts);
          continue;
        }
        const reason = missingReason(reply.refusal);
        if (reason === 'META_ERROR') failure ??= reply;
        for (const metric of next.metrics) missing.set(metric, reason);
      }
      // Trouble with every single metric is trouble with the call, and worth another try as a whole.
      return !answered && failure ? failure : { ok: true, value: { values, missing } };
    },
  };
}

/** `until` is inclusive: the midnight that ends the day would let the next day in. */
function oneDayWindow(day: MetaDay): Record<string, string> {
  const { since, until } = boundsOf({ from: day, to: day });
  return {
    period: 'day',
    metric_type: 'total_value',
    since: String(since),
    until: String(until - 1),
  };
}

/**
 * Whether a refusal goes for all metrics, so that asking them one by one would only repeat it. Meta answers code 1
 * ("unknown error") to a bad metric too, so that alone is no reason to give up on several.
 */
function concernsEveryMetric({ kind, code, subcode }: Refusal, metricsAsked: number): boolean {
  if (kind === 'temporary') return metricsAsked > 1 && code !== 1;
  return WIDE_KINDS.has(kind) || isUnknownObject(code, subcode);
}

const WIDE_KINDS: ReadonlySet<Refusal['kind']> = new Set([
  'token-rejected',
  'app-removed',
  'permission-missing',
  'rate-limited',
  'no-answer',
]);

/** The account itself is not found, whatever is asked about it. */
const isUnknownObject = (code: number | null, subcode: number | null) => code === 100 && subcode === 33;

function missingReason({ kind, code }: Refusal): MissingReason {
  return kind === 'unsupported' || code === 100 ? 'UNSUPPORTED' : 'META_ERROR';
}
