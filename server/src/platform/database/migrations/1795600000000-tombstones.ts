import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What remembers that something was deleted, and lets an owner's copy of a code be missing where it cannot be sealed. */
export class Tombstones1795600000000 implements MigrationInterface {
  name = 'Tombstones1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tombstone (
        epoch text not null,
        mac bytea not null,
        not_before timestamptz not null,
        expires_at timestamptz not null,
        constraint tombstone_pkey primary key (epoch, mac)
      )
    `);
    await runner.query('alter table deletion_subject alter column code_sealed drop not null');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
