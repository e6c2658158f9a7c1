import type { Clock } from '../../../lib/clock';
import { formatNear } from '../../../lib/format-time';
import { IconCloudExclamation } from '../../../ui/icons';
import type { CardConnection, Trouble } from '../connection.queries';
import type { CardState } from './types';

/** "Next try 11:05.", when it lies ahead. */
export function nextTry(trouble: NonNullable<Trouble>, { timeZone, now }: Clock): string[] {
  const next = new Date(trouble.nextTryAt);
  return next > now ? [`Next try ${formatNear(next, timeZone, now)}.`] : [];
}

/** "Since 10:42 Instagram answers many accounts with errors." */
export function troubleSentence({ since }: NonNullable<Trouble>, { timeZone, now }: Clock): string {
  return `Since ${formatNear(new Date(since), timeZone, now)} Instagram answers many accounts with errors.`;
}

/**
 * The same card while Instagram has trouble with many: a healthy one says so in place of its state, another keeps its
 * state; nobody is asked to go to Instagram.
 */
export function duringTrouble(
  state: CardState,
  { status }: CardConnection,
  trouble: NonNullable<Trouble>,
  clock: Clock,
): CardState {
  const since = troubleSentence(trouble, clock);
  const next = nextTry(trouble, clock);
  if (status !== 'ACTIVE') {
    const waits = [since, 'Wait with this card until that is over.', ...next].join(' ');
    return { ...state, sentences: [...state.sentences, waits], advice: [], action: null };
  }
  const fine = [since, 'Your connection is fine, there is nothing to do.', ...next].join(' ');
  return {
    pill: 'Instagram is having trouble',
    tone: 'neutral',
    icon: IconCloudExclamation,
    sentences: [fine, ...state.sentences],
    advice: [],
    needs: [],
    action: null,
  };
}
