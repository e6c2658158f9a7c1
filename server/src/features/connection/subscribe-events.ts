import type { EntityManager } from 'typeorm';
import type { Instagram } from '../../instagram/instagram';
import type { RefusalKind } from '../../instagram/refusals';
import type { Clock } from '../../platform/clock';
import { enqueue } from '../../platform/jobs/enqueue';
import type { Log } from '../../platform/log';
import type { Grants } from './grants';
import { InstagramConnectionRow } from './instagram-connection.entity';

export const SUBSCRIBE_EVENTS_TASK = 'subscribe-events';

/** With the queue's growing pauses about eleven hours: an outage of Instagram's is over by then, or nothing helps. */
const MAX_ATTEMPTS = 12;

export interface SubscribeDependencies {
  readonly instagram: Pick<Instagram, 'subscribe'>;
  readonly grants: Grants;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Queues the subscription that follows a completed grant, inside the transaction that stores it, when the person let us
 * read comments. Connecting waits for nothing of it.
 */
export async function queueSubscription(tx: EntityManager, connectionId: string, at: Date): Promise<void> {
  const row = await tx.findOneByOrFail(InstagramConnectionRow, { id: connectionId });
  if (!row.grantedPermissions.includes('MANAGE_COMMENTS')) return;
  await enqueue(tx, {
    task: SUBSCRIBE_EVENTS_TASK,
    payload: { connectionId, generation: row.generation },
    key: `${SUBSCRIBE_EVENTS_TASK}:${connectionId}`,
    runAt: at,
    maxAttempts: MAX_ATTEMPTS,
  });
}

const MAY_WORK_LATER: readonly RefusalKind[] = ['no-answer', 'temporary', 'rate-limited', 'unreadable'];

/**
 * Asks Instagram for the events of that grant's account. Asking twice is harmless, so an answer that got lost is asked
 * for again. Throws when it may work later, so that the job is run again; what Instagram refuses for good is logged.
 */
export async function subscribeEvents(
  { instagram, grants, clock, log }: SubscribeDependencies,
  connectionId: string,
  generation: number,
): Promise<'subscribed' | 'refused' | 'gone'> {
  const grant = await grants.open(connectionId, clock.now());
  if (grant === null || grant.generation !== generation) return 'gone';
  const reply = await instagram.subscribe(grant.token, grant.professionalId);
  if (reply.ok) return 'subscribed';
  const { kind, code, subcode } = reply.refusal;
  if (MAY_WORK_LATER.includes(kind)) throw new Error(`subscribing was answered ${kind}`);
  log.warn('events.subscription-refused', { kind, code, subcode });
  return 'refused';
}
