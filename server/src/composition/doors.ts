import { join } from 'node:path';
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { DATA_MAP } from '../data-map';
import { registerCallbacks } from '../edge/callbacks/routes';
import { DeviceCookie } from '../edge/device-cookie';
import { eventCounts } from '../edge/event-counts';
import { AccountResolver } from '../edge/graphql/account/account.resolver';
import { Attempts } from '../edge/graphql/account/attempts';
import { ChangeEmailResolver } from '../edge/graphql/account/change-email';
import { ChangePasswordResolver } from '../edge/graphql/account/change-password';
import { ChangeTimeZoneResolver } from '../edge/graphql/account/change-time-zone';
import { ConfirmEmailResolver } from '../edge/graphql/account/confirm-email';
import { ConfirmEmailChangeResolver } from '../edge/graphql/account/confirm-email-change';
import { ConfirmPasswordResolver } from '../edge/graphql/account/confirm-password';
import { DataHeldResolver } from '../edge/graphql/account/data-held.resolver';
import { DeleteAccountResolver } from '../edge/graphql/account/delete-account';
import { EndSessionResolver } from '../edge/graphql/account/end-session';
import { RecentPassword } from '../edge/graphql/account/recent-password';
import { ResetPasswordResolver } from '../edge/graphql/account/reset-password';
import { SelectConnectionResolver } from '../edge/graphql/account/select-connection';
import { SessionsResolver } from '../edge/graphql/account/sessions.resolver';
import { SignInResolver } from '../edge/graphql/account/sign-in';
import { SignIns } from '../edge/graphql/account/sign-ins';
import { SignOutResolver } from '../edge/graphql/account/sign-out';
import { SignUpResolver } from '../edge/graphql/account/sign-up';
import { ConnectionAnalyticsResolver } from '../edge/graphql/analytics/connection-analytics.resolver';
import { SyncAnalyticsResolver } from '../edge/graphql/analytics/sync-analytics';
import { CheckConnectionResolver } from '../edge/graphql/connection/check-connection';
import { ConnectAttemptResolver } from '../edge/graphql/connection/connect-attempt';
import { ConnectInstagramResolver } from '../edge/graphql/connection/connect-instagram';
import { ConnectionPictureResolver } from '../edge/graphql/connection/connection-picture.resolver';
import { DisconnectInstagramResolver } from '../edge/graphql/connection/disconnect-instagram';
import { InstagramTroubleResolver } from '../edge/graphql/connection/instagram-trouble';
import { contextFactory } from '../edge/graphql/context';
import { DeletionStatusResolver } from '../edge/graphql/deletion/deletion-status.resolver';
import { DataExportResolver } from '../edge/graphql/export/data-export.resolver';
import { DiscardDataExportResolver } from '../edge/graphql/export/discard-data-export';
import { IssueDataExportLinkResolver } from '../edge/graphql/export/issue-data-export-link';
import { RequestDataExportResolver } from '../edge/graphql/export/request-data-export';
import { ActivityResolver } from '../edge/graphql/notice/activity.resolver';
import { MarkActivitySeenResolver } from '../edge/graphql/notice/mark-activity-seen';
import { SetNotificationPreferenceResolver } from '../edge/graphql/notice/set-notification-preference';
import { createSchema } from '../edge/graphql/schema';
import { registerGraphql } from '../edge/graphql/server';
import { ServiceResolver } from '../edge/graphql/service/service.resolver';
import { createHttp } from '../edge/http';
import { SessionCookie } from '../edge/session-cookie';
import { registerExportRoutes } from '../edge/web/export-routes';
import { picturePath, registerPictureRoutes } from '../edge/web/picture-routes';
import { STORED_DATA } from '../edge/web/stored-data';
import { registerWeb } from '../edge/web/web';
import {
  cancelConnect,
  countConnections,
  finishConnect,
  openAttempt,
  receiveDeauthorization,
  receiveEvents,
  requestCheck,
  startConnect,
} from '../features/connection';
import { closeAccount, disconnect, receiveDeletion } from '../features/deletion';
import { SENDING_PATIENCE_MS } from '../features/export';
import { instagramLinks } from '../instagram/instagram';
import { countHeld } from '../platform/database/data-map/count-held';
import { goesWithAccount } from '../platform/database/data-map/goes-with-account';
import { missingParts } from '../platform/database/readiness';

