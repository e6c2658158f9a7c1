import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Transfers } from '../../../features/transfer';
import { Account } from '../account/account.type';
import { InstagramConnection } from '../connection/connection.type';
import { ConnectionTransfer, TransferRequest } from './transfer.type';

/** What an account asked for. */
@Resolver(() => Account)
export class AccountTransfersResolver {
  constructor(private readonly transfers: Transfers) {}

  @FieldResolver(() => [TransferRequest], {
    description: 'Instagram accounts that the account asked for and may still get, oldest first.',
  })
  async transferRequests(@Root() { row }: Account): Promise<TransferRequest[]> {
    const requests = await this.transfers.ofAccount(row.id);
    return requests.map((request) => new TransferRequest(request));
  }
}

/** What is asked of an account. */
@Resolver(() => InstagramConnection)
export class ConnectionTransferResolver {
  constructor(private readonly transfers: Transfers) {}

  @FieldResolver(() => ConnectionTransfer, {
    nullable: true,
    description: 'Set while somebody asks for the Instagram account; null while nobody does.',
  })
  async transfer(@Root() { rowId }: InstagramConnection): Promise<ConnectionTransfer | null> {
    const transfer = await this.transfers.ofConnection(rowId);
    return transfer === null ? null : new ConnectionTransfer(transfer);
  }
}
