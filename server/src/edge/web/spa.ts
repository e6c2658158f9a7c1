import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Log } from '../../platform/log';
import { acceptsHtml, asksForPage } from './accept';
import { sendProblem } from './problem';
import { sendPage } from './send-text';

/** The SPA's own addresses: each answers with `index.html`, and so does everything below it. */
const SCREENS = [
  '/sign-in',
  '/sign-up',
  '/reset-password',
  '/verify-email',
  '/change-email',
  '/account-deleted',
  '/integrations',
  '/analytics',
  '/posts',
  '/settings',
  '/developers',
];

export interface SpaDeps {
  /** The folder that `vite build` wrote: `index.html` and hashed files in `assets/`. */
  readonly clientDist: string;
  readonly onPage: onRequestAsyncHookHandler;
  readonly log: Log;
}

/**
 * Serves the built SPA: its hashed assets for a year, its other files unchanged, and `index.html` on every screen with
 * the response's nonce in place of `__CSP_NONCE__`. Unknown addresses are a 404 with the SPA's own page for a browser
 * and a problem document for everybody else. Without a build every screen says so, with 503; a build made while the
 * server runs is served at once.
 */
export async function registerSpa(app: FastifyInstance, deps: SpaDeps): Promise<void> {
  const indexFile = join(deps.clientDist, 'index.html');
  if (!existsSync(indexFile)) deps.log.warn('web.client-not-built');
  await registerFiles(app, deps.clientDist);

  const sendApp = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const index = await readFile(indexFile, 'utf8').catch(() => null);
    if (index === null) {
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('The web app is not built. Run "pnpm build" and load this page again.\n');
    }
    reply.header('cache-control', 'no-store');
    return sendPage(request, reply, index.replaceAll('__CSP_NONCE__', request.styleNonce));
  };

  for (const path of ['/', ...SCREENS.flatMap((screen) => [screen, `${screen}/*`])]) {
    app.get(path, { onRequest: deps.onPage }, (request, reply) =>
      acceptsHtml(request.headers.accept) ? sendApp(request, reply) : reply.callNotFound(),
    );
  }

  app.setNotFoundHandler(async (request, reply) => {
    const page = request.method === 'GET' && asksForPage(request.headers.accept);
    if (!page) return sendProblem(reply, 404, 'There is nothing at this address');
    await deps.onPage.call(app, request, reply);
    return reply.sent ? reply : sendApp(request, reply.code(404));
  });
}

async function registerFiles(app: FastifyInstance, clientDist: string): Promise<void> {
  // The build may leave `.gz` and `.br` twins beside its files; they are sent in place of them, never by name.
  const shared = { index: false, preCompressed: true, cacheControl: false, suppressWarning: true } as const;
  await app.register(fastifyStatic, {
    ...shared,
    root: join(clientDist, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    allowedPath: (path) => !/\.(map|gz|br)$/.test(path),
    setHeaders: (reply) => reply.header('cache-control', 'public, max-age=31536000, immutable'),
  });
  await app.register(fastifyStatic, {
    ...shared,
    root: clientDist,
    decorateReply: false,
    // One route per file that is there at the start, so that no other address is ever looked up on disk.
    wildcard: false,
    globIgnore: ['index.html', 'assets/**', '**/*.{br,gz,map}'],
    setHeaders: (reply) => reply.header('cache-control', 'no-cache'),
  });
}
