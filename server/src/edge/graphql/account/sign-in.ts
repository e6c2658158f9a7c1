import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Accounts } from '../../../features/account';
import type { DeviceCookie } from '../../device-cookie';
import type { Context } from '../context';
import { UserError } from '../user-errors';
import { Account } from './account.type';
import type { Attempts } from './attempts';
import type { SignIns } from './sign-ins';
import { WrongCredentials } from './user-errors';

@InputType('SignInInput', { description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'The address that the account was made with.' })
  email: string;

  @Field(() => String, { description: "The account's password." })
  password: string;
}

@ObjectType('SignInPayload', { description: 'The account that is now signed in, or why none is.' })
export class SignInPayload {
  @Field(() => Account, { nullable: true, description: 'The account; null when nobody was signed in.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Why nobody was signed in.' })
  userErrors: UserError[];
}

@Resolver()
export class SignInResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly signIns: SignIns,
    private readonly attempts: Attempts,
    private readonly devices: DeviceCookie,
  ) {}

  @Mutation(() => SignInPayload, {
    description: 'Signs in. The answer for an unknown e-mail is the one for a wrong password.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'E-mail and password.' }) input: SignInInput,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    await this.attempts.take(context.network, input.email.trim().normalize('NFC').toLowerCase());
    const result = await this.accounts.signIn(input, this.devices.meet(context.request, context.reply));
    if (result.kind === 'wrong-credentials') return { account: null, userErrors: [new WrongCredentials()] };
    const row = await this.signIns.begin(context, result.accountId, result.sessionId);
    return { account: new Account(row), userErrors: [] };
  }
}
