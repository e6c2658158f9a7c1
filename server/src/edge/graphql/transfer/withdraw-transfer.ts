import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Accounts } from '../../../features/account';
import { Account } from '../account/account.type';
import { type Context, requireViewer } from '../context';
import { notFound } from '../errors';
import { fromPublicId } from '../ids';
import { UserError } from '../user-errors';

@InputType('WithdrawTransferInput', { description: 'What is not asked for any more.' })
export class WithdrawTransferInput {
  @Field(() => ID, { description: "One of the viewer's own requests." })
  transferRequestId: string;
}

@ObjectType('WithdrawTransferPayload', { description: 'The account, without the request.' })
export class WithdrawTransferPayload {
  @Field(() => Account, { nullable: true, description: 'The account.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Always empty so far.' })
  userErrors: UserError[];
}

@Resolver()
export class WithdrawTransferResolver {
  constructor(
    private readonly withdraw: (accountId: string, requestId: string) => Promise<boolean>,
    private readonly accounts: Accounts,
  ) {}

  @Mutation(() => WithdrawTransferPayload, {
    description: 'Takes a request for an Instagram account back; its holder is told. Needs: signed in.',
  })
  async withdrawTransfer(
    @Arg('input', () => WithdrawTransferInput, { description: 'Which one.' }) input: WithdrawTransferInput,
    @Ctx() context: Context,
  ): Promise<WithdrawTransferPayload> {
    const { accountId } = requireViewer(context);
    const id = fromPublicId('tr', input.transferRequestId);
    if (id === null || !(await this.withdraw(accountId, id))) throw notFound();
    return { account: new Account(await this.accounts.find(accountId)), userErrors: [] };
  }
}
