import type { Clock } from '../../../lib/clock';
import { IconCircleDashed } from '../../../ui/icons';
import type { CardConnection } from '../connection.queries';
import { connected } from './connected';
import { expiring } from './expiring';
import { limited } from './limited';
import { reconnectNeeded } from './reconnect-needed';
import { removedAtInstagram } from './removed';
import { duringTrouble } from './trouble';
import type { CardState, CardSubject } from './types';
import { waiting, waitingToRenew } from './waiting';

/** What a card says at `clock.now`. Every reason, time and number in it comes from the server; without one, its clause is left out. */
export function cardState(subject: CardSubject, clock: Clock): CardState {
  switch (subject.kind) {
    case 'none':
      return none;
    case 'waiting':
      return waiting(subject.attempt, clock);
    case 'connection': {
      const { connection, attempt, trouble } = subject;
      const standing = standingOf(connection, clock);
      const calm = trouble == null ? standing : duringTrouble(standing, connection, trouble, clock);
      return attempt == null ? calm : waitingToRenew(calm, attempt, clock);
    }
  }
}

function standingOf(connection: CardConnection, clock: Clock): CardState {
  switch (connection.status) {
    case 'ACTIVE':
      return connected(connection, clock);
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

const none: CardState = {
  pill: 'No account yet',
  tone: 'neutral',
  icon: IconCircleDashed,
  sentences: ['No Instagram account is connected. You need:'],
  advice: [],
  needs: [
    'a professional account (business or creator)',
    'to be able to sign in to it here',
    'a minute to read three permissions',
  ],
  action: { does: 'explain', label: 'Connect Instagram', needed: true },
};
