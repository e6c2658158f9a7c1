import { Entity } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { NoPerson } from '../../platform/database/subject';
import { RECEIPT_LEAVES } from './held';

/** A leaf of the log of receipts: kept for ever, longer than its receipt. The table refuses changes. */
@NoPerson({
  reason: 'salted digests only, which nobody can lead to a receipt once the receipt and its salt are gone',
  kept: RECEIPT_LEAVES.kept,
  holding: RECEIPT_LEAVES,
})
@Entity({ name: 'receipt_leaf' })
export class ReceiptLeafRow {
  /** From 0, without a gap. */
  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'its place in the log',
    primary: true,
    type: 'integer',
    primaryKeyConstraintName: 'receipt_leaf_pkey',
  })
  leafIndex: number;

  @Clear({ reason: 'digest', source: 'us', purpose: 'to count a receipt', type: 'bytea' })
  leafHash: Buffer;

  /** Its inclusion path in the tree that ends with it: hashes of 32 bytes, the nearest first. */
  @Clear({ reason: 'digest', source: 'us', purpose: 'to prove that the log counts it', type: 'bytea' })
  path: Buffer;

  /** The signed checkpoint of that tree. */
  @Clear({ reason: 'statement', source: 'us', purpose: 'to prove what the log was then', type: 'text' })
  checkpoint: string;
}
