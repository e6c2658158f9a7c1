import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { RECEIPTS } from './held';

/**
 * The receipt of a completed request: written by the transaction that completes it, never changed, and removed with the
 * request's record. Its addendum is put beside it once.
 */
@Subject({
  paths: [{ column: 'request_id', to: 'deletion_subject.request_id' }],
  holding: RECEIPTS,
  onErase: { kept: 'it proves that the deletion happened, and holds no name and no Instagram id' },
})
@Entity({ name: 'receipt' })
@Index('receipt_leaf_index', ['leafIndex'], { unique: true })
export class ReceiptRow {
  @ForeignKey('DeletionRequestRow', { name: 'receipt_request_fkey', onDelete: 'CASCADE' })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the request',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'receipt_pkey',
  })
  requestId: string;

  @Clear({ reason: 'statement', source: 'us', purpose: 'what was removed and what is kept', type: 'text' })
  jws: string;

  /** 32 random bytes that go into the leaf, so that the leaf tells nothing to whoever has no receipt. */
  @Clear({ reason: 'salt', source: 'us', purpose: 'to prove that the log counts it', type: 'bytea' })
  salt: Buffer;

  /** When its request counts as completed: as the receipt says it, but exact. */
  @Clear({ reason: 'time', source: 'us', purpose: 'when everything was removed', type: 'timestamptz' })
  completedAt: Date;

  @ForeignKey('ReceiptLeafRow', { name: 'receipt_leaf_fkey' })
  @Clear({ reason: 'number', source: 'us', purpose: 'its place in the log', type: 'integer' })
  leafIndex: number;

  /** How many recipients it counts. */
  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'to know whether an addendum is owed',
    type: 'integer',
    default: 0,
  })
  recipientCount: number;

  /** What came of telling them, signed; null until they are settled, and where there are none. */
  @Clear({
    reason: 'statement',
    source: 'us',
    purpose: 'how many integrators were told',
    type: 'text',
    nullable: true,
  })
  addendum: string | null;
}
