import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { MailedLinkUses } from '../../../features/account';
import type { Clock } from '../../../platform/clock';
import type { Limiter } from '../../../platform/limits/limiter';
import { type Context, requireViewer } from '../context';
import { rateLimited } from '../errors';
import { UserError } from '../user-errors';
import { EmailAlreadyConfirmed, LinkNotGood } from './user-errors';

@InputType('ConfirmEmailInput', { description: 'What the mailed link holds.' })
export class ConfirmEmailInput {
  @Field(() => String, { description: 'The text after the # of the link.' })
  token: string;
}

@ObjectType('ConfirmEmailPayload', { description: 'Whether the address is confirmed now.' })
export class ConfirmEmailPayload {
  @Field(() => [UserError], { description: 'Why it is not; empty when it is.' })
  userErrors: UserError[];
}

@ObjectType('SendConfirmationMailPayload', { description: 'Whether the mail is on its way.' })
export class SendConfirmationMailPayload {
  @Field(() => [UserError], { description: 'Why no mail is sent; empty when one is.' })
  userErrors: UserError[];
}

/** Confirming an e-mail address by a mailed link. */
@Resolver()
export class ConfirmEmailResolver {
  constructor(
    private readonly links: MailedLinkUses,
    private readonly perAccount: Limiter,
    private readonly perIp: Limiter,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => SendConfirmationMailPayload, {
    description: "Mails a link that confirms the account's address, good once and for 30 minutes.",
  })
  async sendConfirmationMail(@Ctx() context: Context): Promise<SendConfirmationMailPayload> {
    const { accountId } = requireViewer(context);
    const limited = await this.perAccount.take(accountId);
    if (limited !== null) throw rateLimited(limited.retryAfterMs, this.clock.now());
    const mailed = await this.links.askToConfirm(accountId);
    return { userErrors: mailed ? [] : [new EmailAlreadyConfirmed()] };
  }

  @Mutation(() => ConfirmEmailPayload, {
    description:
      'Confirms the address that the link was mailed to. Needs no sign-in: the mailbox is the proof.',
  })
  async confirmEmail(
    @Arg('input', () => ConfirmEmailInput, { description: 'The link.' }) input: ConfirmEmailInput,
    @Ctx() context: Context,
  ): Promise<ConfirmEmailPayload> {
    const limited = await this.perIp.take(context.network);
    if (limited !== null) throw rateLimited(limited.retryAfterMs, this.clock.now());
    const confirmed = await this.links.confirm(input.token);
    return { userErrors: confirmed ? [] : [new LinkNotGood()] };
  }
}
