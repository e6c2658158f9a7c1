import type { DataSource, EntityManager } from 'typeorm';
import type { DataKey, Vault } from '../../platform/vault';

/** Keeps an account's own copies of confirmation codes, sealed under the account's key. */
export class OwnersCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
  ) {}

  /** Null when the account was deleted: nobody is left who could read the copy. */
  async seal(tx: EntityManager, accountId: string, requestId: string, code: string): Promise<string | null> {
    const key = await this.keyOf(tx, accountId);
    return key?.seal(codePlace(requestId), code) ?? null;
  }

  /** The codes by request id; none when the account was deleted. */
  async open(accountId: string, sealed: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    const key = await this.keyOf(this.dataSource.manager, accountId);
    if (key === null) return new Map();
    return new Map([...sealed].map(([requestId, text]) => [requestId, key.open(codePlace(requestId), text)]));
  }

  private async keyOf(tx: EntityManager, accountId: string): Promise<DataKey | null> {
    return (await this.vault.openKeys(tx, 'account', [accountId])).get(accountId) ?? null;
  }
}

const codePlace = (requestId: string) => ({
  table: 'deletion_subject',
  column: 'code_sealed',
  rowId: requestId,
});
