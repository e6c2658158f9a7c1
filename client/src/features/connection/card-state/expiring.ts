import type { Clock } from '../../../lib/clock';
import { formatQuantity } from '../../../lib/format-number';
import { daysUntil, formatFullMoment } from '../../../lib/format-time';
import { IconClock } from '../../../ui/icons';
import type { CardConnection } from '../connection.queries';
import { limitSentence } from './connected';
import { failedRenewals, nextRenewal } from './renewals';
import type { CardState } from './types';

/** Whether we are about to renew it, and nothing has spoken against it so far: the person need not act. */
export function renewsItself({ statusReason, tokenHealth }: CardConnection): boolean {
  return statusReason === 'RENEWAL_AHEAD' && tokenHealth?.nextRefreshAt != null;
}

/** Access ends within 14 days: when, what came of our tries to renew it, and when we try next. */
export function expiring(connection: CardConnection, clock: Clock): CardState {
  const { tokenHealth } = connection;
  const ends = tokenHealth === null ? null : new Date(tokenHealth.expiresAt);
  const days = ends === null ? null : daysUntil(ends, clock.now);
  const when = ends === null ? 'soon' : formatFullMoment(ends, clock.timeZone);
  const tried = [...failedRenewals(tokenHealth, clock), ...nextRenewal(tokenHealth, clock)];
  const advice = renewsItself(connection)
    ? 'We renew it ourselves; there is nothing to do.'
    : 'Renew it to keep analytics coming.';
  return {
    pill: days === null ? 'Access ends soon' : `Access ends ${inDays(days)}`,
    tone: 'warning',
    icon: IconClock,
    sentences: [[`Access ends ${when}.`, ...tried].join(' '), ...limitSentence(connection, clock)],
    advice: [advice],
    needs: [],
    action: { does: 'explain', label: 'Renew access', needed: !renewsItself(connection) },
  };
}

const inDays = (days: number) => (days === 0 ? 'within a day' : `in ${formatQuantity(days, 'day')}`);
