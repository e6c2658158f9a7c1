import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReceivedEvents } from '../../features/connection';
import type { InstagramEvent } from '../../instagram/instagram';
import type { Secret } from '../../platform/secret';
import { sendProblem } from '../web/problem';
import { answerError } from './answer-error';
import { logRefusal, type SignedRequestDoorDependencies } from './signed-request-door';

export interface WebhookDependencies extends SignedRequestDoorDependencies {
  /** The word that Meta's dashboard was told; null when events are off. */
  readonly verifyToken: Secret | null;
  readonly receiveEvents: (events: readonly InstagramEvent[]) => Promise<ReceivedEvents>;
  readonly countEvents: (outcome: keyof ReceivedEvents | 'ignored', count: number) => void;
}

/** A thousand comments, which is what Meta batches at most, are well under it. */
export const EVENTS_BODY_LIMIT = 1024 * 1024;

const PATH = '/meta/webhooks';
const ROUTE = 'webhooks';
const REFUSAL = 'This is not a webhook of our Instagram app.';

/**
 * The door of Meta's webhooks: the challenge by which the dashboard makes sure that the address is ours, and signed
 * events, whose bytes are verified before anything of them is read. Off without a verify token: 404.
 */
export async function registerWebhooks(meta: FastifyInstance, deps: WebhookDependencies): Promise<void> {
  await meta.register(async (door) => {
    acceptJsonBytes(door);
    door.setErrorHandler(answerError(deps.log, REFUSAL));
    const { verifyToken } = deps;
    const on =
      <T extends FastifyRequest>(
        handle: (request: T, reply: FastifyReply, token: Secret) => Promise<unknown>,
      ) =>
      async (request: T, reply: FastifyReply): Promise<unknown> =>
        verifyToken === null
          ? sendProblem(reply, 404, 'There is nothing here.')
          : handle(request, reply, verifyToken);

    door.get(
      PATH,
      { exposeHeadRoute: false },
      on((request, reply, token) => answerChallenge(deps, request, reply, token)),
    );
    door.post(
      PATH,
      { bodyLimit: EVENTS_BODY_LIMIT },
      on((request, reply) => takeEvents(deps, request, reply)),
    );
  });
}

/** Sends the challenge back to whoever knows the verify token, as plain text and nothing but letters and digits. */
async function answerChallenge(
  deps: WebhookDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  verifyToken: Secret,
): Promise<unknown> {
  const query = new URL(request.url, 'http://localhost').searchParams;
  const [mode, token, challenge] = ['mode', 'verify_token', 'challenge'].map((name) =>
    query.getAll(`hub.${name}`),
  );
  const wellFormed =
    mode?.length === 1 && mode[0] === 'subscribe' && token?.length === 1 && challenge?.length === 1;
  const text = challenge?.[0] ?? '';
  if (!wellFormed || !/^[A-Za-z0-9_-]{1,200}$/.test(text)) return refuse(deps, request, reply, 'malformed');
  if (!isSame(token[0] ?? '', verifyToken.reveal())) return refuse(deps, request, reply, 'bad-verify-token');
  return reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(text);
}

/** Answers 200 only after what the events said is durable; what is none of ours is answered alike and kept nowhere. */
async function takeEvents(
  deps: WebhookDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const body = request.body instanceof Uint8Array ? request.body : Buffer.alloc(0);
  const header = request.headers['x-hub-signature-256'];
  const reading = deps.instagram.readEvents(body, typeof header === 'string' ? header : undefined);
  if (!reading.ok) return refuse(deps, request, reply, reading.reason);
  try {
    const received = await deps.receiveEvents(reading.events);
    for (const outcome of ['stored', 'repeated', 'dropped'] as const)
      deps.countEvents(outcome, received[outcome]);
    deps.countEvents('ignored', reading.ignored);
    return reply.code(200).send();
  } catch (error) {
    deps.log.error('callback.not-durable', { route: ROUTE }, error);
    return sendProblem(reply, 503, 'The events could not be recorded. Send them again later.');
  }
}

async function refuse(
  deps: WebhookDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  reason: string,
): Promise<unknown> {
  await logRefusal(deps, ROUTE, reason, request.ip);
  return sendProblem(reply, 400, REFUSAL);
}

/** JSON reaches the door as the bytes received, which are what was signed; any other kind of body reaches it as none. */
function acceptJsonBytes(door: FastifyInstance): void {
  door.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer', bodyLimit: EVENTS_BODY_LIMIT } as const;
  door.addContentTypeParser('*', options, (_request, _body, done) => done(null, null));
  door.addContentTypeParser('application/json', options, (_request, body, done) => done(null, body));
}

/** Of digests, so that neither the time nor the length tells how much of a guess was right. */
function isSame(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
