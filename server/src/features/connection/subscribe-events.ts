import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Instagram, Reply } from '../../instagram/instagram';
import type { RefusalKind } from '../../instagram/refusals';
import type { Clock } from '../../platform/clock';
import { enqueue, type Job } from '../../platform/jobs/enqueue';
import type { Log } from '../../platform/log';
import { toAskAboutEvents } from './event-subscription';
import type { Grant, Grants } from './grants';
import { InstagramConnectionRow } from './instagram-connection.entity';
import type { LineOpening } from './lines';

export const SUBSCRIBE_EVENTS_TASK = 'subscribe-events';

/** With the queue's growing pauses about eleven hours; the finder begins anew after that. */
const MAX_ATTEMPTS = 12;

/** How long Instagram may take to end a subscription. */
const UNSUBSCRIBE_WITHIN_MS = 10_000;

/** How long a limit is left alone when Instagram does not say. */
const LIMITED_MS = 30 * 60_000;

export interface SubscribeDependencies {
  readonly dataSource: DataSource;
  readonly grants: Grants;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether this installation takes events. */
  readonly on: boolean;
  readonly openLine: (grant: Grant) => Promise<LineOpening>;
}

/** The key under which a connection's waiting job is found: there is at most one. */
export const subscriptionJobKey = (connectionId: string): string =>
  `${SUBSCRIBE_EVENTS_TASK}:${connectionId}`;

export function subscriptionJob(connectionId: string, runAt: Date): Job {
  const key = subscriptionJobKey(connectionId);
  return {
    task: SUBSCRIBE_EVENTS_TASK,
    payload: { connectionId },
    ...{ queue: key, key, runAt, maxAttempts: MAX_ATTEMPTS },
  };
}

/**
 * Queues what follows from a completed grant for the connection's events, inside the transaction that stores it.
 * Connecting waits for nothing of it.
 */
export async function queueSubscription(
  tx: EntityManager,
  on: boolean,
  connectionId: string,
  at: Date,
): Promise<void> {
  const row = await tx.findOneByOrFail(InstagramConnectionRow, { id: connectionId });
  if (toAskAboutEvents(row, on) !== null) await enqueue(tx, subscriptionJob(connectionId, at));
}

export type SubscribeOutcome =
  | 'settled'
  /** Instagram sends what is wanted already, or there is no living grant: it was not asked. */
  | 'nothing-to-do'
  /** A limit is left alone, or Instagram has trouble: asked later. */
  | 'waits'
  /** For good, as far as Instagram says; the finder tries again a day later. */
  | 'refused';

const MAY_WORK_LATER: readonly RefusalKind[] = ['no-answer', 'temporary', 'unreadable'];

/**
 * Asks Instagram for a connection's events, or to send them no more, whichever is wanted and not so yet, at the pace of
 * the connection's other calls. Whatever Instagram answers says nothing about the connection: its state does not change.
 *
 * @throws when it may work later, so that the job is run again.
 */
export async function subscribeEvents(
  deps: SubscribeDependencies,
  connectionId: string,
): Promise<SubscribeOutcome> {
  const { dataSource, grants, clock, log } = deps;
  const grant = await grants.open(connectionId, clock.now());
  const row = await dataSource.manager.findOneBy(InstagramConnectionRow, { id: connectionId });
  if (grant === null || row === null || row.generation !== grant.generation) return 'nothing-to-do';
  const asked = toAskAboutEvents(row, deps.on);
  if (asked === null) return 'nothing-to-do';
  const line = await deps.openLine(grant);
  if (line.kind === 'wait') return goOnLater(deps, grant, line.until);

  const reply = await ask(line.instagram, asked, grant);
  if (reply.ok) {
    const subscribedGeneration = asked === 'subscribe' ? grant.generation : null;
    await note(deps, grant, { subscribedGeneration, subscriptionRefusedAt: null });
    return 'settled';
  }
  const { kind, code, subcode, retryAfterMs } = reply.refusal;
  if (kind === 'rate-limited') {
    return goOnLater(deps, grant, new Date(clock.now().getTime() + (retryAfterMs ?? LIMITED_MS)));
  }
  if (MAY_WORK_LATER.includes(kind)) throw new Error(`${asked} was answered ${kind}`);
  log.warn('events.subscription-refused', { asked, kind, code, subcode });
  await note(deps, grant, { subscriptionRefusedAt: clock.now() });
  return 'refused';
}

function ask(
  instagram: Pick<Instagram, 'subscribe' | 'unsubscribe'>,
  asked: 'subscribe' | 'unsubscribe',
  { token, professionalId }: Grant,
): Promise<Reply<void>> {
  return asked === 'subscribe'
    ? instagram.subscribe(token, professionalId)
    : instagram.unsubscribe(token, professionalId, AbortSignal.timeout(UNSUBSCRIBE_WITHIN_MS));
}

/** The same job again at that moment, as a wait and not as a failure. */
async function goOnLater(
  { dataSource, grants }: SubscribeDependencies,
  { connectionId, generation }: Grant,
  until: Date,
): Promise<SubscribeOutcome> {
  await dataSource.transaction(async (tx) => {
    if (await grants.hold(tx, connectionId, generation))
      await enqueue(tx, subscriptionJob(connectionId, until));
  });
  return 'waits';
}

/** Stored only while the connection is still the one that Instagram was asked for. */
async function note(
  { dataSource }: SubscribeDependencies,
  { connectionId, generation }: Grant,
  change: Partial<Pick<InstagramConnectionRow, 'subscribedGeneration' | 'subscriptionRefusedAt'>>,
): Promise<void> {
  const still = { id: connectionId, generation, cutAt: IsNull(), deauthorizedAt: IsNull() };
  await dataSource.manager.update(InstagramConnectionRow, still, change);
}
