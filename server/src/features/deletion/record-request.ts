import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/ids';
import { enqueue, type Job } from '../../platform/jobs/enqueue';
import { hashOfCode } from './confirmation-code';
import type { AccessWithdrawal, DeletionSource } from './deletion';
import { DeletionOutcomeRow } from './deletion-outcome.entity';
import { DeletionRequestRow } from './deletion-request.entity';
import { DeletionSubjectRow } from './deletion-subject.entity';
import type { ConnectionToErase, ErasableConnections, OwnersCode } from './ports';

export const ERASE_TASK = 'erase';

export interface IntakeDependencies {
  readonly connections: ErasableConnections;
  readonly ownersCode: OwnersCode;
}

export interface NewRequest {
  readonly code: string;
  readonly source: DeletionSource;
  readonly requestDigest: Buffer | null;
  readonly accessWithdrawal: AccessWithdrawal;
  readonly requestedAt: Date;
}

/** Records a request; null when the same callback was recorded before (or is being recorded: then it waits). */
export async function insertRequest(tx: EntityManager, request: NewRequest): Promise<string | null> {
  const id = newId();
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(DeletionRequestRow)
    .values({
      id,
      codeHash: hashOfCode(request.code),
      source: request.source,
      requestDigest: request.requestDigest,
      requestedAt: request.requestedAt,
      keysRemovedAt: null,
      erasingAt: null,
      attentionAt: null,
      completedAt: null,
      accessWithdrawal: request.accessWithdrawal,
    })
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as unknown[]).length === 0 ? null : id;
}

/**
 * The rest of intake, in the same transaction: destroys the keys of each connection that is meant, cuts it, notes
 * what was done, and queues the erasure. After the commit nothing of those connections can be read any more.
 * `accountId`: the account that is deleted as well, whose key the caller destroyed before anything else.
 */
export async function takeIn(
  tx: EntityManager,
  deps: IntakeDependencies,
  requestId: string,
  request: NewRequest,
  connections: readonly ConnectionToErase[],
  accountId: string | null = null,
): Promise<void> {
  const at = request.requestedAt;
  let cut = accountId !== null;
  for (const connection of connections) {
    const { connectionId } = connection;
    const part = partOf(connection);
    // Without a copy of the code there is no account any more that the row could belong to.
    const codeSealed =
      accountId === null
        ? await deps.ownersCode.seal(tx, connection.accountId, requestId, request.code)
        : null;
    const owner = codeSealed === null ? null : connection.accountId;
    await tx.insert(DeletionSubjectRow, { requestId, connectionId, accountId: owner, codeSealed, part });
    if (part !== 'erase') continue;
    const accessKeys = await deps.connections.cut(tx, connection, at);
    cut = true;
    await tx.insert(DeletionOutcomeRow, {
      requestId,
      connectionId,
      category: 'ACCESS_KEYS',
      outcome: accessKeys > 0 ? 'REMOVED' : 'NOTHING_HELD',
      count: accessKeys,
      recordedAt: at,
    });
  }
  if (accountId !== null) {
    const account = { requestId, connectionId: newId(), accountId, codeSealed: null, part: 'account' };
    await tx.insert(DeletionSubjectRow, account);
  }
  if (cut) await tx.update(DeletionRequestRow, requestId, { keysRemovedAt: at });
  await enqueue(tx, eraseJob(requestId, at));
}

/** The key under which a request's job is found: there is at most one. */
export const eraseJobKey = (requestId: string): string => `${ERASE_TASK}:${requestId}`;

/** The job that erases what a request speaks of. */
export function eraseJob(requestId: string, runAt: Date): Job {
  return { task: ERASE_TASK, payload: { requestId }, key: eraseJobKey(requestId), runAt };
}

function partOf(connection: ConnectionToErase): 'erase' | 'join' | 'keep' {
  if (connection.alreadyCut) return 'join';
  return connection.grantedLater ? 'keep' : 'erase';
}
