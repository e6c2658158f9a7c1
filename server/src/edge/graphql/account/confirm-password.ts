import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Credentials, Sessions } from '../../../features/account';
import { type Context, requireViewer } from '../context';
import { unauthenticated } from '../errors';
import { DateTimeScalar } from '../scalars';
import { UserError } from '../user-errors';
import type { Attempts } from './attempts';
import type { SignIns } from './sign-ins';
import { PasswordWrong } from './user-errors';

@InputType('ConfirmPasswordInput', { description: 'The password once more.' })
export class ConfirmPasswordInput {
  @Field(() => String, { description: "The account's password." })
  password: string;
}

@ObjectType('ConfirmPasswordPayload', { description: 'How long the password counts as just typed.' })
export class ConfirmPasswordPayload {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when mutations that need a recent password take it; null when it was wrong.',
  })
  expiresAt: Date | null;

  @Field(() => [UserError], { description: 'Why it was not taken.' })
  userErrors: UserError[];
}

@Resolver()
export class ConfirmPasswordResolver {
  constructor(
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly signIns: SignIns,
    private readonly attempts: Attempts,
  ) {}

  @Mutation(() => ConfirmPasswordPayload, {
    description:
      'Checks the password once more, for what needs it typed in the last five minutes. The session goes on in a fresh ' +
      'cookie. Counts as an attempt to sign in. Needs: signed in.',
  })
  async confirmPassword(
    @Arg('input', () => ConfirmPasswordInput, { description: 'The password.' })
    input: ConfirmPasswordInput,
    @Ctx() context: Context,
  ): Promise<ConfirmPasswordPayload> {
    const viewer = requireViewer(context);
    await this.attempts.take(context.network, viewer.accountId);
    const result = await this.credentials.confirm(viewer, input.password);
    if (result.kind === 'session-over') throw unauthenticated();
    if (result.kind === 'wrong') return { expiresAt: null, userErrors: [new PasswordWrong()] };
    await this.signIns.goOn(context, result.sessionId);
    const until = await this.sessions.passwordRecentUntil(requireViewer(context));
    return { expiresAt: until, userErrors: [] };
  }
}
