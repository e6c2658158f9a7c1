import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The receipt of a completed request: written by the transaction that completes it, and the same for ever. */
@Entity({ name: 'receipt' })
@Index('receipt_leaf_index', ['leafIndex'], { unique: true })
export class ReceiptRow {
  @ForeignKey('DeletionRequestRow', { name: 'receipt_request_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'receipt_pkey' })
  requestId: string;

  @Column({ type: 'text' })
  jws: string;

  /** 32 random bytes that go into the leaf, so that the leaf tells nothing to whoever has no receipt. */
  @Column({ type: 'bytea' })
  salt: Buffer;

  @ForeignKey('ReceiptLeafRow', { name: 'receipt_leaf_fkey' })
  @Column({ type: 'integer' })
  leafIndex: number;
}
