import { TransferRequestRow } from './transfer-request.entity';

export {
  type AnswerDependencies,
  type KeepOutcome,
  keepConnection,
  type ReleaseOutcome,
  releaseConnection,
  withdrawTransfer,
} from './answer-transfer';
export { type AskDependencies, type AskOutcome, askForTransfer } from './ask-for-transfer';
export { TRANSFER_REQUESTS } from './held';
export type { HandOvers, TransferNotice, TransferNotices } from './ports';
export { SETTLE_TRANSFERS_TASK, type SettleDependencies, settleTransfers } from './settle-transfers';
export { ANSWER_HOURS, KEPT_DAYS, READY_DAYS } from './transfer-terms';
export { type OwnTransferRequest, type TransferOfConnection, Transfers } from './transfers';
export { transfersEraser, transfersOfAccountEraser } from './transfers.eraser';

/** The tables of this feature. */
export const TRANSFER_ENTITIES = [TransferRequestRow] as const;
