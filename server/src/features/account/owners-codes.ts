import { type DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { type DataKey, DataKeyMissing, isKeyLost, type Vault } from '../../platform/vault';
import type { OwnersCopy } from '../deletion';
import { AccountRow } from './account.entity';
import { accountKey } from './account-key';

/** Keeps an account's own copies of confirmation codes, sealed under the account's key. */
export class OwnersCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
  ) {}

  /** No copy when the key is lost, and no owner either when the account was deleted: nobody is left who could read it. */
  async seal(tx: EntityManager, accountId: string, requestId: string, code: string): Promise<OwnersCopy> {
    try {
      const key = await this.keyOf(tx, accountId);
      if (key === null) return { accountId: null, codeSealed: null };
      return { accountId, codeSealed: key.seal(codePlace(requestId), code) };
    } catch (error) {
      if (isKeyLost(error)) return { accountId, codeSealed: null };
      throw error;
    }
  }

  /** The codes by request id; none when the account was deleted. */
  async open(accountId: string, sealed: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    const key = await this.keyOf(this.dataSource.manager, accountId);
    if (key === null) return new Map();
    return new Map([...sealed].map(([requestId, text]) => [requestId, key.open(codePlace(requestId), text)]));
  }

  /** @throws DataKeyMissing when the account is there and its key is not. */
  private async keyOf(tx: EntityManager, accountId: string): Promise<DataKey | null> {
    const key = (await this.vault.openKeys(tx, 'account', [accountId])).get(accountId);
    if (key !== undefined) return key;
    // Without its key an account was deleted; one that can still be signed in to has lost it, and that is loud.
    const open = { id: accountId, emailIndex: Not(IsNull()) };
    if (await tx.existsBy(AccountRow, open)) throw new DataKeyMissing(accountKey(accountId));
    return null;
  }
}

const codePlace = (requestId: string) => ({
  table: 'deletion_subject',
  column: 'code_sealed',
  rowId: requestId,
});
