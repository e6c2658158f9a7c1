import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../../platform/log';
import { sendProblem } from '../web/problem';

/**
 * What a callback answers when its handler was not reached or failed: 400 with `refusal` for a body that is too large or
 * broken; 503 for everything else, so that Meta sends it again. Never a false 200.
 */
export function answerError(log: Log, refusal: string) {
  return async (error: unknown, _request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500) {
      return sendProblem(reply, 400, refusal);
    }
    log.error('callback.failed', {}, error);
    return sendProblem(reply, 503, 'The request could not be recorded. Send it again later.');
  };
}
