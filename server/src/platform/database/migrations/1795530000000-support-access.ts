import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of support looked at which account. It leaves with the account. */
export class SupportAccess1795530000000 implements MigrationInterface {
  name = 'SupportAccess1795530000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table support_access (
        id uuid not null,
        looked_at timestamptz not null,
        operator text not null,
        action text not null,
        account_id uuid,
        reason_sealed text,
        constraint support_access_pkey primary key (id),
        constraint support_access_account_fkey foreign key (account_id) references account (id) on delete cascade
      )
    `);
    await runner.query('alter table support_access alter column reason_sealed set statistics 0');
    await runner.query('create index support_access_account on support_access (account_id)');
    await runner.query('create index support_access_looked on support_access (looked_at)');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
