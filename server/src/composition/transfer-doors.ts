import { AskForTransferResolver } from '../edge/graphql/transfer/ask-for-transfer';
import { KeepConnectionResolver } from '../edge/graphql/transfer/keep-connection';
import { ReleaseConnectionResolver } from '../edge/graphql/transfer/release-connection';
import {
  AccountTransfersResolver,
  ConnectionTransferResolver,
} from '../edge/graphql/transfer/transfers.resolver';
import { WithdrawTransferResolver } from '../edge/graphql/transfer/withdraw-transfer';
import { askForTransfer, keepConnection, releaseConnection, withdrawTransfer } from '../features/transfer';
import type { Features } from './features';
import type { Foundation } from './foundation';

/** What the API lets people do about Instagram accounts that another account holds. */
export function transferResolvers(
  { config, limiter, clock }: Foundation,
  { transferring, transfers, accounts, connections, deletions }: Features,
): object[] {
  return [
    new AccountTransfersResolver(transfers),
    new ConnectionTransferResolver(transfers),
    new AskForTransferResolver(
      (accountId, proof) => askForTransfer(transferring, accountId, proof),
      transfers,
      limiter('transfer', config.limits.transferPerAccount),
      clock,
    ),
    new WithdrawTransferResolver(
      (accountId, requestId) => withdrawTransfer(transferring, accountId, requestId),
      accounts,
    ),
    new KeepConnectionResolver(
      (accountId, connectionId) => keepConnection(transferring, accountId, connectionId),
      connections,
    ),
    new ReleaseConnectionResolver(
      (accountId, connectionId) => releaseConnection(transferring, accountId, connectionId),
      deletions,
    ),
  ];
}
