import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An account that is being deleted frees its email before its rows go, and leaves the records of its deletion requests
 * with nothing that leads back to it.
 */
export class AccountClosure1795620000000 implements MigrationInterface {
  name = 'AccountClosure1795620000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account alter column email_index drop not null');
    await runner.query('alter table deletion_subject alter column account_id drop not null');
    await runner.query('alter table deletion_subject alter column code_sealed drop not null');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
