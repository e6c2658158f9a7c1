import type { DataSource, EntityManager } from 'typeorm';
import { errorCode } from '../error-code';

/** SQLSTATE of a transaction that PostgreSQL ended to break a circle of waiting. */
const DEADLOCK = '40P01';

/**
 * A transaction for work that nobody sends twice: when PostgreSQL picks it to break a deadlock, it is run once more.
 */
export async function durableTransaction<T>(
  dataSource: DataSource,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  try {
    return await dataSource.transaction(work);
  } catch (error) {
    if (errorCode(error) !== DEADLOCK) throw error;
    return dataSource.transaction(work);
  }
}
