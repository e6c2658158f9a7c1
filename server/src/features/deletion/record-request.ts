import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/ids';
import { enqueue, type Job } from '../../platform/jobs/enqueue';
import { type TombstoneKey, toMinute } from '../../platform/ledger';
import { hashOfCode } from './confirmation-code';
import type { AccessWithdrawal, DeletionSource } from './deletion';
import { DeletionOutcomeRow } from './deletion-outcome.entity';
import { DeletionRequestRow } from './deletion-request.entity';
import { DeletionSubjectRow } from './deletion-subject.entity';
import { toText } from './ledger-bodies';
import type { ConnectionToErase, ErasableConnections, OwnersCode } from './ports';
import {
  connectionMark,
  digestOf,
  instagramMark,
  type Mark,
  type Memory,
  type Tombstones,
} from './tombstones';

export const ERASE_TASK = 'erase';

export interface IntakeDependencies {
  readonly connections: ErasableConnections;
  readonly ownersCode: OwnersCode;
  readonly tombstones: Tombstones;
}

export interface NewRequest {
  readonly code: string;
  readonly source: DeletionSource;
  readonly requestDigest: Buffer | null;
  readonly accessWithdrawal: AccessWithdrawal;
  readonly requestedAt: Date;
  /** What it is about beside connections that we hold: remembered, so that nothing of it comes back. */
  readonly marks?: readonly Mark[];
  /** What was begun before is not finished; the time of the request where nothing else is known. */
  readonly notBefore?: Date;
}

/** The clocks of Instagram and of this server may be so far apart. */
const CLOCK_SKEW_MS = 300_000;

/** Before when something was begun that a request of Meta's means: it was begun before the request was written, by our clock. */
export function meantBefore(issuedAt: Date, receivedAt: Date): Date {
  return new Date(Math.min(issuedAt.getTime() + CLOCK_SKEW_MS, receivedAt.getTime()));
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
 */
export async function takeIn(
  tx: EntityManager,
  deps: IntakeDependencies,
  requestId: string,
  request: NewRequest,
  connections: readonly ConnectionToErase[],
): Promise<void> {
  const at = request.requestedAt;
  const key = deps.tombstones.currentKey();
  const parts: Part[] = [];
  const marks: Mark[] = [...(request.marks ?? [])];
  let cut = false;
  for (const connection of connections) {
    const { connectionId, accountId } = connection;
    const part = partOf(connection);
    const codeSealed = await deps.ownersCode.seal(tx, accountId, requestId, request.code);
    await tx.insert(DeletionSubjectRow, { requestId, connectionId, accountId, codeSealed, part });
    parts.push({ mac: digestOf(key, connectionMark(connectionId)), part, codeSealed });
    if (part !== 'erase') continue;
    marks.push(...connection.instagramIndexes.map(instagramMark));
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
  if (cut) await tx.update(DeletionRequestRow, requestId, { keysRemovedAt: at });
  await deps.tombstones.remember(tx, key, memoryOf(key, requestId, request, parts, marks));
  await enqueue(tx, eraseJob(requestId, at));
}

/** The key under which a request's job is found: there is at most one. */
export const eraseJobKey = (requestId: string): string => `${ERASE_TASK}:${requestId}`;

/** The job that erases what a request speaks of. */
export function eraseJob(requestId: string, runAt: Date): Job {
  return { task: ERASE_TASK, payload: { requestId }, key: eraseJobKey(requestId), runAt };
}

interface Part {
  readonly mac: Buffer;
  readonly part: 'erase' | 'join' | 'keep';
  readonly codeSealed: string | null;
}

function memoryOf(
  key: TombstoneKey,
  requestId: string,
  request: NewRequest,
  parts: readonly Part[],
  marked: readonly Mark[],
): Memory {
  const { requestedAt, source, accessWithdrawal } = request;
  const notBefore = request.notBefore ?? requestedAt;
  const marks = [...new Set(marked.map((mark) => toText(digestOf(key, mark))))];
  const erased = parts.filter(({ part }) => part === 'erase').map(({ mac }) => mac);
  return {
    macs: [...erased, ...marks.map((mark) => Buffer.from(mark, 'base64url'))],
    ...{ notBefore, at: requestedAt, requestId },
    line: {
      kind: 'deletion',
      body: {
        ...{ request: requestId, code_hash: toText(hashOfCode(request.code)), source },
        ...{ requested_at: toMinute(requestedAt), access_withdrawal: accessWithdrawal },
        ...{ key: key.id, not_before: toMinute(notBefore) },
        parts: parts.map(({ mac, part, codeSealed: code }) => ({ mac: toText(mac), part, code })),
        marks,
      },
    },
  };
}

function partOf(connection: ConnectionToErase): Part['part'] {
  if (connection.alreadyCut) return 'join';
  return connection.grantedLater ? 'keep' : 'erase';
}
