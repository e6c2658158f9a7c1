import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions can be listed: each has a name of its own, the browser it began in, and when the password was typed last. */
export class SessionList1795760000000 implements MigrationInterface {
  name = 'SessionList1795760000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session
        add column id uuid,
        add column confirmed_at timestamptz,
        add column user_agent_sealed text
    `);
    // A session that is open goes on; its password was typed when it began.
    await runner.query('update session set id = gen_random_uuid(), confirmed_at = created_at');
    await runner.query('alter table session drop constraint session_pkey');
    await runner.query(`
      alter table session
        alter column id set not null,
        alter column confirmed_at set not null,
        add constraint session_pkey primary key (id)
    `);
    await runner.query('create unique index session_id_hash on session (id_hash)');
    await runner.query('alter table session alter column user_agent_sealed set statistics 0');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
