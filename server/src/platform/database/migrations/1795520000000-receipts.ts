import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signing keys, receipts, and the log that receipts are counted in. */
export class Receipts1795520000000 implements MigrationInterface {
  name = 'Receipts1795520000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table signing_key (
        id text not null,
        public_key bytea not null,
        created_at timestamptz not null,
        retired_at timestamptz,
        constraint signing_key_pkey primary key (id)
      )
    `);
    await runner.query(`
      create table receipt_leaf (
        leaf_index integer not null,
        leaf_hash bytea not null,
        path bytea not null,
        checkpoint text not null,
        constraint receipt_leaf_pkey primary key (leaf_index)
      )
    `);
    // The log only grows: nobody who merely may write can drop, change or reorder a leaf.
    await runner.query(`
      create function receipt_leaf_only_grows() returns trigger language plpgsql as $$
      begin
        raise exception 'the log of receipts only grows';
      end
      $$
    `);
    await runner.query(`
      create trigger receipt_leaf_only_grows before update or delete or truncate on receipt_leaf
      for each statement execute function receipt_leaf_only_grows()
    `);
    await runner.query(`
      create table receipt (
        request_id uuid not null,
        jws text not null,
        salt bytea not null,
        leaf_index integer not null,
        constraint receipt_pkey primary key (request_id)
      )
    `);
    await runner.query(`create unique index receipt_leaf_index on receipt (leaf_index)`);
    await runner.query(`
      alter table receipt add constraint receipt_request_fkey
      foreign key (request_id) references deletion_request(id) on delete cascade
    `);
    await runner.query(`
      alter table receipt add constraint receipt_leaf_fkey
      foreign key (leaf_index) references receipt_leaf(leaf_index)
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
