import type { DataSource } from 'typeorm';
import { ADVISORY_LOCKS } from './advisory-locks';

/**
 * Brings the database up to date: first `queue`, which has migrations of its own, then ours. Only one process does so at
 * a time; the others wait, however long it takes, and then find nothing to do.
 */
export async function migrate(dataSource: DataSource, queue: () => Promise<void>): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('set statement_timeout = 0');
    await runner.query('select pg_advisory_lock($1)', [ADVISORY_LOCKS.migration]);
    try {
      await queue();
      await dataSource.runMigrations();
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [ADVISORY_LOCKS.migration]);
    }
  } finally {
    await runner.query('set statement_timeout to default').catch(() => {});
    await runner.release();
  }
}
