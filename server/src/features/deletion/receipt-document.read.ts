import type { DataSource } from 'typeorm';
import { hashOfCode, isCode } from './confirmation-code';
import { DeletionRequestRow } from './deletion-request.entity';
import { ReceiptRow } from './receipt.entity';
import { ReceiptLeafRow } from './receipt-leaf.entity';
import { hashesOf } from './receipt-log';

/** A receipt with its place in the log: everything but the public keys that it takes to check it. Binary is base64url. */
export interface ReceiptDocument {
  /** Compact JWS. */
  readonly receipt: string;
  readonly salt: string;
  readonly leafIndex: number;
  /** A signed note: the size and the root of the log when this receipt was added. */
  readonly checkpoint: string;
  /** The inclusion path, from the leaf up. */
  readonly proof: readonly string[];
  /** Compact JWS: what came of telling those whom the receipt counts. Not there before, nor where there are none. */
  readonly addendum?: string;
}

/** Reads receipts and the log that they are counted in. */
export class ReceiptDocuments {
  constructor(private readonly dataSource: DataSource) {}

  /** By confirmation code; null when there is no such code, or no receipt yet. */
  async findByCode(code: string): Promise<ReceiptDocument | null> {
    if (!isCode(code)) return null;
    const { manager } = this.dataSource;
    const request = await manager.findOneBy(DeletionRequestRow, { codeHash: hashOfCode(code) });
    // Signed a moment before it is in the ledger, it is nobody's before the request is completed.
    if (request === null || request.completedAt === null) return null;
    const row = await manager.findOneBy(ReceiptRow, { requestId: request.id });
    if (row === null) return null;
    const leaf = await manager.findOneByOrFail(ReceiptLeafRow, { leafIndex: row.leafIndex });
    return {
      receipt: row.jws,
      salt: row.salt.toString('base64url'),
      leafIndex: row.leafIndex,
      checkpoint: leaf.checkpoint,
      proof: hashesOf(leaf.path).map((hash) => hash.toString('base64url')),
      ...(row.addendum !== null && { addendum: row.addendum }),
    };
  }

  /** The newest signed checkpoint of the log whose receipt is in the ledger; null when there is none. */
  async checkpoint(): Promise<string | null> {
    const [leaf] = await this.dataSource.query<{ checkpoint: string }[]>(
      `select checkpoint from receipt_leaf
       where leaf_index < coalesce((select min(leaf_index) from ledger_entry where seq is null), 2147483647)
       order by leaf_index desc limit 1`,
    );
    return leaf?.checkpoint ?? null;
  }
}
