import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Accounts, Sessions } from '../../../features/account';
import { type Context, requireViewer } from '../context';
import { notFound } from '../errors';
import { fromPublicId } from '../ids';
import { UserError } from '../user-errors';
import { Account } from './account.type';
import type { RecentPassword } from './recent-password';
import { SessionIsThisOne } from './user-errors';

@InputType('EndSessionInput', { description: 'Which session is to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: "One of the viewer's own sessions." })
  sessionId: string;
}

@ObjectType('EndSessionPayload', { description: 'The account without the session, or why it was not ended.' })
export class EndSessionPayload {
  @Field(() => Account, { nullable: true, description: 'The account; null when nothing was ended.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Why nothing was ended.' })
  userErrors: UserError[];
}

@ObjectType('EndOtherSessionsPayload', {
  description: 'The account with this session alone, or why the others were not ended.',
})
export class EndOtherSessionsPayload {
  @Field(() => Account, { nullable: true, description: 'The account; null when nothing was ended.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Why nothing was ended.' })
  userErrors: UserError[];
}

/** Ending sessions in other browsers. Asks for a recent password (ASVS 7.5.2): an intruder could shut the owner out. */
@Resolver()
export class EndSessionResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly recentPassword: RecentPassword,
  ) {}

  @Mutation(() => EndSessionPayload, {
    description:
      'Signs another browser out. Needs: signed in, and the password typed in the last five minutes.',
  })
  async endSession(
    @Arg('input', () => EndSessionInput, { description: 'Which one.' }) input: EndSessionInput,
    @Ctx() context: Context,
  ): Promise<EndSessionPayload> {
    const viewer = requireViewer(context);
    const refusal = await this.recentPassword.refusal(context);
    if (refusal !== null) return { account: null, userErrors: [refusal] };
    const id = fromPublicId('sess', input.sessionId);
    const ended = id === null ? 'unknown' : await this.sessions.endOther(viewer, id);
    if (ended === 'unknown') throw notFound();
    if (ended === 'current') return { account: null, userErrors: [new SessionIsThisOne()] };
    return { account: new Account(await this.accounts.find(viewer.accountId)), userErrors: [] };
  }

  @Mutation(() => EndOtherSessionsPayload, {
    description:
      'Signs every other browser out. Needs: signed in, and the password typed in the last five minutes.',
  })
  async endOtherSessions(@Ctx() context: Context): Promise<EndOtherSessionsPayload> {
    const viewer = requireViewer(context);
    const refusal = await this.recentPassword.refusal(context);
    if (refusal !== null) return { account: null, userErrors: [refusal] };
    await this.sessions.endOthers(viewer);
    return { account: new Account(await this.accounts.find(viewer.accountId)), userErrors: [] };
  }
}
