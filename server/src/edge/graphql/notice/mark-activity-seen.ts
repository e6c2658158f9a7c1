import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Accounts } from '../../../features/account';
import type { Activity } from '../../../features/notice';
import { Account } from '../account/account.type';
import { type Context, requireViewer } from '../context';
import { notFound } from '../errors';
import { fromPublicId } from '../ids';
import { UserError } from '../user-errors';

@InputType('MarkActivitySeenInput', { description: 'What the person has seen.' })
export class MarkActivitySeenInput {
  @Field(() => ID, { description: 'The newest entry that was shown: it and all before it count as seen.' })
  throughId: string;
}

@ObjectType('MarkActivitySeenPayload', { description: 'The account after it.' })
export class MarkActivitySeenPayload {
  @Field(() => Account, { nullable: true, description: 'The account, with its new count.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Always empty.' })
  userErrors: UserError[];
}

@Resolver()
export class MarkActivitySeenResolver {
  constructor(
    private readonly activity: Activity,
    private readonly accounts: Accounts,
  ) {}

  @Mutation(() => MarkActivitySeenPayload, {
    description: 'Marks entries as seen. What came after the one that is named stays unseen.',
  })
  async markActivitySeen(
    @Arg('input', () => MarkActivitySeenInput, { description: 'What was seen.' })
    input: MarkActivitySeenInput,
    @Ctx() context: Context,
  ): Promise<MarkActivitySeenPayload> {
    const { accountId } = requireViewer(context);
    const id = fromPublicId('act', input.throughId);
    if (id === null || !(await this.activity.markSeen(accountId, id))) throw notFound();
    return { account: new Account(await this.accounts.find(accountId)), userErrors: [] };
  }
}
