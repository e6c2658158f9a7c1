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
  /** Counts, for one network address, the lookups that found nothing; page and query share one. What is found is shown. */
  readonly missLimiter: Limiter;
  readonly onPage: onRequestAsyncHookHandler;
  readonly log: Log;
}

/** The limiter's window is a minute, and a server that is out of order deserves one too. */
const RETRY_AFTER_SECONDS = '60';

type Lookup =
  | { readonly kind: 'found'; readonly status: DeletionStatusView }
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

  // A wildcard and not a parameter: slashes and overlong codes are malformed codes too, not unknown addresses.
  app.get<{ Params: { '*': string } }>(
    '/deletion-status/*',
    { onRequest: onPage },
    async (request, reply) => {
      const lookup = await look(request, bareCode(request.params['*']), deps);
      return answer(request, keepOutOfSight(reply), lookup, site);
    },
  );
}

async function look(request: FastifyRequest, code: string, deps: DeletionStatusDeps): Promise<Lookup> {
  try {
    const status = /^[A-Z0-9]{26}$/.test(code) ? await deps.findDeletionStatus(code) : null;
    if (status !== null) return { kind: 'found', status };
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
  lookup: Lookup,
  site: Site & RemoveAppLink,
): Promise<FastifyReply> | FastifyReply {
  const json = prefersJson(request.headers.accept);
  switch (lookup.kind) {
    case 'found':
      return json
        ? reply.send(deletionStatusJson(lookup.status))
        : sendPage(request, reply, renderDeletionStatus(lookup.status, site));
    case 'not-found':
      return json
        ? sendProblem(reply, 404, 'We cannot find this code')
        : sendPage(request, reply.code(404), renderCodeNotFound(site));
    case 'paused': {
      const status = lookup.why === 'too-many-misses' ? 429 : 503;
      reply.header('retry-after', RETRY_AFTER_SECONDS);
      return json
        ? sendProblem(reply, status, 'Codes cannot be looked up right now')
        : sendPage(request, reply.code(status), renderLookupPaused(site, lookup.why));
    }
  }
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
