import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Accounts } from '../../../features/account';
import type { Clock } from '../../../platform/clock';
import type { Limiter } from '../../../platform/limits/limiter';
import type { DeviceCookie } from '../../device-cookie';
import type { Context } from '../context';
import { rateLimited } from '../errors';
import { UserError } from '../user-errors';
import { Account } from './account.type';
import type { SignIns } from './sign-ins';
import { signUpError } from './user-errors';

@InputType('SignUpInput', { description: 'What a new account needs.' })
export class SignUpInput {
  @Field(() => String, { description: 'The address to sign in with.' })
  email: string;

  @Field(() => String, { description: 'From 8 to 128 characters, taken exactly as sent.' })
  password: string;

  @Field(() => String, { description: 'An IANA time zone name or UTC; posts go out by its clock.' })
  timeZone: string;
}

@ObjectType('SignUpPayload', { description: 'The new account, signed in, or why there is none.' })
export class SignUpPayload {
  @Field(() => Account, { nullable: true, description: 'The new account; null when it was not made.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Every reason why the account was not made.' })
  userErrors: UserError[];
}

@Resolver()
export class SignUpResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly signIns: SignIns,
    private readonly perIp: Limiter,
    private readonly clock: Clock,
    private readonly devices: DeviceCookie,
  ) {}

  @Mutation(() => SignUpPayload, { description: 'Makes an account and signs it in.' })
  async signUp(
    @Arg('input', () => SignUpInput, { description: 'The new account.' }) input: SignUpInput,
    @Ctx() context: Context,
  ): Promise<SignUpPayload> {
    const limited = await this.perIp.take(context.network);
    if (limited !== null) throw rateLimited(limited.retryAfterMs, this.clock.now());
    const result = await this.accounts.signUp(input, this.devices.meet(context.request, context.reply));
    if (result.kind === 'refused') return { account: null, userErrors: result.problems.map(signUpError) };
    const row = await this.signIns.begin(context, result.accountId, result.sessionId);
    return { account: new Account(row), userErrors: [] };
  }
}
