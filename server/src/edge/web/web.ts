import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../platform/clock';
import { type DeletionStatusDeps, registerDeletionStatus } from './deletion-status-routes';
import { type DevelopmentMailDeps, registerDevelopmentMail } from './development-mail-routes';
import { type OperatorDeps, registerOperatorRoutes } from './operator';
import { redirectToPublicHost } from './public-host';
import { registerPublicPages } from './public-pages';
import { type ReceiptRoutesDeps, registerReceiptRoutes } from './receipt-routes';
import { registerSecurityHeaders } from './security-headers';
import { registerSpa } from './spa';
import type { StoredDataLists } from './stored-data';

export interface WebDeps
  extends OperatorDeps,
    ReceiptRoutesDeps,
    Pick<DeletionStatusDeps, 'findDeletionStatus' | 'findReceipt' | 'missLimiter'>,
    Pick<DevelopmentMailDeps, 'listMails'> {
  readonly publicUrl: URL;
  readonly operatorName: string;
  readonly contactEmail: string;
  /** Where a person removes an app at Instagram. */
  readonly removeAppUrl: string;
  /** What we hold, from the data map. */
  readonly storedData: StoredDataLists;
  /** The folder of the built SPA. */
  readonly clientDist: string;
  readonly clock: Clock;
}

/**
 * The web door: security headers on every response, the public pages, the built SPA, health and metrics, and the answer
 * to addresses that do not exist. Call it before the other doors are registered, so that its headers cover them too.
 */
export async function registerWeb(app: FastifyInstance, deps: WebDeps): Promise<void> {
  const { publicUrl, removeAppUrl, operatorName, contactEmail } = deps;
  const onPage = redirectToPublicHost(publicUrl);
  const site = { operatorName, contactEmail, removeAppUrl, host: publicUrl.host };

  registerSecurityHeaders(app, { https: publicUrl.protocol === 'https:' });
  registerOperatorRoutes(app, deps);
  registerPublicPages(app, { ...deps, site, onPage });
  registerDeletionStatus(app, { ...deps, site, onPage });
  registerReceiptRoutes(app, deps);
  registerDevelopmentMail(app, { ...deps, site, onPage });
  await registerSpa(app, { clientDist: deps.clientDist, onPage, log: deps.log });
}
