import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How Instagram answers the calls of each connection, and how it is for everybody. */
export class ConnectionLines1795702000000 implements MigrationInterface {
  name = 'ConnectionLines1795702000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table connection_line (
        connection_id uuid not null,
        heard_at timestamptz not null,
        troubled_since timestamptz,
        trouble text,
        usage_percent integer,
        usage_at timestamptz,
        paused_until timestamptz,
        app_limited_at timestamptz,
        constraint connection_line_pkey primary key (connection_id),
        constraint connection_line_connection_fkey foreign key (connection_id) references instagram_connection (id)
      )
    `);
    await runner.query('create index connection_line_heard on connection_line (heard_at)');
    await runner.query('create index connection_line_app_limited on connection_line (app_limited_at)');
    await runner.query(`
      create table instagram_service (
        id integer not null,
        trouble_since timestamptz,
        next_trial_at timestamptz,
        paused_until timestamptz,
        constraint instagram_service_pkey primary key (id)
      )
    `);
    await runner.query('insert into instagram_service (id) values (1)');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
