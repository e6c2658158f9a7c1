import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { errorCode } from '../error-code';

/** SQLSTATE of a transaction that PostgreSQL ended to break a circle of waiting. */
const DEADLOCK = '40P01';
const ATTEMPTS = 4;
/** Long enough for the other side of the circle to take what was let go. */
const PAUSE_MS = 100;

/**
 * A transaction for work that nobody sends twice: when PostgreSQL picks it to break a deadlock, it is run again, up to
 * three times, each a moment later.
 */
export async function durableTransaction<T>(
  dataSource: DataSource,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      if (errorCode(error) !== DEADLOCK || attempt === ATTEMPTS) throw error;
      await pause(attempt * PAUSE_MS);
    }
  }
}
