import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Epochs of a day each. What was wrapped before is closed to new keys, and ends like every other epoch. */
export class Epochs1795510000000 implements MigrationInterface {
  name = 'Epochs1795510000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table keystore.epoch (
        id text not null,
        day date not null,
        created_at timestamptz not null,
        retired_at timestamptz,
        destroyed_at timestamptz,
        constraint epoch_pkey primary key (id)
      )
    `);
    await runner.query(`
      create unique index epoch_open_day on keystore.epoch (day) where retired_at is null
    `);
    await runner.query(`
      create index data_key_epoch on keystore.data_key (epoch_id)
    `);
    await runner.query(`
      insert into keystore.epoch (id, day, created_at, retired_at)
      select epoch_id, to_date(substr(epoch_id, 2, 8), 'YYYYMMDD'), min(created_at), max(created_at)
      from keystore.data_key group by epoch_id
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}
