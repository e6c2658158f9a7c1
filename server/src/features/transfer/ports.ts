import type { EntityManager } from 'typeorm';

/**
 * Something about a transfer that a person is to hear of. To the holder: ASKED, ENDED (it stays) and MOVED. To whoever
 * asked: KEPT (the answer was no) and READY (it can be connected now). Neither is told who the other is.
 */
export interface TransferNotice {
  readonly kind: 'TRANSFER_ASKED' | 'TRANSFER_ENDED' | 'TRANSFER_MOVED' | 'TRANSFER_KEPT' | 'TRANSFER_READY';
  readonly accountId: string;
  readonly requestId: string;
  /** The holder's connection, for the holder; null otherwise, and once it is gone. */
  readonly connectionId: string | null;
  /** For ASKED when the time to answer ends; else when it happened. */
  readonly aboutAt: Date;
}

/** Who tells people, in the transaction in which it happens: both or neither. */
export interface TransferNotices {
  tell(tx: EntityManager, notice: TransferNotice): Promise<void>;
}

/** What a transfer needs of deletion. */
export interface HandOvers {
  /**
   * Takes in the deletion of an account's connection, without asking Instagram to withdraw access: the grant there is
   * shared with whoever connects next. Answers the deletion request's id; null when there is no such connection.
   */
  handOver(tx: EntityManager, accountId: string, connectionId: string): Promise<string | null>;
  /** The request that cut a connection earlier; null when none did. */
  requestThatCut(accountId: string, connectionId: string): Promise<string | null>;
}
