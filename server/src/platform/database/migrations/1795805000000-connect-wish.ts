import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a connect that was begun asked to hear of comments, so that going on asks for the same. */
export class ConnectWish1795805000000 implements MigrationInterface {
  name = 'ConnectWish1795805000000';

  async up(runner: QueryRunner): Promise<void> {
    // What was begun before ends within ten minutes; gone on with, it asks for what every connect asks for.
    await runner.query(
      'alter table connect_attempt add column comment_events boolean not null default false',
    );
    await runner.query('alter table connect_attempt alter column comment_events drop default');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
