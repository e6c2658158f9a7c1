import type { Icon } from '@tabler/icons-react';
import type { Clock } from '../../lib/clock';
import { formatQuantity } from '../../lib/format-number';
import { daysUntil, formatAgo, formatDay, formatFullMoment, formatMoment } from '../../lib/format-time';
import { IconCircleCheck, IconCircleHalf, IconClock, IconPlugConnectedX, IconUserOff } from '../../ui/icons';
import type { Tone } from '../../ui/tone';
import type { CardConnection } from './connection.queries';

/** What a card says about its connection: the pill, the reason with its time, and what to do about it. */
export interface CardState {
  pill: string;
  tone: Tone;
  icon: Icon;
  sentences: string[];
  /** The button that mends the state; null when there is nothing for the person to do. */
  mend: string | null;
}

function accessSentence({ tokenHealth, checkedAt }: CardConnection, { timeZone, now }: Clock): string {
  const until =
    tokenHealth === null ? 'Access' : `Access until ${formatDay(new Date(tokenHealth.expiresAt), timeZone)}`;
  const checked = checkedAt === null ? '' : `, checked ${formatAgo(new Date(checkedAt), timeZone, now)}`;
  return `${until}${checked}.`;
}

function limited(connection: CardConnection, clock: Clock): CardState {
  const noAnalytics = connection.missingPermissions.includes('MANAGE_INSIGHTS');
  const noPublishing = connection.missingPermissions.includes('CONTENT_PUBLISH');
  const sentences: string[] = [];
  if (noAnalytics) {
    sentences.push('Analytics is off: Instagram says the permission to read it was not granted.');
  }
  if (noPublishing) {
    sentences.push(
      'Publishing is off: Instagram says the permission to publish was not granted. This version does not publish yet.',
    );
  }
  const mend =
    noAnalytics && noPublishing
      ? 'Grant permissions'
      : noAnalytics
        ? 'Grant analytics access'
        : 'Grant publishing access';
  return {
    pill: 'Limited',
    tone: 'warning',
    icon: IconCircleHalf,
    sentences: [...sentences, accessSentence(connection, clock)],
    mend,
  };
}

function expiring(connection: CardConnection, { timeZone, now }: Clock): CardState {
  const base = { tone: 'warning', icon: IconClock, mend: 'Renew access' } as const;
  if (connection.tokenHealth === null) {
    return {
      ...base,
      pill: 'Access ends soon',
      sentences: ['Access ends soon. Renew it to keep analytics coming.'],
    };
  }
  const ends = new Date(connection.tokenHealth.expiresAt);
  const days = daysUntil(ends, now);
  return {
    ...base,
    pill: days === 0 ? 'Access ends within a day' : `Access ends in ${formatQuantity(days, 'day')}`,
    sentences: [`Access ends ${formatFullMoment(ends, timeZone)}. Renew it to keep analytics coming.`],
  };
}

function reconnectNeeded(connection: CardConnection, { timeZone, now }: Clock): CardState {
  const ends = connection.tokenHealth === null ? null : new Date(connection.tokenHealth.expiresAt);
  const ended =
    ends !== null && ends <= now
      ? `Our access ended on ${formatMoment(ends, timeZone, now)}.`
      : 'Our access to this account does not work here any more.';
  return {
    pill: 'Reconnect needed',
    tone: 'danger',
    icon: IconPlugConnectedX,
    sentences: [
      `${ended} No new analytics comes in until you reconnect. History is kept.`,
      `Sign in as @${connection.username}; another account is not accepted here.`,
    ],
    mend: `Reconnect @${connection.username}`,
  };
}

function removedAtInstagram({ deauthorizedAt }: CardConnection, { timeZone, now }: Clock): CardState {
  const when = deauthorizedAt === null ? '' : ` on ${formatMoment(new Date(deauthorizedAt), timeZone, now)}`;
  return {
    pill: 'Removed at Instagram',
    tone: 'warning',
    icon: IconUserOff,
    sentences: [
      `SocioGenie was removed at Instagram${when}. Our access key was destroyed then. Username and analytics are still here.`,
    ],
    mend: 'Connect again',
  };
}

/** What the card of a connection says at `clock.now`; everything in it comes from the server. */
export function cardState(connection: CardConnection, clock: Clock): CardState {
  switch (connection.status) {
    case 'ACTIVE':
      return {
        pill: 'Connected',
        tone: 'success',
        icon: IconCircleCheck,
        sentences: [accessSentence(connection, clock)],
        mend: null,
      };
    case 'LIMITED':
      return limited(connection, clock);
    case 'EXPIRING':
      return expiring(connection, clock);
    case 'RECONNECT_NEEDED':
      return reconnectNeeded(connection, clock);
    case 'DEAUTHORIZED':
      return removedAtInstagram(connection, clock);
  }
}
