import { type DataSource, IsNull } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { enqueue } from '../../platform/jobs/enqueue';
import { hashOfCode } from './confirmation-code';
import { DeletionRequestRow } from './deletion-request.entity';
import { eraseJob, eraseJobKey } from './record-request';

export const FIND_UNFINISHED_ERASURES_TASK = 'find-unfinished-erasures';

/**
 * The operator's: lets the erasures that are not completed run now, whatever pause their queue makes. One by its confirmation
 * code, or all. Tells how many.
 */
export async function retryDeletions(
  dataSource: DataSource,
  clock: Clock,
  code: string | null,
): Promise<number> {
  const open = await dataSource.manager.find(DeletionRequestRow, {
    select: { id: true },
    where: { completedAt: IsNull(), ...(code === null ? {} : { codeHash: hashOfCode(code) }) },
  });
  for (const { id } of open) await enqueue(dataSource.manager, eraseJob(id, clock.now()));
  return open.length;
}

/**
 * The timetable's finder: begins anew the erasure of each request that is not completed and that no job works for any
 * more, because it used up its attempts or was lost. A request is never given up. Tells how many were queued.
 */
export async function findUnfinishedErasures(dataSource: DataSource, clock: Clock): Promise<number> {
  const open = await dataSource.manager.find(DeletionRequestRow, {
    select: { id: true },
    where: { completedAt: IsNull() },
  });
  const rows: { key: string }[] = await dataSource.query(
    'select key from graphile_worker.jobs where key = any($1) and attempts < max_attempts',
    [open.map(({ id }) => eraseJobKey(id))],
  );
  const waiting = new Set(rows.map(({ key }) => key));
  const forgotten = open.filter(({ id }) => !waiting.has(eraseJobKey(id)));
  for (const { id } of forgotten) await enqueue(dataSource.manager, eraseJob(id, clock.now()));
  return forgotten.length;
}
