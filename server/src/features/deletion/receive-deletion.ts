import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { durableTransaction } from '../../platform/database/durable-transaction';
import type { ServiceKeys } from '../../platform/vault';
import { codeOfRequest } from './confirmation-code';
import { type IntakeDependencies, insertRequest, type NewRequest, takeIn } from './record-request';

export interface ReceiveDeletionDependencies extends IntakeDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly keys: ServiceKeys;
}

/** A verified data-deletion callback. */
export interface ReceivedDeletion {
  readonly userId: string;
  readonly issuedAt: Date;
  readonly digest: Buffer;
}

/**
 * Takes in a data-deletion callback and answers with its confirmation code. One short transaction, durable when it
 * returns: record, destroy the keys, cut the connections, queue the erasure. The same callback again answers the same
 * code and does nothing; an unknown person gets a code of their own in the same way.
 */
export async function receiveDeletion(
  deps: ReceiveDeletionDependencies,
  received: ReceivedDeletion,
): Promise<string> {
  const code = codeOfRequest(deps.keys, received.digest);
  const request: NewRequest = {
    code,
    source: 'META_CALLBACK',
    requestDigest: received.digest,
    accessWithdrawal: 'NOT_ASKED',
    requestedAt: deps.clock.now(),
  };
  await durableTransaction(deps.dataSource, async (tx) => {
    const requestId = await insertRequest(tx, request);
    if (requestId === null) return;
    const meant = await deps.connections.lockByMetaUser(tx, received.userId, received.issuedAt);
    await takeIn(tx, deps, requestId, request, meant);
  });
  return code;
}
