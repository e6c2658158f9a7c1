import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { forgetIdleQueues } from '../../platform/jobs/idle-queues';

const KEEP_ATTEMPTS_MS = 24 * 3_600_000;

/**
 * Removes what ended by itself: attempts to connect a day after their end, sessions past thirty days, old counts, the
 * names of queues without a job, and after twelve months who of support looked.
 */
export async function tidy(dataSource: DataSource, clock: Clock): Promise<void> {
  const now = clock.now();
  const dayAgo = new Date(now.getTime() - KEEP_ATTEMPTS_MS);
  await dataSource.query('delete from connect_attempt where expires_at < $1', [dayAgo]);
  await dataSource.query('delete from session where created_at < $1 or last_used_at < $2', [
    new Date(now.getTime() - 30 * 24 * 3_600_000),
    dayAgo,
  ]);
  const yearAgo = new Date(now);
  yearAgo.setUTCFullYear(yearAgo.getUTCFullYear() - 1);
  await dataSource.query('delete from support_access where looked_at < $1', [yearAgo]);
  await dataSource.query('delete from rate_limit where expire < $1', [now.getTime()]);
  await forgetIdleQueues(dataSource);
}
