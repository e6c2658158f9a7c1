import type { EntityManager } from 'typeorm';
import type { Refusal } from '../../instagram/refusals';
import { enqueue, type Job } from '../../platform/jobs/enqueue';
import { suspicionOf } from './judge-check';

export const CHECK_CONNECTION_TASK = 'check-connection';

/** Time for a hiccup of Instagram's to pass before it is asked again. */
const CHECK_AFTER_MS = 60_000;

/** The job that checks one connection; there is one of each at a time. */
export function checkJob(connectionId: string, runAt: Date): Job {
  const key = `${CHECK_CONNECTION_TASK}:${connectionId}`;
  return { task: CHECK_CONNECTION_TASK, payload: { connectionId }, queue: key, key, runAt, maxAttempts: 3 };
}

/**
 * Notes that a refusal speaks of the connection's access, and plans the check that finds out. The state stays as it is. A
 * refusal that says nothing of access (trouble, limits, metrics) does nothing; a suspicion of access as a whole is never
 * replaced by one of a permission. The caller's transaction holds the connection.
 */
export async function suspect(
  tx: EntityManager,
  { connectionId }: { readonly connectionId: string },
  refusal: Refusal,
  call: 'analytics' | 'renewal',
  at: Date,
): Promise<void> {
  const suspicion = suspicionOf(refusal, call);
  if (suspicion === null) return;
  const checkAt = new Date(at.getTime() + CHECK_AFTER_MS);
  const planned: unknown[] = await tx.query(
    `insert into connection_health as health (connection_id, suspicion, suspected_at, confirmations, check_due_at)
     values ($1, $2, $3, 0, $4)
     on conflict (connection_id) do update set
       suspicion = case when health.suspicion = 'ACCESS' then health.suspicion else excluded.suspicion end,
       suspected_at = coalesce(health.suspected_at, excluded.suspected_at),
       check_due_at = excluded.check_due_at
     where health.access_ended_at is null and (health.check_due_at is null or health.check_due_at <= $3)
     returning connection_id`,
    [connectionId, suspicion, at, checkAt],
  );
  if (planned.length > 0) await enqueue(tx, checkJob(connectionId, checkAt));
}
