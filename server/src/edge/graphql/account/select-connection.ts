import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { type Accounts, selectConnection } from '../../../features/account';
import type { Connections } from '../../../features/connection';
import { type Context, requireViewer } from '../context';
import { notFound } from '../errors';
import { fromPublicId } from '../ids';
import { UserError } from '../user-errors';
import { Account } from './account.type';

@InputType('SelectConnectionInput', { description: 'The connection that analytics is to open with.' })
export class SelectConnectionInput {
  @Field(() => ID, { description: "One of the viewer's own connections." })
  connectionId: string;
}

@ObjectType('SelectConnectionPayload', { description: 'The account with its new selection.' })
export class SelectConnectionPayload {
  @Field(() => Account, { nullable: true, description: 'The account.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Always empty so far.' })
  userErrors: UserError[];
}

@Resolver()
export class SelectConnectionResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly connections: Connections,
  ) {}

  @Mutation(() => SelectConnectionPayload, {
    description: 'Chooses the connection that analytics opens with.',
  })
  async selectConnection(
    @Arg('input', () => SelectConnectionInput, { description: 'Which connection.' })
    input: SelectConnectionInput,
    @Ctx() context: Context,
  ): Promise<SelectConnectionPayload> {
    const { accountId } = requireViewer(context);
    const id = fromPublicId('conn', input.connectionId);
    const connection = id === null ? null : await this.connections.find(accountId, id);
    if (connection === null) throw notFound();
    await selectConnection(this.dataSource.manager, accountId, connection.id);
    return { account: new Account(await this.accounts.find(accountId)), userErrors: [] };
  }
}
