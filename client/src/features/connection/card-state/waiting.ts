import type { Clock } from '../../../lib/clock';
import { formatNear } from '../../../lib/format-time';
import { IconHourglass } from '../../../ui/icons';
import type { Attempt } from '../connection.queries';
import type { CardAction, CardState } from './types';

const action: CardAction = { does: 'continue', label: 'Continue at Instagram', needed: true };

function untilWhen({ expiresAt }: NonNullable<Attempt>, { timeZone, now }: Clock): string {
  return `The link works until ${formatNear(new Date(expiresAt), timeZone, now)}; after that, start again.`;
}

/** A connect that was begun here: until when its link works, and that nothing is stored. */
export function waiting(attempt: NonNullable<Attempt>, clock: Clock): CardState {
  return {
    pill: 'Waiting for Instagram',
    tone: 'neutral',
    icon: IconHourglass,
    sentences: [
      `Finish at Instagram. This card updates by itself. ${untilWhen(attempt, clock)} Nothing is stored yet.`,
    ],
    advice: [],
    needs: [],
    action,
  };
}

/** The card of a connection while the person is at Instagram to renew it: its state stays what it is. */
export function waitingToRenew(state: CardState, attempt: NonNullable<Attempt>, clock: Clock): CardState {
  const words = `Waiting for Instagram: finish there, and this card updates by itself. ${untilWhen(attempt, clock)} Nothing has changed yet.`;
  return { ...state, sentences: [...state.sentences, words], advice: [], action };
}
