import { type EntityManager, IsNull, Not } from 'typeorm';
import { ConnectAttemptRow } from './connect-attempt.entity';

/**
 * Ends every connect that has come back from Instagram and is not stored yet. Whose it is nobody knows before its
 * profile is read, so a callback of Meta's, which may mean that very grant, ends them all: the person tries again.
 * Waits for one that is being stored at this moment; read connections after it, and that one is among them.
 */
export async function endConnectsUnderWay(tx: EntityManager): Promise<void> {
  await tx.delete(ConnectAttemptRow, { consumedAt: Not(IsNull()), storedAt: IsNull() });
}

/** Ends every connect that anybody has begun. */
export async function endAllConnects(tx: EntityManager): Promise<void> {
  await tx.createQueryBuilder().delete().from(ConnectAttemptRow).execute();
}

/**
 * Claims the attempt for storing its grant; false when a callback, the end of the connection that was to be renewed, or
 * the person's own cancelling came in between. It never waits, so that neither side can wait for the other.
 */
export async function claimForStoring(tx: EntityManager, stateHash: Buffer, at: Date): Promise<boolean> {
  const attempt = await tx
    .createQueryBuilder(ConnectAttemptRow, 'attempt')
    .select('attempt.stateHash')
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .where({ stateHash, storedAt: IsNull() })
    .getOne();
  if (attempt === null) return false;
  await tx.update(ConnectAttemptRow, { stateHash }, { storedAt: at });
  return true;
}
