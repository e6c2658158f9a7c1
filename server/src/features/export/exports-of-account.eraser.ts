import type { EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock';
import type { Vault } from '../../platform/vault';
import type { AccountEraser, ClosableAccounts } from '../deletion';
import { DataExportRow } from './data-export.entity';
import { endExportsOf } from './end-exports';

/**
 * Closes accounts, where closing one also destroys the export that waits for it: in the same transaction, so that nothing
 * of a deleted account can be downloaded.
 */
export function closingWithExports(
  accounts: Pick<ClosableAccounts, 'close'>,
  vault: Vault,
  clock: Clock,
): ClosableAccounts['close'] {
  return async (tx, accountId) => {
    await endExportsOf(tx, vault, accountId, clock.now());
    await accounts.close(tx, accountId);
  };
}

/** Removes that exports were asked for, and what may be left of one. */
export function exportsOfAccountEraser(vault: Vault, clock: Clock): AccountEraser {
  return {
    category: 'ACCOUNT',
    claims: [
      { table: 'data_export', columns: '*' },
      { table: 'data_export_piece', columns: '*' },
    ],
    async eraseAccount(accountId: string, tx: EntityManager) {
      await endExportsOf(tx, vault, accountId, clock.now());
      return (await tx.delete(DataExportRow, { accountId })).affected ?? 0;
    },
    countOfAccount: (accountId, tx) => tx.countBy(DataExportRow, { accountId }),
  };
}
