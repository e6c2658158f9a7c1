import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That Instagram told of a comment: when, and which media, sealed; never who or what. */
export class InstagramEvents1795780000000 implements MigrationInterface {
  name = 'InstagramEvents1795780000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table instagram_event (
        id uuid not null,
        connection_id uuid not null,
        event_index bytea not null,
        kind text not null,
        media_id_sealed text,
        received_at timestamptz not null,
        constraint instagram_event_pkey primary key (id),
        constraint instagram_event_connection_fkey foreign key (connection_id)
          references instagram_connection (id) on delete no action
      )
    `);
    await runner.query(
      'create unique index instagram_event_once on instagram_event (connection_id, event_index)',
    );
    await runner.query('create index instagram_event_received on instagram_event (received_at)');
    // The planner keeps no sample of what is personal.
    await runner.query(
      'alter table instagram_event alter column event_index set statistics 0, alter column media_id_sealed set statistics 0',
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
