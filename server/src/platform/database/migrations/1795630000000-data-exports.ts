import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exports of everything that is held about an account: that one was asked for, and its file in sealed pieces. */
export class DataExports1795630000000 implements MigrationInterface {
  name = 'DataExports1795630000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table data_export (
        id uuid not null,
        account_id uuid not null,
        requested_at timestamptz not null,
        attempts integer not null,
        build_id uuid,
        connection_ids uuid[] not null,
        percent integer not null,
        size_bytes bigint,
        piece_count integer,
        ready_at timestamptz,
        expires_at timestamptz,
        link_hash bytea,
        link_until timestamptz,
        sending_id uuid,
        sending_until timestamptz,
        ended_at timestamptz,
        ending text,
        constraint data_export_pkey primary key (id),
        constraint data_export_account_fkey foreign key (account_id) references account (id) on delete cascade
      )
    `);
    await runner.query('create index data_export_account on data_export (account_id)');
    await runner.query('create index data_export_requested on data_export (requested_at)');
    await runner.query(
      'create unique index data_export_living on data_export (account_id) where ("ended_at" is null)',
    );
    await runner.query('create unique index data_export_link on data_export (link_hash)');
    await runner.query(`
      create table data_export_piece (
        export_id uuid not null,
        position integer not null,
        bytes_sealed text not null,
        constraint data_export_piece_pkey primary key (export_id, position),
        constraint data_export_piece_export_fkey foreign key (export_id) references data_export (id) on delete cascade
      )
    `);
    // Neither sampled nor compressed: sealed text gains nothing from either.
    await runner.query('alter table data_export_piece alter column bytes_sealed set statistics 0');
    await runner.query('alter table data_export_piece alter column bytes_sealed set storage external');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
