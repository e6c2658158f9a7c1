import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { durableTransaction } from '../../platform/database/durable-transaction';
import { newId } from '../../platform/ids';
import type { Place, Vault } from '../../platform/vault';
import { accountKey } from '../account';
import { isHolding, lockConnection, lockRequest } from './holder';
import type { TransferNotices } from './ports';
import { openProof } from './transfer-proof';
import { TransferRequestRow } from './transfer-request.entity';
import { answerBy, askableAfter, isFresh, movesUntil, stageAt } from './transfer-terms';

export interface AskDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly notices: TransferNotices;
}

export type AskOutcome =
  /** It is asked; also when this account had asked before. */
  | { readonly kind: 'asked'; readonly requestId: string }
  /** The proof is too old, or not one of this account's. */
  | { readonly kind: 'not-proved' }
  /** Nothing holds the Instagram account any more: it can be connected. */
  | { readonly kind: 'free' }
  /** It was asked a short time ago, by whomever, and it is not to be asked again before that moment. */
  | { readonly kind: 'not-now'; readonly retryAt: Date };

/**
 * Asks for an Instagram account to be moved to this account from the one that holds it. `proof` is what the refused
 * connect gave to this person's browser. The holder is told in the same transaction; no token is kept meanwhile.
 */
export async function askForTransfer(
  deps: AskDependencies,
  accountId: string,
  proof: string,
): Promise<AskOutcome> {
  const { dataSource, vault, notices } = deps;
  const now = deps.clock.now();
  return durableTransaction(dataSource, async (tx): Promise<AskOutcome> => {
    // Before any other lock: an account that is being deleted waits for us, or we find it gone.
    if (!(await vault.holdKey(tx, accountKey(accountId)))) return { kind: 'not-proved' };
    const key = await vault.openKey(tx, accountKey(accountId));
    const proved = openProof(key, accountId, proof);
    if (proved === null || !isFresh(proved.provedAt, now)) return { kind: 'not-proved' };
    const { connectionId, username, provedAt } = proved;
    const holder = await lockConnection(tx, connectionId);
    if (holder === null || !isHolding(holder)) return { kind: 'free' };

    const before = await lockRequest(tx, connectionId);
    const until = before === null ? null : blockedUntil(before);
    if (before !== null && until !== null && now < until) {
      const own = before.accountId === accountId && before.answerBy !== null;
      return own ? { kind: 'asked', requestId: before.id } : { kind: 'not-now', retryAt: until };
    }
    if (before !== null) await tx.delete(TransferRequestRow, { id: before.id });

    const id = newId();
    const due = answerBy(now);
    await tx.insert(TransferRequestRow, {
      ...{ id, accountId, connectionId, provedAt, askedAt: now, answerBy: due, toldAt: null, keptAt: null },
      usernameSealed: key.seal(usernamePlace(id), username),
    });
    await notices.tell(tx, {
      kind: 'TRANSFER_ASKED',
      ...{ accountId: holder.accountId, requestId: id, connectionId, aboutAt: due },
    });
    return { kind: 'asked', requestId: id };
  });
}

/** Until when a request keeps any other from being made. */
function blockedUntil({ answerBy: due, keptAt }: TransferRequestRow): Date | null {
  if (keptAt !== null) return askableAfter(keptAt);
  return due === null ? null : movesUntil(due);
}

/** Whether a request still stands at a moment: neither answered nor lapsed. */
export const stands = ({ answerBy: due }: TransferRequestRow, now: Date): boolean =>
  due !== null && stageAt(due, now) !== 'LAPSED';

/** The place that the username of a request is sealed for. */
export const usernamePlace = (requestId: string): Place => ({
  table: 'transfer_request',
  column: 'username_sealed',
  rowId: requestId,
});
