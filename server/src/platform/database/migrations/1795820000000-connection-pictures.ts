import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A small copy of each connection's profile picture, sealed. Whoever has none so far has one when somebody looks. */
export class ConnectionPictures1795820000000 implements MigrationInterface {
  name = 'ConnectionPictures1795820000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table connection_picture (
        connection_id uuid not null,
        picture_sealed text,
        fetched_at timestamptz,
        due_at timestamptz not null,
        constraint connection_picture_pkey primary key (connection_id),
        constraint connection_picture_connection_fkey foreign key (connection_id)
          references instagram_connection (id)
      )
    `);
    await runner.query('alter table connection_picture alter column picture_sealed set statistics 0');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
