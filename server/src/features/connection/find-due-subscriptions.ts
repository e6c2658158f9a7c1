import { createHash } from 'node:crypto';
import { enqueue } from '../../platform/jobs/enqueue';
import { toAskAboutEvents } from './event-subscription';
import { InstagramConnectionRow } from './instagram-connection.entity';
import { type SubscribeDependencies, subscriptionJob, subscriptionJobKey } from './subscribe-events';

export const FIND_DUE_SUBSCRIPTIONS_TASK = 'find-due-subscriptions';

/** They are spread over so long, so that switching webhooks on does not ask Instagram for everybody at once. */
const SPREAD_MS = 50 * 60_000;

/** After a refusal Instagram is left alone for so long: an app that was not live then may be now. */
const AFTER_REFUSAL_MS = 24 * 3_600_000;

/**
 * The timetable's finder, run once an hour: queues a job for every connection whose events at Instagram are not as they
 * are wanted, because webhooks were switched on or off since it was connected, because Instagram refused a day ago, or
 * because its job used up its attempts. One that waits is left at its time. Tells how many were queued.
 */
export async function findDueSubscriptions(deps: SubscribeDependencies): Promise<number> {
  const { dataSource, grants, clock, on } = deps;
  const now = clock.now();
  const living = await grants.livingConnectionIds(now);
  const rows = await dataSource.manager
    .createQueryBuilder(InstagramConnectionRow, 'connection')
    .select(['connection.id', 'connection.generation', 'connection.grantedPermissions'])
    .addSelect('connection.subscribedGeneration')
    .where('connection.id = any(:living)', { living })
    .andWhere(
      '(connection.subscription_refused_at is null or connection.subscription_refused_at <= :since)',
      {
        since: new Date(now.getTime() - AFTER_REFUSAL_MS),
      },
    )
    .getMany();
  const due = rows.filter((row) => toAskAboutEvents(row, on) !== null).map(({ id }) => id);
  const waiting: { key: string }[] = await dataSource.query(
    'select key from graphile_worker.jobs where key = any($1) and attempts < max_attempts',
    [due.map(subscriptionJobKey)],
  );
  const left = new Set(waiting.map(({ key }) => key));
  const queued = due.filter((id) => !left.has(subscriptionJobKey(id)));
  for (const id of queued) await enqueue(dataSource.manager, subscriptionJob(id, turnOf(id, now)));
  return queued.length;
}

/** A moment of its own for each connection. */
function turnOf(connectionId: string, now: Date): Date {
  const offset = createHash('sha256').update(`events:${connectionId}`).digest().readUInt32BE(0) % SPREAD_MS;
  return new Date(now.getTime() + offset);
}
