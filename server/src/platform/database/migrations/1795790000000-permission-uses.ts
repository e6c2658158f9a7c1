import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day on which each kind of call was last answered. */
export class PermissionUses1795790000000 implements MigrationInterface {
  name = 'PermissionUses1795790000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table permission_use (
        operation text not null,
        last_used_on date not null,
        constraint permission_use_pkey primary key (operation)
      )
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
