import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { enqueue } from '../../platform/jobs/enqueue';
import { checkJob } from './suspect';

export const FIND_DUE_CHECKS_TASK = 'find-due-checks';

/** So long after its time a check has no job any more: it used up its attempts, or was lost. */
const LOST_AFTER_MS = 10 * 60_000;

/** The timetable's finder: queues the checks that are overdue, so that a suspicion never stays open. Tells how many. */
export async function findDueChecks(dataSource: DataSource, clock: Clock): Promise<number> {
  const now = clock.now();
  const rows: { id: string }[] = await dataSource.query(
    `select connection_id as id from connection_health join instagram_connection connection on connection.id = connection_id
     where check_due_at <= $1 and cut_at is null and deauthorized_at is null and token_expires_at > $2
     order by check_due_at`,
    [new Date(now.getTime() - LOST_AFTER_MS), now],
  );
  for (const { id } of rows) await enqueue(dataSource.manager, checkJob(id, now));
  return rows.length;
}
