import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { tellAtLatest } from './recipient';
import { enqueueAddendum, enqueueTelling, TELL_RECIPIENT_TASK } from './recipients';

export const FIND_UNTOLD_RECIPIENTS_TASK = 'find-untold-recipients';

/**
 * The timetable's finder, for jobs that were lost or are in no backup: recipients that are not settled and that no job is to
 * tell, and addenda that are owed. Tells how many were queued.
 */
export async function findUntoldRecipients({ manager }: DataSource, clock: Clock): Promise<number> {
  const now = clock.now();
  const untold: { id: string; completed: boolean; requestedAt: Date }[] = await manager.query(
    `select recipient.id, request.requested_at as "requestedAt", request.completed_at is not null as completed
     from deletion_recipient recipient join deletion_request request on request.id = recipient.request_id
     where recipient.settled_at is null and not exists (
       select from graphile_worker.jobs where key = $1 || ':' || recipient.id and attempts < max_attempts)`,
    [TELL_RECIPIENT_TASK],
  );
  for (const { id, completed, requestedAt } of untold) {
    const begins = tellAtLatest(requestedAt);
    await enqueueTelling(manager, id, completed || begins < now ? now : begins);
  }
  const owed: { id: string }[] = await manager.query(
    `select receipt.request_id as id from receipt join deletion_request request on request.id = receipt.request_id
     where receipt.recipient_count > 0 and receipt.addendum is null and request.completed_at is not null`,
  );
  for (const { id } of owed) await enqueueAddendum(manager, id, now);
  return untold.length + owed.length;
}
