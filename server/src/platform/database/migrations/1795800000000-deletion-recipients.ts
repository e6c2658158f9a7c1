import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Integrators that have to be told of a deletion, and the addendum to its receipt that says what came of it. */
export class DeletionRecipients1795800000000 implements MigrationInterface {
  name = 'DeletionRecipients1795800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deletion_recipient (
        id uuid not null,
        request_id uuid not null,
        connection_ids uuid[] not null,
        endpoint_sealed text,
        attempts integer not null,
        ends_at timestamptz not null,
        settled_at timestamptz,
        outcome text,
        constraint deletion_recipient_pkey primary key (id),
        constraint deletion_recipient_request_fkey
          foreign key (request_id) references deletion_request (id) on delete cascade
      )
    `);
    await runner.query('create index deletion_recipient_request on deletion_recipient (request_id)');
    await runner.query('create index deletion_recipient_ends on deletion_recipient (ends_at)');
    // Not sampled: sealed text gains nothing from it.
    await runner.query('alter table deletion_recipient alter column endpoint_sealed set statistics 0');
    // Receipts of before count nobody: nobody could read anything.
    await runner.query('alter table receipt add column recipient_count integer not null default 0');
    await runner.query('alter table receipt add column addendum text');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
