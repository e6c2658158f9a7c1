import type { DataSource, EntityManager } from 'typeorm';
import { isKeyLost, type Vault } from '../../platform/vault';
import { accountKey } from './account-key';

/** Keeps an account's own copies of confirmation codes, sealed under the account's key. */
export class OwnersCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
  ) {}

  /** Null when the account's key is lost: a deletion must not depend on it. */
  async seal(tx: EntityManager, accountId: string, requestId: string, code: string): Promise<string | null> {
    try {
      const key = await this.vault.openKey(tx, accountKey(accountId));
      return key.seal(codePlace(requestId), code);
    } catch (error) {
      if (isKeyLost(error)) return null;
      throw error;
    }
  }

  /** The codes by request id. */
  async open(accountId: string, sealed: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    const key = await this.vault.openKey(this.dataSource.manager, accountKey(accountId));
    return new Map([...sealed].map(([requestId, text]) => [requestId, key.open(codePlace(requestId), text)]));
  }
}

const codePlace = (requestId: string) => ({
  table: 'deletion_subject',
  column: 'code_sealed',
  rowId: requestId,
});
