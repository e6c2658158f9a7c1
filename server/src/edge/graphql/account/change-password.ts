import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { ChangePasswordProblem, Credentials } from '../../../features/account';
import { type Context, requireViewer } from '../context';
import { unauthenticated } from '../errors';
import { UserError } from '../user-errors';
import { Account } from './account.type';
import type { Attempts } from './attempts';
import type { SignIns } from './sign-ins';
import { PasswordUnchanged, PasswordWrong, passwordError } from './user-errors';

@InputType('ChangePasswordInput', { description: 'The password of now and the one to come.' })
export class ChangePasswordInput {
  @Field(() => String, { description: "The account's password, as it is." })
  currentPassword: string;

  @Field(() => String, { description: 'From 8 to 128 characters, taken exactly as sent.' })
  newPassword: string;
}

@ObjectType('ChangePasswordPayload', {
  description: 'The account under its new password, or why it was not changed.',
})
export class ChangePasswordPayload {
  @Field(() => Account, { nullable: true, description: 'The account; null when nothing was changed.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Every reason why nothing was changed.' })
  userErrors: UserError[];
}

@Resolver()
export class ChangePasswordResolver {
  constructor(
    private readonly credentials: Credentials,
    private readonly signIns: SignIns,
    private readonly attempts: Attempts,
  ) {}

  @Mutation(() => ChangePasswordPayload, {
    description:
      'Changes the password and signs every other browser out; this one stays signed in, with a fresh cookie. Counts as ' +
      'an attempt to sign in. Needs: signed in.',
  })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'Both passwords.' })
    input: ChangePasswordInput,
    @Ctx() context: Context,
  ): Promise<ChangePasswordPayload> {
    const viewer = requireViewer(context);
    await this.attempts.take(context.network, viewer.accountId);
    const { currentPassword: current, newPassword: next } = input;
    const result = await this.credentials.change(viewer, { current, next });
    if (result.kind === 'session-over') throw unauthenticated();
    if (result.kind === 'refused') return { account: null, userErrors: result.problems.map(errorOf) };
    const row = await this.signIns.goOn(context, result.sessionId);
    return { account: new Account(row), userErrors: [] };
  }
}

function errorOf(problem: ChangePasswordProblem): UserError {
  if (problem === 'wrong') return new PasswordWrong('currentPassword');
  return problem === 'unchanged' ? new PasswordUnchanged() : passwordError(problem, 'newPassword');
}
