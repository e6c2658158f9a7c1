import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import type { Clock } from '../../platform/clock';
import { renderDataDeletion } from './pages/data-deletion-page';
import type { RemoveAppLink } from './pages/deletion-status-page';
import type { Site } from './pages/document';
import { PAGE_SCRIPT, PAGE_STYLE, SCRIPT_PATH, STYLE_PATH } from './pages/page-assets';
import { renderPrivacy } from './pages/privacy-page';
import { securityTxt } from './security-txt';
import { sendPage, sendText } from './send-text';
import type { StoredDataLists } from './stored-data';

export interface PublicPagesDeps {
  readonly publicUrl: URL;
  readonly site: Site & RemoveAppLink;
  readonly storedData: StoredDataLists;
  readonly clock: Clock;
  readonly onPage: onRequestAsyncHookHandler;
}

/** The texts anybody may read, rendered once, with the style and script that the public pages share. */
export function registerPublicPages(app: FastifyInstance, deps: PublicPagesDeps): void {
  const pages = {
    '/data-deletion': renderDataDeletion(deps.site, deps.storedData.instagram),
    '/privacy': renderPrivacy(deps.site, deps.storedData),
  };
  for (const [path, html] of Object.entries(pages)) {
    app.get(path, { onRequest: deps.onPage }, (request, reply) =>
      sendPage(request, reply.header('cache-control', 'public, max-age=300'), html),
    );
  }

  const asset = (type: string, text: string) => (request: FastifyRequest, reply: FastifyReply) =>
    sendText(request, reply.header('cache-control', 'public, max-age=31536000, immutable'), type, text);
  app.get(STYLE_PATH, asset('text/css; charset=utf-8', PAGE_STYLE));
  app.get(SCRIPT_PATH, asset('text/javascript; charset=utf-8', PAGE_SCRIPT));

  app.get('/.well-known/security.txt', (request, reply) => {
    const text = securityTxt({ publicUrl: deps.publicUrl, contactEmail: deps.site.contactEmail }, deps.clock);
    return sendText(
      request,
      reply.header('cache-control', 'public, max-age=3600'),
      'text/plain; charset=utf-8',
      text,
    );
  });
}
