import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is suspected of a connection, and what a check proved. A connection without a row is well, as far as we know. */
export class ConnectionHealth1795701000000 implements MigrationInterface {
  name = 'ConnectionHealth1795701000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table connection_health (
        connection_id uuid not null,
        suspicion text,
        suspected_at timestamptz,
        confirmations integer not null,
        check_due_at timestamptz,
        access_ended_at timestamptz,
        access_end text,
        permission_lost_at timestamptz,
        evidence_code integer,
        evidence_subcode integer,
        constraint connection_health_pkey primary key (connection_id),
        constraint connection_health_connection_fkey foreign key (connection_id) references instagram_connection (id)
      )
    `);
    await runner.query('create index connection_health_due on connection_health (check_due_at)');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
