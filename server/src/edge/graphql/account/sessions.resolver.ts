import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Sessions } from '../../../features/account';
import { type Context, requireViewer } from '../context';
import { Account } from './account.type';
import { SignInSessionType } from './session.type';

/** Where the account is signed in. */
@Resolver(() => Account)
export class SessionsResolver {
  constructor(private readonly signedIn: Sessions) {}

  @FieldResolver(() => [SignInSessionType], {
    description: 'The browsers in which the account is signed in: this one first, then the last used first.',
  })
  async sessions(@Ctx() context: Context): Promise<SignInSessionType[]> {
    const sessions = await this.signedIn.list(requireViewer(context));
    return sessions.map((session) => new SignInSessionType(session));
  }
}