import type { Features } from './features';
import type { Foundation } from './foundation';
import type { Overrides } from './overrides';
import { transferResolvers } from './transfer-doors';

/** Opens the doors: pages, callbacks, files and GraphQL. Nothing listens yet. */
export async function openDoors(
  foundation: Foundation,
  features: Features,
  overrides: Overrides,
): Promise<FastifyInstance> {
  const { config, secrets, dataSource, clock, log, limiter, instagram, signingKeys, registry, background } =
    foundation;
  const { accounts, sessions, connections, analytics, deletions, dataExports, receiptDocuments } = features;
  const {
    intake,
    disconnecting,
    closing,
    connecting,
    deauthorizing,
    commentEvents,
    checking,
    watch,
    credentials,
    emailChanges,
  } = features;
  const { limits } = config;
  const counts = eventCounts(registry);
  const links = instagramLinks(config.instagram.authorizeUrl);
  const http = createHttp(config, log);
  const https = config.publicUrl.startsWith('https:');
  const cookies = new SessionCookie(https);
  const devices = new DeviceCookie(https);
  const { activity, links: mailedLinks, mailbox } = features.telling;
  const inMailbox = config.sandboxUrl !== null && secrets.smtpUrl === null;
  const unknownCodes = limiter('unknown-code', limits.unknownCodePerIp);
  await http.register(cookie);
  await registerWeb(http, {
    publicUrl: new URL(config.publicUrl),
    operatorName: config.operatorName,
    contactEmail: config.contactEmail,
    removeAppUrl: links.appsAndWebsites,
    storedData: STORED_DATA,
    clientDist: overrides.clientDist ?? join(__dirname, '..', '..', '..', 'client', 'dist'),
    clock,
    findDeletionStatus: (code) => deletions.findByCode(code),
    findReceipt: (code) => receiptDocuments.findByCode(code),
    receiptKeys: () => signingKeys.publicKeys(),
    receiptCheckpoint: () => receiptDocuments.checkpoint(),
    listMails: inMailbox ? () => mailbox.list() : null,
    missLimiter: unknownCodes,
    readiness: () => missingParts(dataSource),
    metrics: registry,
    log,
  });
  await registerCallbacks(http, {
    ...{ publicUrl: config.publicUrl, instagram, clock, log, sessions, cookie: cookies },
    refusedLog: limiter('refused-callback', limits.refusedCallbackLogPerIp),
    finish: (viewer, returned) => finishConnect(connecting, viewer, returned),
    receiveDeauthorization: (received) => receiveDeauthorization(deauthorizing, received),
    receiveDeletion: (received) => receiveDeletion(intake, received),
    verifyToken: secrets.metaWebhookVerifyToken,
    async receiveEvents(received) {
      const kept = await receiveEvents(commentEvents, received);
      if (kept.stored + kept.repeated > 0) foundation.permissionUses.note('readEvents');
      return kept;
    },
    countEvents: (outcome, count) => counts.inc({ outcome }, count),
  });
  registerExportRoutes(http, {
    ...{ dataExports, sessions, cookie: cookies, log },
    background: (work) => background.add(work),
    stallMs: SENDING_PATIENCE_MS - 10_000,
  });
  registerPictureRoutes(http, { pictures: features.pictures, sessions, cookie: cookies });
  const signIns = new SignIns(accounts, sessions, cookies);
  const perIp = limiter('sign-in-ip', limits.signInPerIp);
  const passwordAttempts = (what: 'sign-in' | 'confirm') =>
    new Attempts(
      {
        perIp,
        perPerson: [
          limiter(`${what}-minute`, limits.signInPerAccountMinute),
          limiter(`${what}-hour`, limits.signInPerAccountHour),
        ],
      },
      clock,
    );
  await registerGraphql(http, {
    publicUrl: config.publicUrl,
    log,
    schema: createSchema([
      new AccountResolver(accounts, connections, deletions),
      new DataHeldResolver(DATA_MAP.holdings, goesWithAccount(DATA_MAP), (accountId) =>
        countHeld(dataSource, DATA_MAP, accountId),
      ),
      new SignUpResolver(accounts, signIns, limiter('sign-up-ip', limits.signUpPerIp), clock, devices),
      new SignInResolver(accounts, signIns, passwordAttempts('sign-in'), devices),
      new DeleteAccountResolver(
        accounts,
        passwordAttempts('confirm'),
        (accountId) => closeAccount(closing, accountId),
        deletions,
        signIns,
      ),
      new SignOutResolver(signIns),
      new ConfirmEmailResolver(
        mailedLinks,
        limiter('confirmation-mail', limits.confirmationMailPerAccount),
        limiter('confirm-ip', limits.mailedLinkPerIp),
        clock,
      ),
      new ResetPasswordResolver(
        mailedLinks,
        {
          mailPerIp: limiter('reset-mail-ip', limits.resetMailPerIp),
          mailPerEmail: limiter('reset-mail-email', limits.resetMailPerEmail),
          linkPerIp: limiter('reset-ip', limits.mailedLinkPerIp),
        },
        (work) => background.add(work),
        clock,
      ),
      new ActivityResolver(activity, connections),
      new MarkActivitySeenResolver(activity, accounts),
      new SetNotificationPreferenceResolver(activity, accounts),
      new SelectConnectionResolver(dataSource, accounts, connections),
      new SessionsResolver(sessions),
      new EndSessionResolver(accounts, sessions, new RecentPassword(sessions, clock)),
      new ConfirmPasswordResolver(credentials, sessions, signIns, passwordAttempts('confirm')),
      new ChangeEmailResolver(
        accounts,
        emailChanges,
        new RecentPassword(sessions, clock),
        {
          perAccount: limiter('email-change', limits.emailChangePerAccount),
          perAddress: limiter('email-change-address', limits.emailChangePerAddress),
        },
        clock,
      ),
      new ConfirmEmailChangeResolver(
        emailChanges,
        limiter('confirm-change-ip', limits.mailedLinkPerIp),
        clock,
      ),
      new ChangePasswordResolver(credentials, signIns, passwordAttempts('confirm')),
      new ChangeTimeZoneResolver(dataSource, accounts),
      new ConnectInstagramResolver(
        (viewer, wish) => startConnect(connecting, viewer, wish),
        limiter('connect', limits.connectPerAccount),
        clock,
        {
          most: limits.connectionsPerAccount,
          taken: (accountId) => countConnections(dataSource.manager, accountId),
        },
      ),
      new ConnectAttemptResolver(
        (viewer) => openAttempt(connecting, viewer),
        (viewer) => cancelConnect(connecting, viewer),
        accounts,
      ),
      new CheckConnectionResolver(
        connections,
        (connectionId) => requestCheck(checking, connectionId),
        limiter('check', limits.checkPerConnection),
        clock,
      ),
      ...transferResolvers(foundation, features),
      new ConnectionPictureResolver((id) => new URL(picturePath(id), config.publicUrl).href),
      new InstagramTroubleResolver(() => watch.trouble()),
      new DisconnectInstagramResolver(
        (accountId, connectionId) => disconnect(disconnecting, accountId, connectionId),
        deletions,
      ),
      new ConnectionAnalyticsResolver(analytics),
      new SyncAnalyticsResolver(analytics, connections),
      new DeletionStatusResolver(deletions, unknownCodes, clock),
      new DataExportResolver(dataExports),
      new RequestDataExportResolver(dataExports, accounts),
      new DiscardDataExportResolver(dataExports, accounts),
      new IssueDataExportLinkResolver(dataExports, config.publicUrl),
      new ServiceResolver({
        sandboxUrl: config.sandboxUrl,
        operatorName: config.operatorName,
        contactEmail: config.contactEmail,
        instagramAppsUrl: links.appsAndWebsites,
        commentEvents: connecting.commentEvents,
      }),
    ]),
    contextOf: contextFactory(cookies, sessions, analytics),
  });

  return http;
}
