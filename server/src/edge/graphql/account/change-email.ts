import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { Accounts, EmailChanges, RequestEmailChangeResult } from '../../../features/account';
import type { Clock } from '../../../platform/clock';
import type { Limiter } from '../../../platform/limits/limiter';
import { type Context, requireViewer } from '../context';
import { rateLimited, unauthenticated } from '../errors';
import { UserError } from '../user-errors';
import { Account } from './account.type';
import { PendingEmailChange } from './pending-email-change.type';
import type { RecentPassword } from './recent-password';
import { DemoAccountFixed, EmailInvalid, EmailUnchanged } from './user-errors';

@InputType('ChangeEmailInput', { description: 'The address that the account is to have.' })
export class ChangeEmailInput {
  @Field(() => String, { description: 'The new address; a link is mailed there.' })
  email: string;
}

@ObjectType('ChangeEmailPayload', {
  description: 'The account, its address unchanged so far, or why nothing is under way.',
})
export class ChangeEmailPayload {
  @Field(() => Account, { nullable: true, description: 'The account; null when nothing was asked for.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Why nothing is under way.' })
  userErrors: UserError[];
}

@ObjectType('CancelEmailChangePayload', { description: 'The account without a pending change.' })
export class CancelEmailChangePayload {
  @Field(() => Account, { nullable: true, description: 'The account.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Always empty: that nothing was pending is no error.' })
  userErrors: UserError[];
}

const ERRORS: Readonly<
  Record<Exclude<RequestEmailChangeResult, 'asked' | 'account-gone'>, new () => UserError>
> = {
  'email-invalid': EmailInvalid,
  'email-unchanged': EmailUnchanged,
  'demo-account': DemoAccountFixed,
};

/** Asking for another address, and taking that back. The link is opened in `confirm-email-change.ts`. */
@Resolver(() => Account)
export class ChangeEmailResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly changes: EmailChanges,
    private readonly recentPassword: RecentPassword,
    private readonly limits: { readonly perAccount: Limiter; readonly perAddress: Limiter },
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => PendingEmailChange, {
    nullable: true,
    description: 'Another address that waits to be confirmed; null when none does.',
  })
  pendingEmailChange(@Root() { row }: Account): Promise<PendingEmailChange | null> {
    return this.changes.pending(row.id);
  }

  @Mutation(() => ChangeEmailPayload, {
    description:
      'Mails a link to another address; the account has it once `confirmEmailChange` gets that link, within 30 minutes. An ' +
      'address that is another account’s is answered alike, and told so by mail. Takes the place of a change asked for ' +
      'before. Needs: signed in, and the password typed in the last five minutes.',
  })
  async changeEmail(
    @Arg('input', () => ChangeEmailInput, { description: 'The address.' }) input: ChangeEmailInput,
    @Ctx() context: Context,
  ): Promise<ChangeEmailPayload> {
    const { accountId } = requireViewer(context);
    const refusal = await this.recentPassword.refusal(context);
    if (refusal !== null) return { account: null, userErrors: [refusal] };
    await this.take(this.limits.perAccount, accountId);
    await this.take(this.limits.perAddress, input.email.trim().normalize('NFC').toLowerCase());
    const result = await this.changes.request(accountId, input.email);
    if (result === 'account-gone') throw unauthenticated();
    if (result !== 'asked') return { account: null, userErrors: [new ERRORS[result]()] };
    return { account: new Account(await this.accounts.find(accountId)), userErrors: [] };
  }

  @Mutation(() => CancelEmailChangePayload, {
    description: 'Takes a pending change of address back; its link does nothing any more. Needs: signed in.',
  })
  async cancelEmailChange(@Ctx() context: Context): Promise<CancelEmailChangePayload> {
    const { accountId } = requireViewer(context);
    await this.changes.cancel(accountId);
    return { account: new Account(await this.accounts.find(accountId)), userErrors: [] };
  }

  private async take(limiter: Limiter, who: string): Promise<void> {
    const limited = await limiter.take(who);
    if (limited !== null) throw rateLimited(limited.retryAfterMs, this.clock.now());
  }
}
