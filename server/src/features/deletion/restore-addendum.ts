import type { EntityManager } from 'typeorm';
import { DeletionRecipientRow } from './deletion-recipient.entity';
import type { AddendumBody } from './ledger-bodies';
import { ReceiptRow } from './receipt.entity';
import type { Recipients } from './recipients';
import { putBackSigner } from './restore-receipt';

/**
 * Puts back an addendum as it was issued, beside its receipt: who stands there again as not settled was settled before it,
 * and is told no more. Part of the caller's transaction.
 */
export async function restoreAddendum(
  tx: EntityManager,
  recipients: Recipients,
  { request: requestId, addendum, public_key: publicKey }: AddendumBody,
  now: Date,
): Promise<void> {
  const { completedAt } = await tx.findOneByOrFail(ReceiptRow, { requestId });
  await putBackSigner(tx, addendum, publicKey, completedAt, now);
  await tx.update(ReceiptRow, { requestId }, { addendum });
  for (const { id } of await tx.findBy(DeletionRecipientRow, { requestId }))
    await recipients.settle(tx, id, 'NOT_KNOWN', now);
}
