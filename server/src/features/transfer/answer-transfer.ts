import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { durableTransaction } from '../../platform/database/durable-transaction';
import { stands } from './ask-for-transfer';
import { isHolding, lockConnection, lockRequest } from './holder';
import type { HandOvers, TransferNotices } from './ports';
import { TransferRequestRow } from './transfer-request.entity';
import { stageAt } from './transfer-terms';

export interface AnswerDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly notices: TransferNotices;
  readonly handOvers: HandOvers;
}

/** NOT_FOUND: the account has no such connection. NOT_ASKED: nobody asks for it, or nobody does any more. */
export type KeepOutcome = 'kept' | 'not-found' | 'not-asked' | 'too-late';

/**
 * The holder keeps the connection: the request ends, whoever asked is told, and nobody can ask again for 30 days. Too
 * late when the time to answer is over, because whoever asked was then told that it moves.
 */
export async function keepConnection(
  deps: AnswerDependencies,
  accountId: string,
  connectionId: string,
): Promise<KeepOutcome> {
  const now = deps.clock.now();
  return durableTransaction(deps.dataSource, async (tx): Promise<KeepOutcome> => {
    const request = await requestToHolder(tx, accountId, connectionId);
    if (request === 'not-found') return request;
    if (request?.answerBy == null || !stands(request, now)) return 'not-asked';
    if (stageAt(request.answerBy, now) !== 'ASKED') return 'too-late';
    await tx.update(
      TransferRequestRow,
      { id: request.id },
      { keptAt: now, answerBy: null, usernameSealed: null },
    );
    await deps.notices.tell(tx, {
      kind: 'TRANSFER_KEPT',
      ...{ accountId: request.accountId, requestId: request.id, connectionId: null, aboutAt: now },
    });
    return 'kept';
  });
}

export type ReleaseOutcome =
  | { readonly kind: 'released'; readonly deletionRequestId: string }
  | { readonly kind: 'not-found' | 'not-asked' };

/**
 * The holder lets the Instagram account go: the connection is disconnected at once, with a receipt. Whoever asked is told
 * when its rows are gone. Again, or after another ending: the request that cut it.
 */
export async function releaseConnection(
  deps: AnswerDependencies,
  accountId: string,
  connectionId: string,
): Promise<ReleaseOutcome> {
  const { dataSource, handOvers, clock } = deps;
  const outcome = await durableTransaction(dataSource, async (tx): Promise<ReleaseOutcome> => {
    const request = await requestToHolder(tx, accountId, connectionId);
    if (request === 'not-found') return { kind: 'not-found' };
    if (request === null || !stands(request, clock.now())) return { kind: 'not-asked' };
    const deletionRequestId = await handOvers.handOver(tx, accountId, connectionId);
    return deletionRequestId === null ? { kind: 'not-found' } : { kind: 'released', deletionRequestId };
  });
  if (outcome.kind !== 'not-found') return outcome;
  const cutBy = await handOvers.requestThatCut(accountId, connectionId);
  return cutBy === null ? outcome : { kind: 'released', deletionRequestId: cutBy };
}

/** Locks an account's own connection and what is asked about it. */
async function requestToHolder(
  tx: EntityManager,
  accountId: string,
  connectionId: string,
): Promise<TransferRequestRow | null | 'not-found'> {
  const connection = await lockConnection(tx, connectionId);
  if (connection === null || connection.accountId !== accountId || connection.cutAt !== null)
    return 'not-found';
  return isHolding(connection) ? lockRequest(tx, connectionId) : null;
}

/** Whoever asked takes it back; the holder is told. False when the account has no such request that stands. */
export async function withdrawTransfer(
  deps: AnswerDependencies,
  accountId: string,
  requestId: string,
): Promise<boolean> {
  const now = deps.clock.now();
  return durableTransaction(deps.dataSource, async (tx) => {
    const found = await tx.findOneBy(TransferRequestRow, { id: requestId, accountId });
    if (found === null) return false;
    const connection = await lockConnection(tx, found.connectionId);
    const request = connection === null ? null : await lockRequest(tx, connection.id);
    if (connection === null || request?.id !== requestId || !stands(request, now)) return false;
    await endForHolder(tx, deps.notices, request, connection, now);
    return true;
  });
}

/** Ends a request whose connection the caller holds, and tells the holder that it stays, if it is still there. */
export async function endForHolder(
  tx: EntityManager,
  notices: TransferNotices,
  { id: requestId, connectionId }: Pick<TransferRequestRow, 'id' | 'connectionId'>,
  connection: Parameters<typeof isHolding>[0] & { readonly accountId: string },
  now: Date,
): Promise<void> {
  await tx.delete(TransferRequestRow, { id: requestId });
  if (!isHolding(connection)) return;
  const { accountId } = connection;
  await notices.tell(tx, { kind: 'TRANSFER_ENDED', accountId, requestId, connectionId, aboutAt: now });
}
