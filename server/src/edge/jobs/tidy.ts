import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import type { RetentionLine } from '../../platform/database/held';
import { enforceRetention } from '../../platform/database/retention';
import { forgetDeadJobs } from '../../platform/jobs/dead-jobs';
import { forgetIdleQueues } from '../../platform/jobs/idle-queues';
import type { Log } from '../../platform/log';

export interface TidyDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly log: Log;
  /** The table that the data map prints and the public pages tell. */
  readonly retention: readonly RetentionLine[];
  /** Destroys what remembers the deletions of months that no backup reaches back to; answers those months. */
  forgetDeletions(): Promise<readonly string[]>;
}

/** Once a day: removes what has passed its limit, jobs that failed for good long ago, and the names of queues without a job. */
export async function tidy(deps: TidyDependencies): Promise<void> {
  const { dataSource, clock, log, retention } = deps;
  for (const month of await deps.forgetDeletions()) log.info('ledger.month-forgotten', { month });
  const removed = await enforceRetention(dataSource, clock.now(), retention);
  await forgetDeadJobs(dataSource, clock.now());
  await forgetIdleQueues(dataSource);
  log.info('retention.enforced', Object.fromEntries(removed));
}
