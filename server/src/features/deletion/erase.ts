import { type DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { StandbysBehind } from '../../platform/database/standbys';
import type { Log } from '../../platform/log';
import { DeletionOutcomeRow } from './deletion-outcome.entity';
import { DeletionRequestRow } from './deletion-request.entity';
import type { DeletionSubjectRow } from './deletion-subject.entity';
import type { AccountEraser, Eraser } from './eraser';
import { type ErasurePart, partsOf } from './erasure-parts';
import type { Receipts } from './receipts';
import { isStillAsking } from './settle-withdrawal';

export interface EraseDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly log: Log;
  /** In the order in which they run: whatever points at a connection before the connection itself. */
  readonly erasers: readonly Eraser[];
  /** What goes with an account and with no connection of it, in the order in which it goes. */
  readonly accountErasers: readonly AccountEraser[];
  readonly receipts: Receipts;
  /** What must be durable outside the database before a request is completed. */
  readonly ledger: { append(): Promise<void> };
  /** Resolves when no standby of the database shows any more what is removed here; throws StandbysBehind. */
  readonly standbysCaughtUp: () => Promise<void>;
  /** Called when a person has to look: something could not be erased, or is still there. */
  readonly alertOperator: (event: string) => void;
}

type Parting = Pick<EraseDependencies, 'dataSource' | 'clock' | 'log' | 'alertOperator'>;

/**
 * Erases what a request speaks of. The keys were destroyed at intake, so an interruption at any place leaves nothing
 * readable; each eraser runs in a transaction of its own that also notes what it did, so a second run goes on where
 * the first stopped. Everything is counted again in the transaction that signs the receipt, and the request is called completed when
 * receipt and request stand in the ledger; if something is left, or an eraser fails, the request needs attention and the job is
 * run again. It waits for the database's standbys. While Instagram is still asked to withdraw our access, everything is removed and only the completion waits.
 */
export async function erase(deps: EraseDependencies, requestId: string): Promise<void> {
  const { dataSource, clock } = deps;
  const requests = dataSource.getRepository(DeletionRequestRow);
  const request = await requests.findOneBy({ id: requestId });
  if (request === null || request.completedAt !== null) return;
  await requests.update({ id: requestId, erasingAt: IsNull() }, { erasingAt: clock.now() });

  const parts = await partsOf(dataSource, requestId, deps.erasers, deps.accountErasers);
  await runParts(deps, requestId, parts);
  try {
    await verifyAndComplete(deps, requestId, parts);
  } catch (error) {
    if (error instanceof SomethingLeft) throw error;
    if (error instanceof StandbysBehind) {
      deps.log.warn('deletion.standby-behind', { requestId, reason: error.reason });
      deps.alertOperator('deletion.standby-behind');
      throw error;
    }
    deps.log.error('deletion.not-completed', { requestId }, error);
    deps.alertOperator('deletion.not-completed');
    await requests.update({ id: requestId, attentionAt: IsNull() }, { attentionAt: clock.now() });
    throw error;
  }
}

/** Does each part in turn, each in a transaction of its own that also notes what it did. */
export async function runParts(
  deps: Parting,
  requestId: string,
  parts: readonly ErasurePart[],
): Promise<void> {
  for (const part of parts) await run(deps, requestId, part);
}

async function run(deps: Parting, requestId: string, part: ErasurePart): Promise<void> {
  const { subject, category } = part;
  try {
    await deps.dataSource.transaction(async (tx) => {
      const removed = await part.erase(tx);
      await recordOutcome(tx, deps.clock.now(), subject, category, removed);
    });
  } catch (error) {
    await needsAttention(deps, requestId, subject, category);
    throw error;
  }
}

/** Adds to what an earlier run removed: a run that was cut off after an eraser must not make its count zero. */
async function recordOutcome(
  tx: EntityManager,
  recordedAt: Date,
  { requestId, connectionId }: DeletionSubjectRow,
  category: string,
  removed: number,
): Promise<void> {
  const place = { requestId, connectionId, category };
  const earlier = await tx.findOneBy(DeletionOutcomeRow, place);
  const count = removed + (earlier?.count ?? 0);
  const outcome = count > 0 ? 'REMOVED' : 'NOTHING_HELD';
  await tx.upsert(DeletionOutcomeRow, { ...place, outcome, count, recordedAt }, [
    'requestId',
    'connectionId',
    'category',
  ]);
}

/** The second look: only what is counted as gone is called completed. */
async function verifyAndComplete(
  deps: EraseDependencies,
  requestId: string,
  parts: readonly ErasurePart[],
): Promise<void> {
  await deps.standbysCaughtUp();
  const found = await deps.dataSource.transaction(async (tx) => {
    const left = await firstLeft(parts, tx);
    if (left !== null) return left;
    const now = deps.clock.now();
    if (await isStillAsking(tx, requestId, now)) return 'asking';
    await deps.receipts.issue(tx, requestId, now);
    return 'receipt';
  });
  if (typeof found !== 'string') {
    await needsAttention(deps, requestId, found.subject, found.category);
    throw new SomethingLeft();
  }
  // Told to nobody before it is in the ledger: no restore can take back what somebody has seen.
  await deps.ledger.append();
  if (found === 'receipt') await deps.receipts.complete(requestId);
}

/** The first part of which something is still found; null when nothing is left. */
export async function firstLeft(
  parts: readonly ErasurePart[],
  tx: EntityManager,
): Promise<ErasurePart | null> {
  for (const part of parts) if ((await part.count(tx)) > 0) return part;
  return null;
}

class SomethingLeft extends Error {
  constructor() {
    super('something is left after erasing');
    this.name = 'SomethingLeft';
  }
}

async function needsAttention(
  deps: Parting,
  requestId: string,
  subject: DeletionSubjectRow,
  category: string,
): Promise<void> {
  const now = deps.clock.now();
  deps.log.error('deletion.needs-attention', { requestId, category });
  deps.alertOperator('deletion.needs-attention');
  await deps.dataSource.transaction(async (tx) => {
    // Another request's job may fail at what this one already completed: that stays completed.
    if (await tx.existsBy(DeletionRequestRow, { id: subject.requestId, completedAt: Not(IsNull()) })) return;
    const place = { requestId: subject.requestId, connectionId: subject.connectionId, category };
    const earlier = await tx.findOneBy(DeletionOutcomeRow, place);
    const row = { ...place, outcome: 'FAILED', count: earlier?.count ?? 0, recordedAt: now };
    await tx.upsert(DeletionOutcomeRow, row, ['requestId', 'connectionId', 'category']);
    await tx.update(DeletionRequestRow, { id: requestId, attentionAt: IsNull() }, { attentionAt: now });
  });
}
