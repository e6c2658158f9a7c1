import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests to have an Instagram account moved from the account that holds it. */
export class TransferRequests1795810000000 implements MigrationInterface {
  name = 'TransferRequests1795810000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table transfer_request (
        id uuid not null,
        account_id uuid not null,
        connection_id uuid not null,
        username_sealed text,
        proved_at timestamptz not null,
        asked_at timestamptz not null,
        answer_by timestamptz,
        told_at timestamptz,
        kept_at timestamptz,
        constraint transfer_request_pkey primary key (id),
        constraint transfer_request_account_fkey foreign key (account_id) references account (id) on delete cascade,
        constraint transfer_request_connection_fkey foreign key (connection_id) references instagram_connection (id)
      )
    `);
    await runner.query('alter table transfer_request alter column username_sealed set statistics 0');
    await runner.query('create index transfer_request_account on transfer_request (account_id)');
    await runner.query('create unique index transfer_request_connection on transfer_request (connection_id)');
    await runner.query('create index transfer_request_answer_by on transfer_request (answer_by)');
    await runner.query('create index transfer_request_kept on transfer_request (kept_at)');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
