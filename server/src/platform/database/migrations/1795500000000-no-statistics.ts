import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * PostgreSQL's planner keeps samples of columns, and keeps them after the rows are gone: none are made of personal
 * columns any more. Declaring a column's type again drops the samples that were made before, which turning them off
 * alone does not.
 */
export class NoStatistics1795500000000 implements MigrationInterface {
  name = 'NoStatistics1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account
        alter column email_sealed type text, alter column email_index type bytea
    `);
    await runner.query(`
      alter table account
        alter column email_sealed set statistics 0, alter column email_index set statistics 0
    `);
    await runner.query(`
      alter table instagram_connection
        alter column exchange_user_id_sealed type text, alter column exchange_user_index type bytea,
        alter column app_scoped_id_sealed type text, alter column app_scoped_index type bytea,
        alter column professional_id_sealed type text, alter column professional_index type bytea,
        alter column username_sealed type text, alter column display_name_sealed type text,
        alter column token_sealed type text
    `);
    await runner.query(`
      alter table instagram_connection
        alter column exchange_user_id_sealed set statistics 0, alter column exchange_user_index set statistics 0,
        alter column app_scoped_id_sealed set statistics 0, alter column app_scoped_index set statistics 0,
        alter column professional_id_sealed set statistics 0, alter column professional_index set statistics 0,
        alter column username_sealed set statistics 0, alter column display_name_sealed set statistics 0,
        alter column token_sealed set statistics 0
    `);
    await runner.query('alter table deletion_subject alter column code_sealed type text');
    await runner.query('alter table deletion_subject alter column code_sealed set statistics 0');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
