import { enqueue } from '../../platform/jobs/enqueue';
import type { SyncDependencies } from './sync-analytics';
import { nextTurn, syncJob, syncJobKey } from './sync-job';

/**
 * The timetable's finder, run once an hour: queues one small run for every living connection at its own moment of the
 * hour. One that waits already, for a person or for a repeat, is left at its time. Tells how many were queued.
 */
export async function findDueSyncs({
  dataSource,
  clock,
  grants,
}: Pick<SyncDependencies, 'dataSource' | 'clock' | 'grants'>): Promise<number> {
  const now = clock.now();
  const living = await grants.livingConnectionIds(now);
  // A job that has used up its attempts waits for nothing any more; queueing the same key begins it anew.
  const rows: { key: string }[] = await dataSource.query(
    'select key from graphile_worker.jobs where key = any($1) and attempts < max_attempts',
    [living.map(syncJobKey)],
  );
  const waiting = new Set(rows.map(({ key }) => key));
  const due = living.filter((connectionId) => !waiting.has(syncJobKey(connectionId)));
  for (const connectionId of due) {
    await enqueue(dataSource.manager, syncJob(connectionId, nextTurn(connectionId, now)));
  }
  return due.length;
}
