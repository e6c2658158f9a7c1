import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For which grant of a connection Instagram was asked for events. Connections from before were asked for none. */
export class EventSubscriptions1795795000000 implements MigrationInterface {
  name = 'EventSubscriptions1795795000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table instagram_connection
        add column subscribed_generation integer,
        add column subscription_refused_at timestamptz
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
