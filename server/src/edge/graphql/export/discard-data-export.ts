import { Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Accounts } from '../../../features/account';
import type { DataExports } from '../../../features/export';
import { Account } from '../account/account.type';
import { type Context, requireViewer } from '../context';
import { UserError } from '../user-errors';

@ObjectType('DiscardDataExportPayload', { description: 'The account, whose export is gone.' })
export class DiscardDataExportPayload {
  @Field(() => Account, { nullable: true, description: 'The account.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Always empty so far: where there is no export, none is left.' })
  userErrors: UserError[];
}

@Resolver()
export class DiscardDataExportResolver {
  constructor(
    private readonly dataExports: DataExports,
    private readonly accounts: Accounts,
  ) {}

  @Mutation(() => DiscardDataExportPayload, {
    description:
      'Stops making the export, or destroys the one that waits to be downloaded. Needs: signed in.',
  })
  async discardDataExport(@Ctx() context: Context): Promise<DiscardDataExportPayload> {
    const { accountId } = requireViewer(context);
    await this.dataExports.discard(accountId);
    return { account: new Account(await this.accounts.find(accountId)), userErrors: [] };
  }
}
