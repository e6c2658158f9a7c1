import type { EntityManager } from 'typeorm';
import type { Vault } from '../../platform/vault';
import type { AccountEraser } from '../deletion';
import { AccountRow } from './account.entity';
import { accountKey } from './account-key';
import { EmailChangeRow } from './email-change.entity';
import { KnownDeviceRow } from './known-device.entity';
import { SessionRow } from './session.entity';

/** What a deletion may do to accounts; `app.ts` hands it to the deletion feature. */
export class AccountClosure {
  constructor(private readonly vault: Vault) {}

  /**
   * Holds the account's key alone; false when the account was deleted before. Waits for a sign-in or a connect that is being
   * stored; one that comes later waits, and finds no account.
   */
  async holdAlone(tx: EntityManager, accountId: string): Promise<boolean> {
    return this.vault.holdAlone(tx, accountKey(accountId));
  }

  /** Destroys the account's key, and with it everything that was personal to the account; false when it was deleted before. */
  async destroyKey(tx: EntityManager, accountId: string): Promise<boolean> {
    return (await this.vault.destroyKeys(tx, accountId, ['account'])) > 0;
  }

  /** The ids of all accounts. */
  async all(tx: EntityManager): Promise<string[]> {
    return (await tx.find(AccountRow, { select: { id: true } })).map(({ id }) => id);
  }

  /** Frees the email and ends every session. The row itself goes in the job that follows. */
  async close(tx: EntityManager, accountId: string): Promise<void> {
    // Before its sessions: a new password takes both in this order too, and they would wait in a circle.
    await tx.update(AccountRow, accountId, { emailIndex: null, selectedConnectionId: null });
    await tx.delete(SessionRow, { accountId });
  }
}

/** Removes the login itself: the account's row, its sessions, its browsers, the address it wanted to have, and its key. */
export function accountEraser(vault: Vault): AccountEraser {
  return {
    category: 'ACCOUNT',
    claims: [
      { table: 'account', columns: '*' },
      { table: 'session', columns: '*' },
      { table: 'known_device', columns: '*' },
      { table: 'email_change', columns: '*' },
      { table: 'keystore.data_key', columns: '*' },
    ],
    async eraseAccount(accountId, tx) {
      await vault.destroyKeys(tx, accountId, ['account']);
      await tx.delete(SessionRow, { accountId });
      await tx.delete(KnownDeviceRow, { accountId });
      await tx.delete(EmailChangeRow, { accountId });
      const result = await tx.delete(AccountRow, { id: accountId });
      return result.affected ?? 0;
    },
    async countOfAccount(accountId, tx) {
      const rows = await tx.countBy(AccountRow, { id: accountId });
      const sessions = await tx.countBy(SessionRow, { accountId });
      const devices = await tx.countBy(KnownDeviceRow, { accountId });
      const changes = await tx.countBy(EmailChangeRow, { accountId });
      return rows + sessions + devices + changes + (await vault.countKeys(tx, accountId, ['account']));
    },
  };
}
