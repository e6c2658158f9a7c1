import type { Sessions } from '../../../features/account';
import type { Clock } from '../../../platform/clock';
import { type Context, requireViewer } from '../context';
import { PasswordNeeded } from './user-errors';

/** Asks for the password once more before what somebody at an unattended browser would do first. */
export class RecentPassword {
  constructor(
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /**
   * The refusal that goes to somebody who typed the password longer than five minutes ago; null for everybody else.
   *
   * @throws GraphQLError UNAUTHENTICATED when nobody is signed in.
   */
  async refusal(context: Context): Promise<PasswordNeeded | null> {
    const until = await this.sessions.passwordRecentUntil(requireViewer(context));
    return this.clock.now() <= until ? null : new PasswordNeeded();
  }
}
