import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** Resolves when no job is under way any more: the queue notes how a job ended a moment after it has. */
export async function queueSettled(dataSource: DataSource): Promise<void> {
  const underWay = 'select 1 from graphile_worker.jobs where locked_at is not null';
  while ((await dataSource.query(underWay)).length > 0) await sleep(10);
}
