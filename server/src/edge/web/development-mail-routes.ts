import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import type { KeptMail } from '../../features/notice';
import { renderDevelopmentMails } from './pages/development-mails-page';
import type { Site } from './pages/document';
import { sendPage } from './send-text';

export interface DevelopmentMailDeps {
  readonly site: Site;
  readonly onPage: onRequestAsyncHookHandler;
  /** The mails that were kept; null where mails go to a mail server, or nobody may look. */
  readonly listMails: (() => Promise<readonly KeptMail[]>) | null;
}

/** The development mailbox, newest first. It is there only while this start runs the Meta sandbox and has no mail server. */
export function registerDevelopmentMail(app: FastifyInstance, deps: DevelopmentMailDeps): void {
  const { site, onPage, listMails } = deps;
  if (listMails === null) return;
  app.get('/dev/mail', { onRequest: onPage }, async (request, reply) =>
    sendPage(request, reply, renderDevelopmentMails(site, await listMails())),
  );
}
