import type { DataSource } from 'typeorm';
import { durableTransaction } from '../../platform/database/durable-transaction';
import type { ServiceKeys } from '../../platform/vault';
import { codeOfRequest } from './confirmation-code';
import { DeletionRequestRow } from './deletion-request.entity';
import { DeletionSubjectRow } from './deletion-subject.entity';
import type { ConnectionToErase } from './ports';
import type { ReceiveDeletionDependencies } from './receive-deletion';
import {
  type IntakeDependencies,
  insertRequest,
  meantBefore,
  type NewRequest,
  takeIn,
} from './record-request';
import { instagramMark } from './tombstones';

/** One id of a list that Meta mailed. */
export interface ListedId {
  readonly userId: string;
  /** When Meta asked, as far as the operator knows: grants clearly after it are not meant. */
  readonly issuedAt: Date;
  /** Of the file's content, in hexadecimal: the same id in the same file is the same request. */
  readonly fileDigest: string;
}

/**
 * REQUESTED: a connection is deleted. JOINED: an earlier request deletes it already. KEPT: only granted after the time of
 * the list. NOTHING_HELD: we hold nothing. REPEATED: this line of this file was taken in before.
 */
export type ListedOutcome = 'REQUESTED' | 'JOINED' | 'KEPT' | 'NOTHING_HELD' | 'REPEATED';

export interface ListedResult {
  readonly outcome: ListedOutcome;
  /** The confirmation code; null where no request was made yet. */
  readonly code: string | null;
}

/**
 * Takes in one listed id like a callback: the same lookup by all three ids, the same intake, a code for everybody,
 * known or not. Durable when it returns; the same id of the same file again answers the same code and does nothing.
 */
export async function requestListed(
  deps: ReceiveDeletionDependencies,
  listed: ListedId,
): Promise<ListedResult> {
  const now = deps.clock.now();
  const digest = digestOf(deps.keys, listed);
  const code = codeOfRequest(deps.keys, digest);
  const request: NewRequest = {
    code,
    source: 'OPERATOR',
    requestDigest: digest,
    accessWithdrawal: 'NOT_ASKED',
    requestedAt: now,
    marks: deps.connections.indexesOf(listed.userId).map(instagramMark),
    notBefore: meantBefore(listed.issuedAt, now),
  };
  return durableTransaction(deps.dataSource, async (tx) => {
    const requestId = await insertRequest(tx, request);
    if (requestId === null) return { outcome: 'REPEATED', code };
    const meant = await deps.connections.lockByMetaUser(tx, listed.userId, listed.issuedAt);
    await takeIn(tx, deps, requestId, request, meant);
    return { outcome: outcomeOf(meant), code };
  });
}

/** What `requestListed` would do at this moment; changes nothing. */
export async function previewListed(
  deps: ReceiveDeletionDependencies,
  listed: ListedId,
): Promise<ListedResult> {
  const requestDigest = digestOf(deps.keys, listed);
  const { manager } = deps.dataSource;
  if (await manager.existsBy(DeletionRequestRow, { requestDigest })) {
    return { outcome: 'REPEATED', code: codeOfRequest(deps.keys, requestDigest) };
  }
  const meant = await deps.connections.findByMetaUser(manager, listed.userId, listed.issuedAt);
  return { outcome: outcomeOf(meant), code: null };
}

/** Keyed, so that nobody can try ids against what is stored, not even with the file's digest in hand. */
function digestOf(keys: ServiceKeys, { userId, fileDigest }: ListedId): Buffer {
  return keys.blindIndex('listed-deletion', `${fileDigest}|${userId}`);
}

function outcomeOf(meant: readonly ConnectionToErase[]): ListedOutcome {
  if (meant.length === 0) return 'NOTHING_HELD';
  if (meant.some((one) => !one.alreadyCut && !one.grantedLater)) return 'REQUESTED';
  return meant.some((one) => one.alreadyCut) ? 'JOINED' : 'KEPT';
}

/** A connection that the operator was asked to delete. */
export interface ConnectionOfOperator {
  readonly accountId: string;
  /** The request that cut it; null while it lives. */
  readonly requestId: string | null;
}

/** Finds a connection by its row id, whosever it is, alive or cut; null when there was none, or its
 * account was deleted. Changes nothing. */
export async function findForOperator(
  { dataSource, connections }: IntakeDependencies & { readonly dataSource: DataSource },
  connectionId: string,
): Promise<ConnectionOfOperator | null> {
  const accountId = await connections.ownerOf(dataSource.manager, connectionId);
  if (accountId !== null) return { accountId, requestId: null };
  const subject = await dataSource.manager.findOneBy(DeletionSubjectRow, { connectionId, part: 'erase' });
  return subject?.accountId == null ? null : { accountId: subject.accountId, requestId: subject.requestId };
}
