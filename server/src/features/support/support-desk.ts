import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { durableTransaction } from '../../platform/database/durable-transaction';
import { newId } from '../../platform/ids';
import type { Vault } from '../../platform/vault';
import { accountKey } from '../account';
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
    const accountIds = [...new Set(await this.accountsOf(key))].sort();
    await this.record(visit, ACTIONS[key.kind], accountIds);
    return accountIds;
  }

  /** Records, durable when it returns, that somebody does something about these accounts. @throws RangeError for a visit that `visitProblem` refuses. */
  async record(visit: Visit, action: SupportAction, accountIds: readonly string[]): Promise<void> {
    requireVisit(visit);
    const { dataSource, vault, clock } = this.deps;
    const lookedAt = clock.now();
    await durableTransaction(dataSource, async (tx) => {
      for (const accountId of accountIds.length === 0 ? [null] : accountIds) {
        const id = newId();
        const place = { table: 'support_access', column: 'reason_sealed', rowId: id };
        const key = accountId === null ? null : await vault.openKey(tx, accountKey(accountId));
        await tx.insert(SupportAccessRow, {
          ...{ id, lookedAt, action, accountId },
          operator: visit.operator,
          reasonSealed: key?.seal(place, visit.reason) ?? null,
        });
      }
    });
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
