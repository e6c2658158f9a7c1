import type { AccountEraser } from '../deletion';
import { SupportAccessRow } from './support-access.entity';

/** Removes the record of who of support looked at an account. */
export const visitsOfAccountEraser: AccountEraser = {
  category: 'ACCOUNT',
  claims: [{ table: 'support_access', columns: '*' }],
  async eraseAccount(accountId, tx) {
    const { affected } = await tx.delete(SupportAccessRow, { accountId });
    return affected ?? 0;
  },
  countOfAccount: (accountId, tx) => tx.countBy(SupportAccessRow, { accountId }),
};
