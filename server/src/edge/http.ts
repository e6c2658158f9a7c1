import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import type { Config } from '../platform/config/config';
import type { Log } from '../platform/log';
import { sendProblem } from './web/problem';
import { refuseBadAddress } from './web/security-headers';
import { withReadableCode } from './web/unreadable-code';

/** The HTTP server that all doors hang on: bounded bodies and times, JSON only, and no error that tells of its inside. */
export function createHttp(config: Config, log: Log): FastifyInstance {
  const http = fastify({
    logger: false,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: 100 * 1024,
    requestTimeout: 15_000,
    connectionTimeout: 30_000,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    // Meta's dashboard has been seen to append a slash to the addresses that are registered there.
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => withReadableCode(url),
    frameworkErrors: refuseBadAddress({ https: config.publicUrl.startsWith('https:') }),
  });
  // JSON and nothing else, but for the doors that say what they take.
  http.removeContentTypeParser('text/plain');
  http.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status < 500) return sendProblem(reply, status, 'The request could not be read.');
    log.error('http.failed', { requestId: request.id }, error);
    return sendProblem(reply, 500, 'Something went wrong on our side.');
  });
  return http;
}
