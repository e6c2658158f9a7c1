import type { EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { randomCode } from './confirmation-code';
import { type IntakeDependencies, insertRequest, type NewRequest, takeIn } from './record-request';

export interface HandOverDependencies extends IntakeDependencies {
  readonly clock: Clock;
}

/**
 * Takes in the deletion of a connection whose Instagram account moves to another SocioGenie account: as a disconnect does,
 * in the caller's transaction, but without asking Instagram to withdraw access, because the grant there is shared with
 * whoever connects next. Answers the request's id; null when the account has no such connection.
 */
export async function handOver(
  deps: HandOverDependencies,
  tx: EntityManager,
  accountId: string,
  connectionId: string,
): Promise<string | null> {
  const own = await deps.connections.lockOwn(tx, accountId, connectionId);
  if (own === null) return null;
  const request: NewRequest = {
    code: randomCode(),
    source: 'TRANSFER',
    requestDigest: null,
    accessWithdrawal: 'NOT_ASKED',
    requestedAt: deps.clock.now(),
  };
  const requestId = await insertRequest(tx, request);
  if (requestId === null) throw new Error('a new confirmation code met an old one');
  await takeIn(tx, deps, requestId, request, [own]);
  return requestId;
}
