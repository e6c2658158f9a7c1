import type { ConnectionCheckOutcome } from '../../../gql/graphql';
import type { Clock } from '../../../lib/clock';
import { formatNear } from '../../../lib/format-time';
import type { CardConnection } from '../connection.queries';

/** What Instagram did, in the middle of a sentence. */
const did: Record<ConnectionCheckOutcome, string> = {
  ANSWERED: 'Instagram answered',
  ACCESS_REFUSED: 'Instagram refused',
  REMOVED: 'Instagram said that SocioGenie was removed',
  PERMISSION_MISSING: 'Instagram refused',
  RATE_LIMITED: 'Instagram asked us to wait',
  TROUBLE: 'Instagram had trouble of its own',
  NO_ANSWER: 'Instagram did not answer',
  REFUSED: 'Instagram refused',
};

/** "once", "twice", "3 times". */
const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/**
 * How often renewing failed since it last went through, with the newest answer and its time, and when the next try is;
 * nothing when none failed.
 */
export function failedRenewals(health: CardConnection['tokenHealth'], { timeZone, now }: Clock): string[] {
  if (health === null || health.failedAttempts === 0) return [];
  const { failedAttempts, lastFailureAt, lastFailureOutcome } = health;
  const answer = lastFailureOutcome === null ? 'it did not work' : did[lastFailureOutcome];
  const joined = failedAttempts === 1 || lastFailureOutcome === null ? ' and' : '; the last time';
  const at = lastFailureAt === null ? '' : ` (${formatNear(new Date(lastFailureAt), timeZone, now)})`;
  return [`We tried to renew it ${times(failedAttempts)}${joined} ${answer}${at}.`];
}

/** When the next try to renew is, if one is planned and lies ahead. */
export function nextRenewal(health: CardConnection['tokenHealth'], { timeZone, now }: Clock): string[] {
  const next = health?.nextRefreshAt == null ? null : new Date(health.nextRefreshAt);
  if (next === null) return [];
  return next > now ? [`Our next try is ${formatNear(next, timeZone, now)}.`] : ['Our next try is due now.'];
}
