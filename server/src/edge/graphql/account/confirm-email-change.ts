import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EmailChanges } from '../../../features/account';
import type { Clock } from '../../../platform/clock';
import type { Limiter } from '../../../platform/limits/limiter';
import type { Context } from '../context';
import { rateLimited } from '../errors';
import { UserError } from '../user-errors';
import { EmailTaken, LinkNotGood } from './user-errors';

@InputType('ConfirmEmailChangeInput', { description: 'What the mailed link holds.' })
export class ConfirmEmailChangeInput {
  @Field(() => String, { description: 'The text after the # of the link.' })
  token: string;
}

@ObjectType('ConfirmEmailChangePayload', { description: 'Whether the account has the new address now.' })
export class ConfirmEmailChangePayload {
  @Field(() => String, {
    nullable: true,
    description: 'The address to sign in with now; null when nothing was changed.',
  })
  email: string | null;

  @Field(() => [UserError], { description: 'Why nothing was changed.' })
  userErrors: UserError[];
}

/** Changing the address by the link that was mailed to the new one. */
@Resolver()
export class ConfirmEmailChangeResolver {
  constructor(
    private readonly changes: EmailChanges,
    private readonly perIp: Limiter,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => ConfirmEmailChangePayload, {
    description:
      'Changes the address of the account that asked for it, and tells the one before. Links that were mailed there ' +
      'end. Needs no sign-in: the mailbox is the proof.',
  })
  async confirmEmailChange(
    @Arg('input', () => ConfirmEmailChangeInput, { description: 'The link.' }) input: ConfirmEmailChangeInput,
    @Ctx() context: Context,
  ): Promise<ConfirmEmailChangePayload> {
    const limited = await this.perIp.take(context.network);
    if (limited !== null) throw rateLimited(limited.retryAfterMs, this.clock.now());
    const result = await this.changes.confirm(input.token);
    if (result.kind === 'changed') return { email: result.email, userErrors: [] };
    const error = result.kind === 'email-taken' ? new EmailTaken(null) : new LinkNotGood();
    return { email: null, userErrors: [error] };
  }
}
