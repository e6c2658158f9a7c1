import { enqueue } from '../../platform/jobs/enqueue';
import { RENEW_TOKEN_TASK, type RenewDependencies } from './renew-token';

export const FIND_DUE_RENEWALS_TASK = 'find-due-renewals';

/**
 * The timetable's finder: queues a renewal for every living token that is due. The moments are spread when they are
 * planned, so nothing is spread here; one that is queued twice is done once, by its lease. Tells how many were queued.
 */
export async function findDueRenewals({
  dataSource,
  clock,
  instagram,
}: Pick<RenewDependencies, 'dataSource' | 'clock' | 'instagram'>): Promise<number> {
  const now = clock.now();
  const rows: { id: string }[] = await dataSource.query(
    `select connection.id from token_renewal join instagram_connection connection on connection.id = connection_id
     where due_at <= $1 and (lease_until is null or lease_until <= $1) and app_id = $2
       and cut_at is null and deauthorized_at is null and token_expires_at > $1
     order by due_at`,
    [now, instagram.appId],
  );
  for (const { id } of rows) {
    await enqueue(dataSource.manager, {
      task: RENEW_TOKEN_TASK,
      payload: { connectionId: id },
      key: `${RENEW_TOKEN_TASK}:${id}`,
      runAt: now,
      maxAttempts: 3,
    });
  }
  return rows.length;
}
