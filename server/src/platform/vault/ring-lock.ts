import type { DataSource, EntityManager } from 'typeorm';
import { ADVISORY_LOCKS } from '../database/advisory-locks';

/** The advisory lock of those who change keys of the ring. */
export const RING_LOCK = ADVISORY_LOCKS.keyRing;

/**
 * Runs `work` alone among all processes that change keys of the ring: an epoch key that is being wrapped anew must not come
 * back after another process destroyed it. Making a new epoch needs no lock: nobody else knows its name.
 */
export async function withRingLocked<T>(
  dataSource: DataSource,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  return await dataSource.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [RING_LOCK]);
    return await work(tx);
  });
}
