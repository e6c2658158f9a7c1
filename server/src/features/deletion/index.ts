import { DeletionOutcomeRow } from './deletion-outcome.entity';
import { DeletionRecipientRow } from './deletion-recipient.entity';
import { DeletionRequestRow } from './deletion-request.entity';
import { DeletionSubjectRow } from './deletion-subject.entity';
import { ReceiptRow } from './receipt.entity';
import { ReceiptLeafRow } from './receipt-leaf.entity';
import { TombstoneRow } from './tombstone.entity';

export { type AddendumDependencies, issueAddendum } from './addenda';
export { type CloseAccountDependencies, closeAccount } from './close-account';
export type {
  AccessWithdrawal,
  DeletionCategory,
  DeletionOutcome,
  DeletionSource,
  DeletionState,
  DeletionStatus,
} from './deletion';
export { DeletionStatuses } from './deletion-status.read';
export { type DisconnectDependencies, disconnect, requestThatCut } from './disconnect';
export { type EraseDependencies, erase } from './erase';
export {
  type AccountEraser,
  type Claim,
  DELETION_CATEGORIES,
  type DeletionCategoryName,
  type Eraser,
  type ErasureSubject,
} from './eraser';
export {
  FIND_UNFINISHED_ERASURES_TASK,
  findUnfinishedErasures,
  retryDeletions,
} from './find-unfinished-erasures';
export { FIND_UNTOLD_RECIPIENTS_TASK, findUntoldRecipients } from './find-untold-recipients';
export { handOver } from './hand-over';
export {
  DIGEST_DAYS,
  OWN_REQUESTS,
  RECEIPT_LEAVES,
  RECEIPTS,
  RECIPIENT_ENDPOINTS,
  RECORDS,
  REQUEST_DIGESTS,
  UNTIL_DISCONNECTED,
} from './held';
export type {
  AccessWithdrawer,
  ClosableAccounts,
  ConnectionToErase,
  ErasableConnections,
  OwnersCode,
  OwnersCopy,
  Recipient,
  RecipientSource,
} from './ports';
export type { ReceiptClaims } from './receipt';
export { type ReceiptDocument, ReceiptDocuments } from './receipt-document.read';
export { Receipts } from './receipts';
export { type ReceiveDeletionDependencies, type ReceivedDeletion, receiveDeletion } from './receive-deletion';
export { ISSUE_ADDENDUM_TASK, Recipients, TELL_RECIPIENT_TASK } from './recipients';
export { ERASE_TASK } from './record-request';
export { rememberEarlier } from './remember-earlier';
export { ReplayFailed, type ReplaySummary, replay } from './replay';
export {
  type ConnectionOfOperator,
  findForOperator,
  type ListedId,
  type ListedOutcome,
  type ListedResult,
  previewListed,
  requestListed,
} from './request-by-operator';
export { requestsOfAccountEraser } from './requests-of-account.eraser';
export type { CompletedRequest, TellCompleted } from './tell-completed';
export { type TellDependencies, tellRecipient } from './tell-recipient';
export { APPEND_LEDGER_TASK, Tombstones } from './tombstones';
export { verifyReceipt } from './verify-receipt';

/** The tables of this feature. */
export const DELETION_ENTITIES = [
  DeletionRequestRow,
  DeletionSubjectRow,
  DeletionOutcomeRow,
  ReceiptRow,
  ReceiptLeafRow,
  TombstoneRow,
  DeletionRecipientRow,
] as const;
