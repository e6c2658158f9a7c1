import { type EntityManager, Not } from 'typeorm';
import { DeletionSubjectRow } from './deletion-subject.entity';
import type { AccountEraser } from './eraser';

/** The rows of an account's requests, but for the one that its deletion itself goes by until it is completed. */
const ofAccount = (accountId: string) => ({ accountId, part: Not('account') });

/** Takes an account's requests away from it: their records, codes and receipts stay, and lead to nobody any more. */
export const requestsOfAccountEraser: AccountEraser = {
  category: 'ACCOUNT',
  claims: [{ table: 'deletion_subject', columns: ['account_id', 'code_sealed'] }],
  async eraseAccount(accountId, tx) {
    const parted = { accountId: null, codeSealed: null };
    const { affected } = await tx.update(DeletionSubjectRow, ofAccount(accountId), parted);
    return affected ?? 0;
  },
  countOfAccount: (accountId, tx) => tx.countBy(DeletionSubjectRow, ofAccount(accountId)),
};

/** The account that a request is to delete; null for every other request, and when it is completed. */
export async function accountToErase(
  tx: EntityManager,
  requestId: string,
): Promise<{ readonly subject: DeletionSubjectRow; readonly accountId: string } | null> {
  const subject = await tx.findOneBy(DeletionSubjectRow, { requestId, part: 'account' });
  return subject?.accountId == null ? null : { subject, accountId: subject.accountId };
}

/** The last link, cut in the transaction that completes the request: nothing names the account any more. */
export async function forgetAccount(tx: EntityManager, requestId: string): Promise<void> {
  await tx.update(DeletionSubjectRow, { requestId, part: 'account' }, { accountId: null });
}
