import type { PasswordCost } from '../features/account';
import type { Notices } from '../features/connection';
import type { AccountEraser, Eraser, RecipientSource } from '../features/deletion';
import type { Instagram } from '../instagram/instagram';
import type { Clock } from '../platform/clock';
import type { Log } from '../platform/log';
import type { Mailer } from '../platform/mail/mailer';

/** What a spec may swap: time, the log, the cost of hashing, what is erased, who tells people, who read the data, where the SPA is and where mails go. */
export interface Overrides {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly passwordCost?: PasswordCost;
  readonly instagram?: Instagram;
  readonly notices?: Notices;
  readonly erasers?: (erasers: readonly Eraser[]) => readonly Eraser[];
  readonly accountErasers?: (erasers: readonly AccountEraser[]) => readonly AccountEraser[];
  readonly recipients?: RecipientSource;
  readonly clientDist?: string;
  readonly mailer?: Mailer;
  /** To delete again what a restored database brought back: such an app is built on it, and neither listens nor works. */
  readonly replaying?: boolean;
}
