import type { DataSource } from 'typeorm';

const MIGRATION_LOCK = 5_070_611;

/**
 * Brings the queue's tables and ours up to date. Only one process does so at a time; the others wait and then find
 * nothing to do.
 */
export async function migrate(dataSource: DataSource, migrateQueue: () => Promise<void>): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateQueue();
    await dataSource.runMigrations();
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}
