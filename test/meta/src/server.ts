import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { authorizeRoutes } from './authorize.ts';
import { conductCalls } from './conduct.ts';
import { controlRoutes } from './control.ts';
import { exchangeRoutes } from './exchange.ts';
import { insightsRoutes } from './insights.ts';
import { longLivedRoutes } from './long-lived.ts';
import { manageAccessRoutes } from './manage-access.ts';
import { errorPage, sendPage, styleRoute } from './pages/layout.ts';
import { pictureRoutes } from './pictures.ts';
import { profileRoutes } from './profile.ts';
import {
  ExchangeError,
  GraphError,
  PageError,
  sendExchangeError,
  sendGraphError,
  unsupported,
} from './refusals.ts';
import { revokeRoutes } from './revoke.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import type { World } from './world.ts';

/** The HTTP server that plays all of Meta's hosts at one address. Not listening yet. */
export async function buildServer(world: World): Promise<FastifyInstance> {
  const http = Fastify({
    forceCloseConnections: true,
    bodyLimit: 64 * 1024,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true } },
  });
  await http.register(formbody);
  http.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, readMultipart);
  http.setErrorHandler((error, _request, reply) => answerError(world, error, reply));
  http.setNotFoundHandler(async (request, reply) => answerUnknown(world, request, reply));
  conductCalls(http, world);
  http.get('/', async (_request, reply) => reply.redirect('/sandbox'));
  styleRoute(http);
  pictureRoutes(http, world);
  authorizeRoutes(http, world);
  exchangeRoutes(http, world);
  longLivedRoutes(http, world);
  profileRoutes(http, world);
  insightsRoutes(http, world);
  subscriptionRoutes(http, world);
  revokeRoutes(http, world);
  manageAccessRoutes(http, world);
  controlRoutes(http, world);
  return http;
}

/** Form fields sent as multipart, which Meta takes as well. */
async function readMultipart(
  request: FastifyRequest,
  body: string | Buffer,
): Promise<Record<string, string>> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers,
  }).formData();
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

function answerError(world: World, error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof GraphError) return sendGraphError(reply, error.refusal, world.variants.language);
  if (error instanceof ExchangeError) return sendExchangeError(reply, error.message);
  if (error instanceof PageError) return sendPage(reply, 400, errorPage(error.message));
  const message = error instanceof Error ? error.message : String(error);
  const known = error instanceof RangeError || (error instanceof Error && 'validation' in error);
  const status =
    error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : known ? 400 : 500;
  return reply.code(status).send({ error: { message } });
}

function answerUnknown(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?')[0] ?? '';
  if (path.startsWith('/sandbox/'))
    return reply.code(404).send({ error: { message: `No ${request.method} ${path}.` } });
  const message = `Unknown path components: ${path}`;
  const refusal =
    request.method === 'GET'
      ? { status: 400, code: 2500, type: 'OAuthException' as const, message }
      : unsupported(request.method).refusal;
  return sendGraphError(reply, refusal, world.variants.language);
}
