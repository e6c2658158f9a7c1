import type { EntityManager } from 'typeorm';

/** A piece of work for later. The payload holds our own ids and nothing else: it is readable in the queue's table. */
export interface Job {
  readonly task: string;
  readonly payload: Readonly<Record<string, string | number>>;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  /** A job with the same key that waits is replaced, so that there is one. */
  readonly key?: string;
  readonly runAt: Date;
  readonly maxAttempts?: number;
}

/** Puts a job in the queue inside the transaction of the row that causes it: both or neither. */
export async function enqueue(tx: EntityManager, job: Job): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job(
       $1, $2::json, queue_name => $3, run_at => $4::timestamptz, max_attempts => $5::int, job_key => $6)`,
    [
      job.task,
      JSON.stringify(job.payload),
      job.queue ?? null,
      job.runAt.toISOString(),
      job.maxAttempts ?? 25,
      job.key ?? null,
    ],
  );
}

/** Takes a job that waits out of the queue again; nothing when there is none. */
export async function dequeue(tx: EntityManager, key: string): Promise<void> {
  await tx.query('select graphile_worker.remove_job($1)', [key]);
}
