import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { durableTransaction } from '../../platform/database/durable-transaction';
import { newId } from '../../platform/ids';
import type { Vault } from '../../platform/vault';
import { SupportAccessRow } from './support-access.entity';
import { type SupportAction, type Visit, visitProblem } from './visit';

/** By what a person who writes to support is found. */
export interface SupportKey {
  readonly kind: 'email' | 'instagram-id' | 'code';
  readonly value: string;
}

export interface SupportDeskDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
  accountOfEmail(email: string): Promise<string | null>;
  accountsOfInstagramId(id: string): Promise<readonly string[]>;
  accountsOfCode(code: string): Promise<readonly string[]>;
}

const ACTIONS = {
  email: 'FIND_BY_EMAIL',
  'instagram-id': 'FIND_BY_INSTAGRAM_ID',
  code: 'FIND_BY_CODE',
} as const satisfies Record<SupportKey['kind'], SupportAction>;

/** The contact route of the data-deletion page: nothing is answered before it is on record that somebody looked. */
export class SupportDesk {
  constructor(private readonly deps: SupportDeskDependencies) {}

  /** Finds accounts (row ids) and records the look, one row an account, one without account when nobody is found. */
  async find(visit: Visit, key: SupportKey): Promise<readonly string[]> {
    requireVisit(visit);
    const accountIds = await this.alive([...new Set(await this.accountsOf(key))].sort());
    await this.record(visit, ACTIONS[key.kind], accountIds);
    return accountIds;
  }

  /** Records, durable when it returns, that somebody does something about these accounts, those that are still there. @throws RangeError for a visit that `visitProblem` refuses. */
  async record(visit: Visit, action: SupportAction, accountIds: readonly string[]): Promise<void> {
    requireVisit(visit);
    const { dataSource, vault, clock } = this.deps;
    const lookedAt = clock.now();
    await durableTransaction(dataSource, async (tx) => {
      const keys = await vault.openKeys(tx, 'account', accountIds);
      for (const accountId of keys.size === 0 ? [null] : keys.keys()) {
        const id = newId();
        const place = { table: 'support_access', column: 'reason_sealed', rowId: id };
        const key = accountId === null ? undefined : keys.get(accountId);
        await tx.insert(SupportAccessRow, {
          ...{ id, lookedAt, action, accountId },
          operator: visit.operator,
          reasonSealed: key?.seal(place, visit.reason) ?? null,
        });
      }
    });
  }

  /** Without those that were deleted and whose rows are only not gone yet: there is nothing to look at. */
  private async alive(accountIds: readonly string[]): Promise<readonly string[]> {
    const { dataSource, vault } = this.deps;
    const keys = await vault.openKeys(dataSource.manager, 'account', accountIds);
    return accountIds.filter((id) => keys.has(id));
  }

  private async accountsOf({ kind, value }: SupportKey): Promise<readonly string[]> {
    if (kind === 'instagram-id') return this.deps.accountsOfInstagramId(value);
    if (kind === 'code') return this.deps.accountsOfCode(value);
    const accountId = await this.deps.accountOfEmail(value);
    return accountId === null ? [] : [accountId];
  }
}

function requireVisit(visit: Visit): void {
  const problem = visitProblem(visit);
  if (problem !== null) throw new RangeError(problem);
}
