import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The database's side of the ledger of deletions. A receipt says when its request counts as completed. */
export class Ledger1795610000000 implements MigrationInterface {
  name = 'Ledger1795610000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_entry (
        id uuid not null,
        kind text not null,
        body text not null,
        request_id uuid,
        key_id text,
        leaf_index integer,
        made_at timestamptz not null,
        seq integer,
        prev bytea,
        hash bytea,
        month text,
        expires_at timestamptz,
        constraint ledger_entry_pkey primary key (id)
      )
    `);
    await runner.query('create unique index ledger_entry_seq on ledger_entry (seq)');
    await runner.query('create unique index ledger_entry_leaf on ledger_entry (leaf_index)');
    await runner.query('create index ledger_entry_request on ledger_entry (request_id)');
    await runner.query('create index ledger_entry_waiting on ledger_entry (id) where seq is null');
    await runner.query(`
      create table ledger_head (
        id integer not null,
        seq integer not null,
        hash bytea not null,
        constraint ledger_head_pkey primary key (id)
      )
    `);
    await runner.query('alter table receipt add column completed_at timestamptz');
    await runner.query(`
      update receipt set completed_at = request.completed_at
      from deletion_request request where request.id = receipt.request_id
    `);
    await runner.query('alter table receipt alter column completed_at set not null');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
