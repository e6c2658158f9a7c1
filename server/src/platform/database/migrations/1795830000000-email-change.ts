import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changing an account's address: the one to come until it is confirmed, and the one before until it was told. */
export class EmailChange1795830000000 implements MigrationInterface {
  name = 'EmailChange1795830000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table email_change (
        account_id uuid not null,
        email_sealed text not null,
        requested_at timestamptz not null,
        constraint email_change_pkey primary key (account_id),
        constraint email_change_account_fkey foreign key (account_id) references account (id) on delete cascade
      )
    `);
    await runner.query('alter table email_change alter column email_sealed set statistics 0');
    await runner.query('create index email_change_requested on email_change (requested_at)');
    await runner.query('alter table mail add column to_sealed text');
    await runner.query('alter table mail alter column to_sealed set statistics 0');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
