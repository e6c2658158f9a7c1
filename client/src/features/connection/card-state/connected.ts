import type { Clock } from '../../../lib/clock';
import { formatAgo, formatDay, formatNear } from '../../../lib/format-time';
import { IconCircleCheck } from '../../../ui/icons';
import type { CardConnection } from '../connection.queries';
import { failedRenewals } from './renewals';
import type { CardState } from './types';

/** All is well: until when, when it was checked, and what waits for a limit of Instagram's. */
export function connected(connection: CardConnection, clock: Clock): CardState {
  return {
    pill: 'Connected',
    tone: 'success',
    icon: IconCircleCheck,
    sentences: [accessSentence(connection, clock), ...limitSentence(connection, clock)],
    advice: [],
    needs: [],
    action: null,
  };
}

/** "Access until 21 Jan 2027, checked 4 min ago. We renew it ourselves." */
export function accessSentence({ tokenHealth, checkedAt }: CardConnection, clock: Clock): string {
  const { timeZone, now } = clock;
  const until =
    tokenHealth === null ? 'Access' : `Access until ${formatDay(new Date(tokenHealth.expiresAt), timeZone)}`;
  const checked = checkedAt === null ? '' : `, checked ${formatAgo(new Date(checkedAt), timeZone, now)}`;
  const renewed = tokenHealth?.nextRefreshAt == null ? '' : ' We renew it ourselves.';
  return [`${until}${checked}.${renewed}`, ...failedRenewals(tokenHealth, clock)].join(' ');
}

/** What Instagram's limit on our calls for this one connection holds up, and until when. */
export function limitSentence({ paused }: CardConnection, { timeZone, now }: Clock): string[] {
  const held = paused.find(({ activity, reason }) => activity === 'ANALYTICS' && reason === 'RATE_LIMITED');
  if (held === undefined) return [];
  const next =
    held.resumesAt === null
      ? 'Analytics waits and goes on by itself.'
      : `Analytics goes on by itself about ${formatNear(new Date(held.resumesAt), timeZone, now)}.`;
  return [`Instagram limits how often we may ask. ${next}`];
}
