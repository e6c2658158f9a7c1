import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { MailedLinkUses, ResetResult } from '../../../features/account';
import type { Clock } from '../../../platform/clock';
import type { Limiter } from '../../../platform/limits/limiter';
import type { Context } from '../context';
import { rateLimited } from '../errors';
import { UserError } from '../user-errors';
import { LinkNotGood, PasswordBreached, PasswordTooLong, PasswordTooShort } from './user-errors';

@InputType('RequestPasswordResetInput', { description: 'Whose password was forgotten.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'The address that the account was made with.' })
  email: string;
}

@ObjectType('RequestPasswordResetPayload', {
  description: 'The same for every address: whether it has an account is not told.',
})
export class RequestPasswordResetPayload {
  @Field(() => [UserError], { description: 'Always empty.' })
  userErrors: UserError[];
}

@InputType('ResetPasswordInput', { description: 'A new password, by a mailed link.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'The text after the # of the link.' })
  token: string;

  @Field(() => String, { description: 'From 8 to 128 characters, taken exactly as sent.' })
  password: string;
}

@ObjectType('ResetPasswordPayload', { description: 'Whether the new password holds.' })
export class ResetPasswordPayload {
  @Field(() => [UserError], { description: 'Why it does not; empty when it does.' })
  userErrors: UserError[];
}

const ERRORS: Readonly<Record<Exclude<ResetResult, 'reset'>, new () => UserError>> = {
  'link-not-good': LinkNotGood,
  'password-too-short': PasswordTooShort,
  'password-too-long': PasswordTooLong,
  'password-breached': PasswordBreached,
};

/** Choosing a new password by a mailed link. */
@Resolver()
export class ResetPasswordResolver {
  constructor(
    private readonly links: MailedLinkUses,
    private readonly limits: {
      readonly mailPerIp: Limiter;
      readonly mailPerEmail: Limiter;
      readonly linkPerIp: Limiter;
    },
    private readonly background: (work: Promise<void>) => void,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => RequestPasswordResetPayload, {
    description:
      'Mails a link to choose a new password, if the address belongs to an account and was confirmed. Answers the same either way.',
  })
  async requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput, { description: 'The address.' })
    input: RequestPasswordResetInput,
    @Ctx() context: Context,
  ): Promise<RequestPasswordResetPayload> {
    await this.take(this.limits.mailPerIp, context.network);
    await this.take(this.limits.mailPerEmail, input.email.trim().normalize('NFC').toLowerCase());
    // Looked up only after the answer, so that its time says nothing either.
    this.background(this.links.askToReset(input.email));
    return { userErrors: [] };
  }

  @Mutation(() => ResetPasswordPayload, {
    description: 'Sets a new password and ends every session of the account. A refusal changes nothing.',
  })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'The link and the password.' })
    input: ResetPasswordInput,
    @Ctx() context: Context,
  ): Promise<ResetPasswordPayload> {
    await this.take(this.limits.linkPerIp, context.network);
    const result = await this.links.reset(input.token, input.password);
    return { userErrors: result === 'reset' ? [] : [new ERRORS[result]()] };
  }

  private async take(limiter: Limiter, who: string): Promise<void> {
    const limited = await limiter.take(who);
    if (limited !== null) throw rateLimited(limited.retryAfterMs, this.clock.now());
  }
}
