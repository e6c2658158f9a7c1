import type { Clock } from '../../../lib/clock';
import { formatNear } from '../../../lib/format-time';
import { IconUserOff } from '../../../ui/icons';
import type { CardConnection } from '../connection.queries';
import type { CardState } from './types';

/** The person removed SocioGenie at Instagram: when, what is gone, what is still here and what is paused. */
export function removedAtInstagram(connection: CardConnection, { timeZone, now }: Clock): CardState {
  const { deauthorizedAt, statusEvidence, paused } = connection;
  const at = deauthorizedAt === null ? null : formatNear(new Date(deauthorizedAt), timeZone, now);
  const when = at === null ? '' : statusEvidence.kind === 'CHECK' ? ` (seen ${at})` : onOrAt(at);
  const analytics = paused.some(({ activity }) => activity === 'ANALYTICS') ? '; analytics is paused' : '';
  return {
    pill: 'Removed at Instagram',
    tone: 'warning',
    icon: IconUserOff,
    sentences: [
      `SocioGenie was removed at Instagram${when}. Our access key was destroyed then. Username and analytics are still here${analytics}.`,
    ],
    advice: [],
    needs: [],
    action: { does: 'explain', label: 'Connect again', needed: true },
  };
}

/** "today at 14:02", "on 12 Nov, 14:02". */
const onOrAt = (near: string) => (near.includes(' ') ? ` on ${near}` : ` today at ${near}`);
