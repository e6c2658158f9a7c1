import { Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Accounts } from '../../../features/account';
import type { DataExports } from '../../../features/export';
import { Account } from '../account/account.type';
import { type Context, requireViewer } from '../context';
import { UserError } from '../user-errors';
import { DataExportUnderWay, TooManyDataExports } from './user-errors';

@ObjectType('RequestDataExportPayload', { description: 'The account, with the export that is being made.' })
export class RequestDataExportPayload {
  @Field(() => Account, { nullable: true, description: 'The account.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Why no export is begun.' })
  userErrors: UserError[];
}

@Resolver()
export class RequestDataExportResolver {
  constructor(
    private readonly dataExports: DataExports,
    private readonly accounts: Accounts,
  ) {}

  @Mutation(() => RequestDataExportPayload, {
    description:
      'Begins to make a copy of everything that is held about the account: one at a time, a few in a day. Needs: signed in.',
  })
  async requestDataExport(@Ctx() context: Context): Promise<RequestDataExportPayload> {
    const { accountId } = requireViewer(context);
    const result = await this.dataExports.request(accountId);
    const account = new Account(await this.accounts.find(accountId));
    if (result.kind === 'under-way') return { account, userErrors: [new DataExportUnderWay()] };
    if (result.kind === 'too-many') return { account, userErrors: [new TooManyDataExports(result.retryAt)] };
    return { account, userErrors: [] };
  }
}
