import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Accounts } from '../../../features/account';
import type { Connections } from '../../../features/connection';
import type { DeletionStatuses } from '../../../features/deletion';
import { InstagramConnection } from '../connection/connection.type';
import { type Context, requireViewer } from '../context';
import { DeletionStatus } from '../deletion/deletion-status.type';
import { notFound } from '../errors';
import { fromPublicId } from '../ids';
import { Node } from '../node';
import { Account } from './account.type';

/** The account of whoever asks, and what hangs on it. */
@Resolver(() => Account)
export class AccountResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly connections: Connections,
    private readonly deletions: DeletionStatuses,
  ) {}

  @Query(() => Account, {
    nullable: true,
    description: 'The signed-in account; null when nobody is signed in.',
  })
  async viewer(@Ctx() context: Context): Promise<Account | null> {
    return context.viewer === null ? null : new Account(await this.accounts.find(context.viewer.accountId));
  }

  @Query(() => Node, {
    nullable: true,
    description: "Anything of the viewer's own by its id. Needs: signed in.",
  })
  async node(
    @Arg('id', () => ID, { description: 'The id of an account or a connection.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Node> {
    const { accountId } = requireViewer(context);
    if (fromPublicId('acc', id) === accountId) return new Account(await this.accounts.find(accountId));
    return this.findConnection(accountId, id);
  }

  @FieldResolver(() => String, { description: 'The e-mail address to sign in with.' })
  email(@Root() account: Account): Promise<string> {
    return this.accounts.email(account.row);
  }

  @FieldResolver(() => [InstagramConnection], {
    description: "The account's Instagram connections, oldest first.",
  })
  async instagramConnections(@Root() account: Account): Promise<InstagramConnection[]> {
    const connections = await this.connections.list(account.row.id);
    return connections.map((connection) => new InstagramConnection(connection));
  }

  @FieldResolver(() => InstagramConnection, {
    nullable: true,
    description: 'One connection of the account by its id.',
  })
  instagramConnection(
    @Root() account: Account,
    @Arg('id', () => ID, { description: "The connection's id." }) id: string,
  ): Promise<InstagramConnection> {
    return this.findConnection(account.row.id, id);
  }

  @FieldResolver(() => InstagramConnection, {
    nullable: true,
    description: 'The connection that analytics opens with; null until one exists.',
  })
  async selectedConnection(@Root() account: Account): Promise<InstagramConnection | null> {
    const { id, selectedConnectionId } = account.row;
    if (selectedConnectionId === null) return null;
    const connection = await this.connections.find(id, selectedConnectionId);
    return connection === null ? null : new InstagramConnection(connection);
  }

  @FieldResolver(() => [DeletionStatus], {
    description: "This account's own deletion requests, newest first, with counts.",
  })
  async deletionRequests(@Root() account: Account): Promise<DeletionStatus[]> {
    const statuses = await this.deletions.listOwn(account.row.id);
    return statuses.map((status) => new DeletionStatus(status));
  }

  private async findConnection(accountId: string, publicId: string): Promise<InstagramConnection> {
    const id = fromPublicId('conn', publicId);
    const connection = id === null ? null : await this.connections.find(accountId, id);
    if (connection === null) throw notFound();
    return new InstagramConnection(connection);
  }
}
