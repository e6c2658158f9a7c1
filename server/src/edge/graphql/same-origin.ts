import type { preHandlerAsyncHookHandler } from 'fastify';
import { sendProblem } from '../web/problem';

/**
 * A browser says where a request comes from: another site's page must not speak with this site's cookie. Requests
 * without these headers are not a browser's.
 */
export function sameOriginOnly(publicUrl: string): preHandlerAsyncHookHandler {
  return async (request, reply) => {
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if ((origin !== undefined && origin !== publicUrl) || (site !== undefined && site !== 'same-origin')) {
      return sendProblem(reply, 403, 'This request comes from another site.');
    }
  };
}
