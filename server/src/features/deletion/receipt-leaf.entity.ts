import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A leaf of the log of receipts: kept for ever, longer than its receipt. The table refuses changes. */
@Entity({ name: 'receipt_leaf' })
export class ReceiptLeafRow {
  /** From 0, without a gap. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'receipt_leaf_pkey' })
  leafIndex: number;

  @Column({ type: 'bytea' })
  leafHash: Buffer;

  /** Its inclusion path in the tree that ends with it: hashes of 32 bytes, the nearest first. */
  @Column({ type: 'bytea' })
  path: Buffer;

  /** The signed checkpoint of that tree. */
  @Column({ type: 'text' })
  checkpoint: string;
}
