import { durableTransaction } from '../../platform/database/durable-transaction';
import { randomCode } from './confirmation-code';
import type { AccessWithdrawal } from './deletion';
import { type DisconnectDependencies, withdrawAndRecord } from './disconnect';
import type { ClosableAccounts } from './ports';
import { insertRequest, type NewRequest, takeIn } from './record-request';

export interface CloseAccountDependencies extends DisconnectDependencies {
  readonly accounts: ClosableAccounts;
}

type Withdraw = () => Promise<AccessWithdrawal>;

/**
 * Deletes an account with everything that hangs on it. One short transaction, durable when it returns: record, destroy the
 * account's key and those of its connections, end its sessions and connects, free its email, queue the erasure. Only then
 * asks Instagram to withdraw our access, for all connections at once, in the background. Answers with the confirmation
 * code, which is stored nowhere; null when the account was deleted before, by another device a moment ago.
 */
export async function closeAccount(
  deps: CloseAccountDependencies,
  accountId: string,
): Promise<string | null> {
  const code = randomCode();
  const taken = await durableTransaction(deps.dataSource, async (tx) => {
    // The key comes first: whoever writes for the account holds it, and is waited for or finds it gone.
    if (!(await deps.accounts.holdAlone(tx, accountId))) return null;
    const connections = await deps.connections.lockAllOf(tx, accountId);
    const withdrawals: Withdraw[] = [];
    for (const { connectionId, alreadyCut } of connections) {
      const withdraw = alreadyCut ? null : await deps.withdrawer.prepare(tx, connectionId);
      if (withdraw !== null) withdrawals.push(withdraw);
    }
    const request: NewRequest = {
      code,
      source: 'ACCOUNT_CLOSURE',
      requestDigest: null,
      accessWithdrawal: withdrawals.length === 0 ? 'NOT_ASKED' : 'ASKING',
      requestedAt: deps.clock.now(),
    };
    const requestId = await insertRequest(tx, request);
    if (requestId === null) throw new Error('a new confirmation code met an old one');
    await takeIn(tx, deps, requestId, request, connections, accountId);
    await deps.accounts.destroyKey(tx, accountId);
    await deps.accounts.close(tx, accountId);
    return { requestId, withdrawals };
  });
  if (taken === null) return null;
  const { requestId, withdrawals } = taken;
  if (withdrawals.length > 0) {
    deps.background(withdrawAndRecord(deps, requestId, () => withdrawAll(withdrawals)));
  }
  return code;
}

/** Asks for all connections at once; the least certain answer stands for all. */
async function withdrawAll(withdrawals: readonly Withdraw[]): Promise<AccessWithdrawal> {
  const answers = await Promise.all(withdrawals.map((withdraw) => withdraw()));
  for (const answer of ['NO_ANSWER', 'REFUSED'] as const) if (answers.includes(answer)) return answer;
  return 'ACCEPTED';
}
