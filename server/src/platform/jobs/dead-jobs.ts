import type { DataSource } from 'typeorm';
import { DEAD_JOB_DAYS } from './held';

/** Removes jobs that used up their attempts and were last tried thirty days ago: their payloads name our own ids. */
export async function forgetDeadJobs(dataSource: DataSource, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DEAD_JOB_DAYS * 24 * 3_600_000);
  await dataSource.query(
    `delete from graphile_worker._private_jobs
     where attempts >= max_attempts and locked_at is null and run_at < $1`,
    [before],
  );
}
