import type { DataSource } from 'typeorm';

/**
 * Forgets the names of queues that hold no job: a queue may be named after a row that is gone. The library's own
 * clean-up `GC_JOB_QUEUES` does the same, with a pool of its own.
 */
export async function forgetIdleQueues(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `delete from graphile_worker._private_job_queues queue where locked_at is null and not exists (
       select 1 from graphile_worker._private_jobs job where job.job_queue_id = queue.id)`,
  );
}
