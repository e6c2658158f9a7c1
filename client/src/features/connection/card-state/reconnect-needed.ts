import type { Clock } from '../../../lib/clock';
import { formatNear } from '../../../lib/format-time';
import { IconPlugConnectedX } from '../../../ui/icons';
import type { CardConnection } from '../connection.queries';
import { failedRenewals } from './renewals';
import type { CardState } from './types';

/** There is no living access: why, since when, what is paused, what is safe, and who has to sign in. */
export function reconnectNeeded(connection: CardConnection, clock: Clock): CardState {
  const { username } = connection;
  return {
    pill: 'Reconnect needed',
    tone: 'danger',
    icon: IconPlugConnectedX,
    sentences: [[why(connection, clock), ...pausedSentence(connection), 'History is kept.'].join(' ')],
    advice: [
      [...remedy(connection), `Sign in as @${username}; another account is not accepted here.`].join(' '),
    ],
    needs: [],
    action: { does: 'explain', label: `Reconnect @${username}`, needed: true },
  };
}

/** What a check of the connection may still find changed, without reconnecting. */
export function mayComeBack({ status, statusReason }: CardConnection): boolean {
  if (status === 'DEAUTHORIZED') return false;
  return status !== 'RECONNECT_NEEDED' || (statusReason !== 'ACCESS_EXPIRED' && statusReason !== 'OTHER_APP');
}

/** Why access ended. What a check found is given with the time at which it was seen, not with one at which it ended. */
function why(connection: CardConnection, clock: Clock): string {
  const { statusReason, statusSince, statusEvidence, tokenHealth } = connection;
  const near = statusSince === null ? null : formatNear(new Date(statusSince), clock.timeZone, clock.now);
  const seen = near === null ? '' : ` (seen ${near})`;
  switch (statusReason) {
    case 'PASSWORD_CHANGED':
      return `Instagram ended our access because the password changed or the account was signed out everywhere${seen}.`;
    case 'CHECKPOINT':
      return `Instagram wants to check that it is you${seen}.`;
    case 'ACCOUNT_UNCONFIRMED':
      return `Instagram wants this account to be confirmed first${seen}.`;
    case 'ACCESS_EXPIRED': {
      const ended = near === null || statusEvidence.kind !== 'CLOCK' ? seen : ` on ${near}`;
      return [`Our access ended by time${ended}.`, ...failedRenewals(tokenHealth, clock)].join(' ');
    }
    case 'ACCESS_INVALIDATED':
      return `Instagram ended our access without saying why${seen}.`;
    case 'PERMISSION_WITHDRAWN':
      return `The permission to see the profile was taken back at Instagram${seen}, and without it there is no access.`;
    case 'ACCOUNT_NOT_FOUND':
      return `Instagram has said for a day or longer that this account is not there${seen}.`;
    case 'OTHER_APP':
      return 'You granted access to another Instagram app than the one that this installation uses now.';
    default:
      return 'Our access to this account does not work here any more.';
  }
}

/** What the person can do first, beside reconnecting. */
function remedy({ statusReason }: CardConnection): string[] {
  switch (statusReason) {
    case 'CHECKPOINT':
      return ['Open Instagram and finish its check. Then press Check now, or reconnect.'];
    case 'ACCOUNT_UNCONFIRMED':
      return ['Open Instagram and confirm the account. Then press Check now, or reconnect.'];
    case 'ACCOUNT_NOT_FOUND':
      return ['If you can open it in Instagram, press Check now, or reconnect.'];
    default:
      return [];
  }
}

function pausedSentence({ paused }: CardConnection): string[] {
  return paused.some(({ activity }) => activity === 'ANALYTICS') ? ['Analytics is paused.'] : [];
}
