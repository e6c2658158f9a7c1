import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { acceptsHtml, asksForPage } from './accept';
import { sendProblem } from './problem';
import { sendPage } from './send-text';

/** The SPA's own addresses: each answers with `index.html`, and so does everything below it. */
const SCREENS = ['/sign-in', '/sign-up', '/integrations', '/analytics', '/posts', '/settings', '/developers'];

export interface SpaDeps {
  /** The folder that `vite build` wrote: `index.html` and hashed files in `assets/`. */
  readonly clientDist: string;
  readonly onPage: onRequestAsyncHookHandler;
}

/**
 * Serves the built SPA: its hashed assets for a year, its other files unchanged, and `index.html` on every screen with
 * the response's nonce in place of `__CSP_NONCE__`. Unknown addresses are a 404 with the SPA's own page for a browser
 * and a problem document for everybody else. Without a build every screen says so, with 503.
 */
export async function registerSpa(app: FastifyInstance, deps: SpaDeps): Promise<void> {
  const indexFile = join(deps.clientDist, 'index.html');
  const index = existsSync(indexFile) ? readFileSync(indexFile, 'utf8') : null;
  if (index === null)
    app.log.warn('the web app is not built: client/dist has no index.html; run "pnpm build"');
  else await registerFiles(app, deps.clientDist);

  const sendApp = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> | FastifyReply => {
    if (index === null) {
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('The web app is not built. Run "pnpm build" and start the server again.\n');
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
  await app.register(fastifyStatic, {
    root: clientDist,
    // One route per file that exists, so that an unknown address is never looked up on disk.
    wildcard: false,
    index: false,
    globIgnore: ['index.html', '**/*.{br,gz}', '**/*.map'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(clientDist, 'assets'));
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
