import { join } from 'node:path';
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { DATA_MAP, policyHash } from './data-map';
import { registerCallbacks } from './edge/callbacks/routes';
import type { OperatorDoors } from './edge/cli/operator-doors';
import { AccountResolver } from './edge/graphql/account/account.resolver';
import { DataHeldResolver } from './edge/graphql/account/data-held.resolver';
import { SelectConnectionResolver } from './edge/graphql/account/select-connection';
import { SignInResolver } from './edge/graphql/account/sign-in';
import { SignIns } from './edge/graphql/account/sign-ins';
import { SignOutResolver } from './edge/graphql/account/sign-out';
import { SignUpResolver } from './edge/graphql/account/sign-up';
import { ConnectionAnalyticsResolver } from './edge/graphql/analytics/connection-analytics.resolver';
import { SyncAnalyticsResolver } from './edge/graphql/analytics/sync-analytics';
import { CheckConnectionResolver } from './edge/graphql/connection/check-connection';
import { ConnectInstagramResolver } from './edge/graphql/connection/connect-instagram';
import { DisconnectInstagramResolver } from './edge/graphql/connection/disconnect-instagram';
import { InstagramTroubleResolver } from './edge/graphql/connection/instagram-trouble';
import { contextFactory } from './edge/graphql/context';
import { DeletionStatusResolver } from './edge/graphql/deletion/deletion-status.resolver';
import { DataExportResolver } from './edge/graphql/export/data-export.resolver';
import { DiscardDataExportResolver } from './edge/graphql/export/discard-data-export';
import { IssueDataExportLinkResolver } from './edge/graphql/export/issue-data-export-link';
import { RequestDataExportResolver } from './edge/graphql/export/request-data-export';
import { createSchema } from './edge/graphql/schema';
import { registerGraphql } from './edge/graphql/server';
import { ServiceResolver } from './edge/graphql/service/service.resolver';
import { createHttp } from './edge/http';
import { jobHandlers } from './edge/jobs/handlers';
import { TIMETABLE } from './edge/jobs/timetable';
import { logNotices } from './edge/log-notices';
import { operatorAlerts } from './edge/operator-alerts';
import { SessionCookie } from './edge/session-cookie';
import { registerExportRoutes } from './edge/web/export-routes';
import { STORED_DATA } from './edge/web/stored-data';
import { registerWeb } from './edge/web/web';
import { ENTITIES } from './entities';
import { Accounts, OwnersCodes, type PasswordCost, Passwords, Sessions } from './features/account';
import { AnalyticsFeature, analyticsEraser } from './features/analytics';
import {
  AccessWithdrawals,
  ConnectionErasure,
  Connections,
  connectionEraser,
  finishConnect,
  type Grant,
  Grants,
  InstagramWatch,
  Lines,
  type Notices,
  receiveDeauthorization,
  requestCheck,
  startConnect,
} from './features/connection';
import {
  DeletionStatuses,
  disconnect,
  type Eraser,
  findForOperator,
  previewListed,
  ReceiptDocuments,
  Receipts,
  receiveDeletion,
  requestListed,
  Tombstones,
} from './features/deletion';
import {
  DataExports,
  exportEraser,
  exportPlan,
  SENDING_PATIENCE_MS,
  withExportsEnded,
} from './features/export';
import { SupportDesk } from './features/support';
import { createGraphInstagram } from './instagram/graph-instagram';
import { type Instagram, instagramLinks } from './instagram/instagram';
import { Background } from './platform/background';
import { type Clock, systemClock } from './platform/clock';
import type { Config, Secrets } from './platform/config/config';
import { countHeld } from './platform/database/data-map/count-held';
import { createDataSource } from './platform/database/data-source';
import { migrate } from './platform/database/migrate';
import { missingParts } from './platform/database/readiness';
import { createJobs, type Jobs, migrateQueue } from './platform/jobs/runner';
import { Ledger, LedgerAhead, LedgerFile, tombstoneKeys as tombstoneKeysOf } from './platform/ledger';
import { createLimiters } from './platform/limits/limiter';
import { createLog, type Log } from './platform/log';
import { SOFTWARE } from './platform/software';
import { FileKeyRing, loadMasterKeys, openServiceKeys, SigningKeys, Vault } from './platform/vault';

