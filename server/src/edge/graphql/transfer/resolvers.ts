import { AskForTransferResolver } from './ask-for-transfer';
import { KeepConnectionResolver } from './keep-connection';
import { ReleaseConnectionResolver } from './release-connection';
import { AccountTransfersResolver, ConnectionTransferResolver } from './transfers.resolver';
import { WithdrawTransferResolver } from './withdraw-transfer';

/** Every resolver of this folder. */
export const TRANSFER_RESOLVERS = [
  AccountTransfersResolver,
  ConnectionTransferResolver,
  AskForTransferResolver,
  WithdrawTransferResolver,
  KeepConnectionResolver,
  ReleaseConnectionResolver,
] as const;
