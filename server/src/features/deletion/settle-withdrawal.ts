import { type EntityManager, IsNull } from 'typeorm';
import { enqueue } from '../../platform/jobs/enqueue';
import { type AccessWithdrawal, ASKING_ENDS_AFTER_MS, withdrawalAt } from './deletion';
import { DeletionRequestRow } from './deletion-request.entity';
import { ReceiptRow } from './receipt.entity';
import { eraseJob } from './record-request';

/**
 * Whether Instagram is still being asked to withdraw our access. If so, the erasure is queued for the moment when an
 * answer is given up; the answer itself brings it forward. Locks the request, so that no answer slips in between.
 */
export async function isStillAsking(tx: EntityManager, requestId: string, now: Date): Promise<boolean> {
  const request = await tx.findOneOrFail(DeletionRequestRow, {
    where: { id: requestId },
    lock: { mode: 'pessimistic_write' },
  });
  const { requestedAt } = request;
  if (withdrawalAt(request.accessWithdrawal as AccessWithdrawal, requestedAt, now) !== 'ASKING') return false;
  await enqueue(tx, eraseJob(requestId, new Date(requestedAt.getTime() + ASKING_ENDS_AFTER_MS + 1)));
  return true;
}

/** Records Instagram's answer and lets the request be completed. One that has a receipt keeps what that says. */
export async function settleWithdrawal(
  tx: EntityManager,
  requestId: string,
  accessWithdrawal: AccessWithdrawal,
  now: Date,
): Promise<void> {
  await tx.findOneOrFail(DeletionRequestRow, {
    where: { id: requestId },
    lock: { mode: 'pessimistic_write' },
  });
  if (await tx.existsBy(ReceiptRow, { requestId })) return;
  const open = { id: requestId, completedAt: IsNull() };
  const { affected } = await tx.update(DeletionRequestRow, open, { accessWithdrawal });
  if (affected === 1) await enqueue(tx, eraseJob(requestId, now));
}
