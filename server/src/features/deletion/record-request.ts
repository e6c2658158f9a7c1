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
import type { Recipients } from './recipients';
import {
  accountMark,
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
  readonly recipients: Recipients;
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
 * The rest of intake, in the same transaction: notes whoever has to be told, destroys the keys of each connection that is
 * meant, cuts it, notes what was done, and queues the erasure. After the commit nothing of those connections can be read any
 * more. `accountId`: the account that is deleted as well, whose key the caller holds alone, and destroys after this.
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
  const key = deps.tombstones.currentKey();
  const parts: Part[] = [];
  const marks: Mark[] = [...(request.marks ?? [])];
  const meant = connections.filter((connection) => partOf(connection) === 'erase');
  const connectionIds = meant.map(({ connectionId }) => connectionId);
  await deps.recipients.record(tx, requestId, { connectionIds, accountId }, at);
  let cut = accountId !== null;
  for (const connection of connections) {
    const { connectionId } = connection;
    const part = partOf(connection);
    const owner =
      accountId === null
        ? await deps.ownersCode.seal(tx, connection.accountId, requestId, request.code)
        : { accountId: null, codeSealed: null };
    await tx.insert(DeletionSubjectRow, { requestId, connectionId, ...owner, part });
    parts.push({ mac: digestOf(key, connectionMark(connectionId)), part, codeSealed: owner.codeSealed });
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
  if (accountId !== null) {
    const account = { requestId, connectionId: newId(), accountId, codeSealed: null, part: 'account' };
    await tx.insert(DeletionSubjectRow, account);
    parts.push({ mac: digestOf(key, accountMark(accountId)), part: 'account', codeSealed: null });
  }
  if (cut) await tx.update(DeletionRequestRow, requestId, { keysRemovedAt: at });
  await deps.tombstones.remember(
    tx,
    key,
    memoryOf(key, requestId, { ...request, codeHash: hashOfCode(request.code) }, parts, marks),
  );
  await enqueue(tx, eraseJob(requestId, at));
}

/** The key under which a request's job is found: there is at most one. */
export const eraseJobKey = (requestId: string): string => `${ERASE_TASK}:${requestId}`;

/** The job that erases what a request speaks of. */
export function eraseJob(requestId: string, runAt: Date): Job {
  return { task: ERASE_TASK, payload: { requestId }, key: eraseJobKey(requestId), runAt };
}

/** A connection under a request, or the account itself, as it is remembered. */
export interface Part {
  readonly mac: Buffer;
  readonly part: 'erase' | 'join' | 'keep' | 'account';
  readonly codeSealed: string | null;
}

/** What is to be remembered of a request, under a key. */
export function memoryOf(
  key: TombstoneKey,
  requestId: string,
  request: Omit<NewRequest, 'code' | 'requestDigest'> & { readonly codeHash: Buffer },
  parts: readonly Part[],
  marked: readonly Mark[],
): Memory {
  const { requestedAt, source, accessWithdrawal } = request;
  const notBefore = request.notBefore ?? requestedAt;
  const marks = [...new Set(marked.map((mark) => toText(digestOf(key, mark))))];
  const erased = parts.filter(({ part }) => part === 'erase' || part === 'account').map(({ mac }) => mac);
  return {
    macs: [...erased, ...marks.map((mark) => Buffer.from(mark, 'base64url'))],
    ...{ notBefore, at: requestedAt, requestId },
    line: {
      kind: 'deletion',
      body: {
        ...{ request: requestId, code_hash: toText(request.codeHash), source },
        ...{ requested_at: toMinute(requestedAt), access_withdrawal: accessWithdrawal },
        ...{ key: key.id, not_before: toMinute(notBefore) },
        parts: parts.map(({ mac, part, codeSealed: code }) => ({ mac: toText(mac), part, code })),
        marks,
      },
    },
  };
}

function partOf(connection: ConnectionToErase): 'erase' | 'join' | 'keep' {
  if (connection.alreadyCut) return 'join';
  return connection.grantedLater ? 'keep' : 'erase';
}
