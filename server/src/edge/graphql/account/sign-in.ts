import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Accounts } from '../../../features/account';
import type { Clock } from '../../../platform/clock';
import type { Limiter } from '../../../platform/limits/limiter';
import type { Context } from '../context';
import { rateLimited } from '../errors';
import { UserError } from '../user-errors';
import { Account } from './account.type';
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
    private readonly limits: { readonly perIp: Limiter; readonly perEmail: readonly Limiter[] },
    private readonly clock: Clock,
  ) {}

  @Mutation(() => SignInPayload, {
    description: 'Signs in. The answer for an unknown e-mail is the one for a wrong password.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'E-mail and password.' }) input: SignInInput,
    @Ctx() context: Context,
  ): Promise<SignInPayload> {
    await this.takeAttempt(context.network, input.email);
    const result = await this.accounts.signIn(input);
    if (result.kind === 'wrong-credentials') return { account: null, userErrors: [new WrongCredentials()] };
    const row = await this.signIns.begin(context, result.accountId, result.sessionId);
    return { account: new Account(row), userErrors: [] };
  }

  /** An address that is past its own limit does not use up the attempts of the people it names. */
  private async takeAttempt(ip: string, email: string): Promise<void> {
    const refusedIp = await this.limits.perIp.take(ip);
    if (refusedIp !== null) throw rateLimited(refusedIp.retryAfterMs, this.clock.now());
    const who = email.trim().normalize('NFC').toLowerCase();
    const taken = [];
    for (const limiter of this.limits.perEmail) taken.push(await limiter.take(who));
    const longest = Math.max(...taken.map((refused) => refused?.retryAfterMs ?? 0));
    if (longest > 0) throw rateLimited(longest, this.clock.now());
  }
}
