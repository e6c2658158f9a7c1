import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { durableTransaction } from '../../platform/database/durable-transaction';
import type { ServiceKeys } from '../../platform/vault';
import { codeOfRequest } from './confirmation-code';
import {
  type IntakeDependencies,
  insertRequest,
  meantBefore,
  type NewRequest,
  takeIn,
} from './record-request';
import { instagramMark } from './tombstones';

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
  const now = deps.clock.now();
  const code = codeOfRequest(deps.keys, received.digest);
  const request: NewRequest = {
    code,
    source: 'META_CALLBACK',
    requestDigest: received.digest,
    accessWithdrawal: 'NOT_ASKED',
    requestedAt: now,
    marks: deps.connections.indexesOf(received.userId).map(instagramMark),
    notBefore: meantBefore(received.issuedAt, now),
  };
  await durableTransaction(deps.dataSource, async (tx) => {
    const requestId = await insertRequest(tx, request);
    if (requestId === null) return;
    const meant = await deps.connections.lockByMetaUser(tx, received.userId, received.issuedAt);
    await takeIn(tx, deps, requestId, request, meant);
  });
  return code;
}