/** What a spec may swap: time, the log, the cost of hashing, what is erased, who tells people and where the SPA is. */
export interface Overrides {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly passwordCost?: PasswordCost;
  readonly instagram?: Instagram;
  readonly notices?: Notices;
  readonly erasers?: (erasers: readonly Eraser[]) => readonly Eraser[];
  readonly clientDist?: string;
}

/** The whole machine, built and not yet listening. */
export interface App {
  readonly http: FastifyInstance;
  readonly jobs: Jobs;
  readonly dataSource: DataSource;
  readonly signingKeys: SigningKeys;
  /** What the operator's commands may do. */
  readonly operator: OperatorDoors;
  /** Waits for work that goes on after its answer. */
  settled(): Promise<void>;
  /** Stops the doors, then the jobs, then the database connections. */
  close(): Promise<void>;
}

/**
 * Puts the whole server together: database, keys, Instagram, features, doors, jobs. Migrates the database first.
 *
 * @throws ConfigError, MasterKeyMissing, EpochKeyMissing or SealBroken when the keys are not usable or do not belong to the database.
 */
export async function buildApp(config: Config, secrets: Secrets, overrides: Overrides = {}): Promise<App> {
  const clock = overrides.clock ?? systemClock;
  const log = overrides.log ?? createLog();
  const { limits } = config;

  // Keys before anything else: without them nothing stored could be read.
  const masterKeys = loadMasterKeys(config.masterKeys, secrets.masterKeys);
  const dataSource = createDataSource({ url: secrets.databaseUrl, entities: ENTITIES });
  await dataSource.initialize();
  await migrate(dataSource, () => migrateQueue(secrets.databaseUrl));
  const keys = await openServiceKeys(dataSource, masterKeys, clock);
  const ring = new FileKeyRing(config.keyRingDir, masterKeys, clock);
  const forgetting = setInterval(() => ring.forgetDestroyed(), 60_000).unref();
  const vault = new Vault(ring, clock);
  const ledger = new Ledger({ dataSource, file: new LedgerFile(config.ledgerPath), clock, log });
  const tombstoneKeys = tombstoneKeysOf(config, masterKeys, clock);
  const tombstones = new Tombstones(tombstoneKeys);
  // A restored database is told to delete again before anything of it is read or served.
  const unknownLines = await ledger.compare();
  if (unknownLines.length > 0) {
    await dataSource.destroy();
    throw new LedgerAhead(unknownLines.length);
  }
  tombstoneKeys.all();
  await vault.verify(dataSource.manager);
  const signingKeys = new SigningKeys(dataSource, masterKeys, clock);
  await signingKeys.ensure();
  const limiter = createLimiters(dataSource, keys);

  const instagram = overrides.instagram ?? createInstagram(config, secrets);
  const { appId } = instagram;
  const links = instagramLinks(config.instagram.authorizeUrl);
  const redirectUri = new URL('/meta/oauth/callback', config.publicUrl).href;

  // Features.
  const accounts = new Accounts({
    dataSource,
    vault,
    keys,
    passwords: new Passwords(overrides.passwordCost),
    clock,
    sandboxRuns: config.sandboxUrl !== null,
  });
  const sessions = new Sessions(dataSource, clock);
  const ownersCode = new OwnersCodes(dataSource, vault);
  const registry = new Registry();
  const alerts = operatorAlerts(registry);
  const alertOperator = (event: string): void => alerts.inc({ event });
  const grants = new Grants(dataSource, vault, appId);
  const watch = new InstagramWatch({ dataSource, clock, log, instagram, grants, alertOperator });
  const lines = new Lines({ dataSource, clock, instagram, grants, watch });
  const connections = new Connections(dataSource, vault, clock, appId, watch);
  const analytics = new AnalyticsFeature({
    ...{ dataSource, clock, log, grants },
    openLine: (grant) => lines.open(grant, 'routine'),
    syncNowLimit: limits.syncNowPerConnection,
  });
  const background = new Background(log);
  const connectionErasure = new ConnectionErasure(vault, keys, appId);
  const deletions = new DeletionStatuses(dataSource, clock, ownersCode);
  const erasers = [exportEraser(vault, clock), analyticsEraser, connectionEraser(vault)];
  const dataExports = new DataExports({ dataSource, vault, clock, limit: limits.exportPerAccount });
  const receipts = new Receipts({
    ...{
      dataSource,
      clock,
      keys: signingKeys,
      publicUrl: config.publicUrl,
      software: SOFTWARE,
      unrecoverableBy: (removedAt: Date) => vault.unrecoverableBy(removedAt),
    },
    policy: policyHash(),
  });
  const receiptDocuments = new ReceiptDocuments(dataSource);
  const intake = {
    ...{ dataSource, clock, keys, log, ownersCode, tombstones },
    connections: withExportsEnded(connectionErasure, vault),
  };
  const disconnecting = {
    ...intake,
    withdrawer: new AccessWithdrawals(grants, instagram, clock, log),
    background: (work: Promise<void>) => background.add(work),
  };
  const connecting = {
    ...{ dataSource, vault, keys, appId, instagram, clock, log, redirectUri },
    deletedSince: tombstones.deletedSince.bind(tombstones),
    enqueueFirstSync: analytics.queueFirstSync.bind(analytics),
  };
  const rememberRemoved = tombstones.rememberRemoved.bind(tombstones);
  const outage = async () => (await watch.trouble()) !== null;
  const renewing = {
    ...{ dataSource, vault, clock, log, instagram, grants },
    openLine: (grant: Grant, urgency: 'routine' | 'urgent') => lines.open(grant, urgency, false),
  };
  const notices = overrides.notices ?? logNotices(log);
  const warning = { dataSource, clock, grants, appId, notices, outage };
  const checking = {
    ...{ dataSource, vault, clock, log, grants, notices, outage, rememberRemoved },
    openLine: (grant: Grant) => lines.urgent(grant),
  };
  const deauthorizing = {
    ...{ dataSource, vault, keys, clock, instagram, grants, notices, rememberRemoved },
  };
  await accounts.closeDemoUnlessSandbox();

  // Doors.
  if (!(await receipts.open())) {
    log.error('receipts.log-broken');
    alerts.inc({ event: 'receipts.log-broken' });
  }
  await ledger.append();
  const http = createHttp(config, log);
  const cookies = new SessionCookie(config.publicUrl.startsWith('https:'));
  const unknownCodes = limiter('unknown-code', limits.unknownCodePerIp);
  await http.register(cookie);
  await registerWeb(http, {
    publicUrl: new URL(config.publicUrl),
    operatorName: config.operatorName,
    contactEmail: config.contactEmail,
    removeAppUrl: links.appsAndWebsites,
    storedData: STORED_DATA,
    clientDist: overrides.clientDist ?? join(__dirname, '..', '..', 'client', 'dist'),
    clock,
    findDeletionStatus: (code) => deletions.findByCode(code),
    findReceipt: (code) => receiptDocuments.findByCode(code),
    receiptKeys: () => signingKeys.publicKeys(),
    receiptCheckpoint: () => receiptDocuments.checkpoint(),
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
  });
  registerExportRoutes(http, {
    ...{ dataExports, sessions, cookie: cookies, log },
    background: (work) => background.add(work),
    stallMs: SENDING_PATIENCE_MS - 10_000,
  });
  const signIns = new SignIns(accounts, sessions, cookies);
  await registerGraphql(http, {
    publicUrl: config.publicUrl,
    log,
    schema: createSchema([
      new AccountResolver(accounts, connections, deletions),
      new DataHeldResolver(DATA_MAP.holdings, (accountId) => countHeld(dataSource, DATA_MAP, accountId)),
      new SignUpResolver(accounts, signIns, limiter('sign-up-ip', limits.signUpPerIp), clock),
      new SignInResolver(
        accounts,
        signIns,
        {
          perIp: limiter('sign-in-ip', limits.signInPerIp),
          perEmail: [
            limiter('sign-in-minute', limits.signInPerAccountMinute),
            limiter('sign-in-hour', limits.signInPerAccountHour),
          ],
        },
        clock,
      ),
      new SignOutResolver(signIns),
      new SelectConnectionResolver(dataSource, accounts, connections),
      new ConnectInstagramResolver(
        (viewer, connectionId) => startConnect(connecting, viewer, connectionId),
        limiter('connect', limits.connectPerAccount),
        clock,
      ),
      new CheckConnectionResolver(
        connections,
        (connectionId) => requestCheck(checking, connectionId),
        limiter('check', limits.checkPerConnection),
        clock,
      ),
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
      }),
    ]),
    contextOf: contextFactory(cookies, sessions, analytics),
  });

  const support = new SupportDesk({
    ...{ dataSource, vault, clock },
    accountOfEmail: (email) => accounts.idByEmail(email),
    accountsOfInstagramId: async (id) =>
      (await connectionErasure.findByMetaUser(dataSource.manager, id, clock.now())).map(
        ({ accountId }) => accountId,
      ),
    accountsOfCode: (code) => deletions.accountsOfCode(code),
  });
  const operator: OperatorDoors = {
    support,
    connections: (accountId) => connections.list(accountId),
    deletionRequests: (accountId) => deletions.listOwn(accountId),
    deletionRequest: (accountId, requestId) => deletions.findOwn(accountId, requestId),
    deletionByCode: (code) => deletions.findByCode(code),
    statusUrl: (code) => new URL(`/deletion-status/${code}`, config.publicUrl).href,
    previewListed: (listed) => previewListed(intake, listed),
    requestListed: (listed) => requestListed(intake, listed),
    findConnection: (connectionId) => findForOperator(intake, connectionId),
    deleteConnection: (accountId, connectionId) =>
      disconnect(disconnecting, accountId, connectionId, 'OPERATOR'),
  };

  // Jobs.
  const jobs = createJobs({
    ...{ databaseUrl: secrets.databaseUrl, dataSource, clock, log },
    timetable: TIMETABLE,
    handlers: jobHandlers({
      ...{ analytics, deauthorizing, renewing, warning, checking, watch },
      tidying: {
        ...{ dataSource, clock, log, retention: DATA_MAP.retention },
        forgetDeletions: async () => [
          ...new Set([...tombstoneKeys.destroyOver(), ...(await ledger.forget())]),
        ],
      },
      erasing: {
        ...{ dataSource, clock, log, alertOperator },
        ...{ receipts, ledger },
        erasers: overrides.erasers?.(erasers) ?? erasers,
      },
      exporting: {
        ...{ dataSource, vault, clock, log, map: DATA_MAP, plan: exportPlan(ENTITIES) },
        ...{ operatorName: config.operatorName, contactEmail: config.contactEmail },
      },
      retiringEpochs: { dataSource, ring, vault, clock, log, alertOperator },
    }),
  });

  return {
    http,
    jobs,
    dataSource,
    signingKeys,
    operator,
    settled: () => background.settled(),
    async close() {
      clearInterval(forgetting);
      await http.close();
      await Promise.all([background.settled(), jobs.stop()]);
      await dataSource.destroy();
    },
  };
}

function createInstagram(config: Config, secrets: Secrets): Instagram {
  return createGraphInstagram({
    ...config.instagram,
    appSecret: secrets.instagramAppSecret,
    ...(secrets.instagramAppSecretPrevious === null
      ? {}
      : { previousAppSecret: secrets.instagramAppSecretPrevious }),
  });
}
