import type { Icon } from '@tabler/icons-react';
import type { Tone } from '../../../ui/tone';
import type { Attempt, CardConnection, Trouble } from '../connection.queries';

/** What a card is about: a connection with what goes on around it, a connect under way, or nothing yet. */
export type CardSubject =
  | {
      readonly kind: 'connection';
      readonly connection: CardConnection;
      /** The attempt to renew this very connection. */
      readonly attempt?: Attempt;
      readonly trouble?: Trouble;
    }
  | { readonly kind: 'waiting'; readonly attempt: NonNullable<Attempt> }
  | { readonly kind: 'none' };

/** The button that leads on. */
export interface CardAction {
  /**
   * `explain`: to the page that says what Instagram will ask; `leave`: straight to Instagram; `continue`: the same, in
   * place of the attempt that is open.
   */
  readonly does: 'explain' | 'leave' | 'continue';
  readonly label: string;
  /** Whether the person is needed; else the button does not stand out. */
  readonly needed: boolean;
}

/** What a card says: the pill, the reason with its time, what is paused, and what to do about it. */
export interface CardState {
  readonly pill: string;
  readonly tone: Tone;
  readonly icon: Icon;
  /** What is so, a paragraph each. */
  readonly sentences: readonly string[];
  /** What the person can do about it, where the button alone does not say it. */
  readonly advice: readonly string[];
  /** What one needs, in order; only before the first connection. */
  readonly needs: readonly string[];
  /** Null when there is nothing for the person to do. */
  readonly action: CardAction | null;
}
