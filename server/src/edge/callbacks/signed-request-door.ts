import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Instagram, SignedRequestReading } from '../../instagram/instagram';
import type { Clock } from '../../platform/clock';
import type { Limiter } from '../../platform/limits/limiter';
import type { Log } from '../../platform/log';
import { clientNetwork } from '../client-address';
import { sendProblem } from '../web/problem';
import { signedRequestOf } from './signed-request-form';

export interface SignedRequestDoorDependencies {
  readonly instagram: Instagram;
  readonly clock: Clock;
  readonly log: Log;
  /** Past it, refused callbacks of an address are no longer logged; they are answered all the same. */
  readonly refusedLog: Limiter;
}

type Genuine = Extract<SignedRequestReading, { ok: true }>;

/**
 * The door that Meta's two callbacks share: reads and verifies the signed request, refuses everything else with 400,
 * and answers 503 when what follows could not be made durable. Nothing of the request is logged.
 */
export function signedRequestDoor(
  deps: SignedRequestDoorDependencies,
  route: string,
  accept: (request: Genuine, reply: FastifyReply) => Promise<unknown>,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const value = signedRequestOf(request.body);
    const reading =
      value === null
        ? ({ ok: false, reason: 'malformed' } as const)
        : deps.instagram.readSignedRequest(value, deps.clock.now());
    if (!reading.ok) {
      await logRefusal(deps, route, reading.reason, request.ip);
      return sendProblem(reply, 400, 'This is not a signed request of our Instagram app.');
    }
    try {
      return await accept(reading, reply);
    } catch (error) {
      deps.log.error('callback.not-durable', { route }, error);
      return sendProblem(reply, 503, 'The request could not be recorded. Send it again later.');
    }
  };
}

/** Logging is best effort: neither a full limit nor a database that is down changes the answer. */
export async function logRefusal(
  deps: Pick<SignedRequestDoorDependencies, 'refusedLog' | 'log'>,
  route: string,
  reason: string,
  ip: string,
): Promise<void> {
  const limited = await deps.refusedLog.take(clientNetwork(ip)).catch(() => null);
  if (limited === null) deps.log.warn('callback.refused', { route, reason });
}
