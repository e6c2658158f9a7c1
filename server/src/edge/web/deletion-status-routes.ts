import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Limiter } from '../../platform/limits/limiter';
import type { Log } from '../../platform/log';
import { clientNetwork } from '../client-address';
import { prefersJson } from './accept';
import { deletionStatusJson } from './deletion-status-json';
import { renderCodeNotFound, renderDeletionForm, renderLookupPaused } from './pages/deletion-form';
import { type RemoveAppLink, renderDeletionStatus } from './pages/deletion-status-page';
import type { DeletionStatusView } from './pages/deletion-status-view';
import type { Site } from './pages/document';
import { sendProblem } from './problem';
import { sendPage } from './send-text';

export interface DeletionStatusDeps {
  readonly site: Site & RemoveAppLink;
  /** The request behind a code of 26 letters and digits, in capitals; null when unknown or expired. */
  readonly findDeletionStatus: (confirmationCode: string) => Promise<DeletionStatusView | null>;
  /** The receipt behind such a code, as a document to keep; null while there is none. */
  readonly findReceipt: (confirmationCode: string) => Promise<object | null>;
  /** Counts, for one network address, the lookups that found nothing; page and query share one. What is found is shown. */
  readonly missLimiter: Limiter;
  readonly onPage: onRequestAsyncHookHandler;
  readonly log: Log;
}

/** The limiter's window is a minute, and a server that is out of order deserves one too. */
const RETRY_AFTER_SECONDS = '60';

type Lookup<Found> =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'paused'; readonly why: 'too-many-misses' | 'out-of-order' };

/**
 * `/deletion-status` (the form) and `/deletion-status/:code` as HTML or JSON by `Accept`. Whatever cannot be found is
 * answered alike: unknown, malformed and expired codes differ in no byte.
 */
export function registerDeletionStatus(app: FastifyInstance, deps: DeletionStatusDeps): void {
  const { site, onPage } = deps;

  app.get<{ Querystring: { code?: string | string[] } }>(
    '/deletion-status',
    { onRequest: onPage },
    (request, reply) => {
      const code = bareCode(String(request.query.code ?? ''));
      if (code !== '')
        return keepOutOfSight(reply).redirect(`/deletion-status/${encodeURIComponent(code)}`, 303);
      return sendPage(request, keepOutOfSight(reply), renderDeletionForm(site));
    },
  );

  app.get<{ Params: { code: string } }>('/deletion-status/:code/receipt.json', async (request, reply) => {
    const lookup = await look(request, bareCode(request.params.code), deps, deps.findReceipt);
    keepOutOfSight(reply);
    if (lookup.kind !== 'found') return refuseJson(reply, lookup);
    return reply
      .header('content-disposition', 'attachment; filename="deletion-receipt.json"')
      .send(lookup.found);
  });

  // A wildcard and not a parameter: slashes and overlong codes are malformed codes too, not unknown addresses.
  app.get<{ Params: { '*': string } }>(
    '/deletion-status/*',
    { onRequest: onPage },
    async (request, reply) => {
      const lookup = await look(request, bareCode(request.params['*']), deps, deps.findDeletionStatus);
      return answer(request, keepOutOfSight(reply), lookup, site);
    },
  );
}

async function look<Found>(
  request: FastifyRequest,
  code: string,
  deps: DeletionStatusDeps,
  find: (code: string) => Promise<Found | null>,
): Promise<Lookup<Found>> {
  try {
    const found = /^[A-Z0-9]{26}$/.test(code) ? await find(code) : null;
    if (found !== null) return { kind: 'found', found };
    const refused = await deps.missLimiter.take(clientNetwork(request.ip));
    return refused === null ? { kind: 'not-found' } : { kind: 'paused', why: 'too-many-misses' };
  } catch (error) {
    deps.log.error('web.lookup-failed', {}, error);
    return { kind: 'paused', why: 'out-of-order' };
  }
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  lookup: Lookup<DeletionStatusView>,
  site: Site & RemoveAppLink,
): Promise<FastifyReply> | FastifyReply {
  const json = prefersJson(request.headers.accept);
  if (lookup.kind === 'found') {
    return json
      ? reply.send(deletionStatusJson(lookup.found))
      : sendPage(request, reply, renderDeletionStatus(lookup.found, site));
  }
  if (json) return refuseJson(reply, lookup);
  if (lookup.kind === 'not-found') return sendPage(request, reply.code(404), renderCodeNotFound(site));
  return sendPage(request, pause(reply, lookup), renderLookupPaused(site, lookup.why));
}

type NotFound = Exclude<Lookup<never>, { kind: 'found' }>;
type Paused = Extract<NotFound, { kind: 'paused' }>;

function refuseJson(reply: FastifyReply, lookup: NotFound): FastifyReply {
  if (lookup.kind === 'not-found') return sendProblem(reply, 404, 'We cannot find this code');
  return sendProblem(pause(reply, lookup), reply.statusCode, 'Codes cannot be looked up right now');
}

function pause(reply: FastifyReply, { why }: Paused): FastifyReply {
  return reply.code(why === 'too-many-misses' ? 429 : 503).header('retry-after', RETRY_AFTER_SECONDS);
}

/** What a person typed, without the spaces and dashes they read it in, in capitals, and no longer than it could be. */
function bareCode(typed: string): string {
  return typed
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .slice(0, 64);
}

function keepOutOfSight(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    vary: 'accept, accept-encoding',
  });
}
