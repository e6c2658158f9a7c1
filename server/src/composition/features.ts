import type { EntityManager } from 'typeorm';
import { policyHash } from '../data-map';
import { accountEvents } from '../edge/account-events';
import {
  AccountClosure,
  Accounts,
  accountEraser,
  Credentials,
  EmailChanges,
  MailedLinkUses,
  OwnersCodes,
  Passwords,
  Sessions,
} from '../features/account';
import { AnalyticsFeature, analyticsEraser } from '../features/analytics';
import {
  AccessWithdrawals,
  attemptsOfAccountEraser,
  ConnectionErasure,
  Connections,
  connectionEraser,
  type Grant,
  Grants,
  InstagramWatch,
  Lines,
  Pictures,
  queueSubscription,
} from '../features/connection';
import {
  DeletionStatuses,
  handOver,
  ReceiptDocuments,
  Receipts,
  Recipients,
  requestsOfAccountEraser,
  requestThatCut,
} from '../features/deletion';
import {
  closingWithExports,
  DataExports,
  exportEraser,
  exportsOfAccountEraser,
  withExportsEnded,
} from '../features/export';
import {
  Activity,
  DevelopmentMailbox,
  NoticeBoard,
  noticesEraser,
  noticesOfAccountEraser,
} from '../features/notice';
import { SupportDesk, visitsOfAccountEraser } from '../features/support';
import { Transfers, transfersEraser, transfersOfAccountEraser } from '../features/transfer';
import { makeSmallPicture } from '../platform/pictures/small-picture';
import { SOFTWARE } from '../platform/software';

import type { Foundation } from './foundation';
import type { Overrides } from './overrides';

/** The features, and what each use case of theirs is handed. */
export type Features = ReturnType<typeof composeFeatures>;

/** Puts the features together: the one place that knows what each of them needs. */
export function composeFeatures(foundation: Foundation, overrides: Overrides) {
  const { config, secrets, dataSource, vault, keys, clock, log, instagram } = foundation;
  const { signingKeys, tombstones, background, alertOperator, mails } = foundation;
  const { limits } = config;
  const { appId } = instagram;
  const redirectUri = new URL('/meta/oauth/callback', config.publicUrl).href;
  const board = new NoticeBoard({ vault, clock, mails });
  const events = accountEvents(board, mails, clock);
  const passwords = new Passwords(overrides.passwordCost);
  const accounts = new Accounts({
    dataSource,
    vault,
    keys,
    passwords,
    clock,
    sandboxRuns: config.sandboxUrl !== null,
    events,
  });
  const credentials = new Credentials({ dataSource, passwords, clock, links: mails, events });
  const emailChanges = new EmailChanges({ dataSource, vault, keys, clock, links: mails, events });
  const sessions = new Sessions(dataSource, vault, clock);
  const ownersCode = new OwnersCodes(dataSource, vault);
  const grants = new Grants(dataSource, vault, appId);
  const watch = new InstagramWatch({ dataSource, clock, log, instagram, grants, alertOperator });
  const lines = new Lines({ dataSource, clock, instagram, grants, watch });
  const connections = new Connections(dataSource, vault, clock, appId, watch);
  const pictures = new Pictures({
    ...{ dataSource, vault, clock, log, grants, shrink: makeSmallPicture },
    openLine: (grant) => lines.open(grant, 'routine'),
    background: (work) => background.add(work),
  });
  const analytics = new AnalyticsFeature({
    ...{ dataSource, clock, log, grants },
    openLine: (grant) => lines.open(grant, 'routine'),
    syncNowLimit: limits.syncNowPerConnection,
  });
  const connectionErasure = new ConnectionErasure(vault, keys, appId);
  const deletions = new DeletionStatuses(dataSource, clock, ownersCode);
  // Exports come last: they ended when the connection was cut, and their second look must not speak for the rows before them.
  const erasers = [
    analyticsEraser,
    noticesEraser,
    transfersEraser(board, clock),
    connectionEraser(vault),
    exportEraser(vault, clock),
  ];
  const accountErasers = [
    attemptsOfAccountEraser,
    transfersOfAccountEraser(board, clock),
    visitsOfAccountEraser,
    noticesOfAccountEraser,
    exportsOfAccountEraser(vault, clock),
    accountEraser(vault),
    requestsOfAccountEraser,
  ];
  const erasing = {
    erasers: overrides.erasers?.(erasers) ?? erasers,
    accountErasers: overrides.accountErasers?.(accountErasers) ?? accountErasers,
  };
  const dataExports = new DataExports({ dataSource, vault, clock, limit: limits.exportPerAccount });
  // Nobody else can read anything yet: whatever lets integrators read registers itself here.
  const recipients = new Recipients(overrides.recipients ?? null, vault, log, alertOperator);
  const receipts = new Receipts({
    ...{
      dataSource,
      clock,
      keys: signingKeys,
      publicUrl: config.publicUrl,
      software: SOFTWARE,
      unrecoverableBy: (removedAt: Date) => vault.unrecoverableBy(removedAt),
    },
    tellCompleted: (tx, { requestId, accountId, completedAt: aboutAt }) =>
      board.tell(tx, { kind: 'DELETION_COMPLETED', accountId, requestId, aboutAt }),
    policy: policyHash(),
    recipients,
  });
  const receiptDocuments = new ReceiptDocuments(dataSource);
  const intake = {
    ...{ dataSource, clock, keys, log, ownersCode, tombstones, recipients },
    connections: withExportsEnded(connectionErasure, vault),
  };
  const transferring = {
    ...{ dataSource, vault, clock, notices: board },
    handOvers: {
      handOver: (tx: EntityManager, accountId: string, connectionId: string) =>
        handOver(intake, tx, accountId, connectionId),
      requestThatCut: (accountId: string, connectionId: string) =>
        requestThatCut(dataSource, accountId, connectionId),
    },
  };
  const transfers = new Transfers(transferring);
  const disconnecting = {
    ...intake,
    withdrawer: new AccessWithdrawals(grants, instagram, clock, log),
    background: (work: Promise<void>) => background.add(work),
  };
  const accountClosure = new AccountClosure(vault);
  const closableAccounts = {
    all: accountClosure.all.bind(accountClosure),
    holdAlone: accountClosure.holdAlone.bind(accountClosure),
    destroyKey: accountClosure.destroyKey.bind(accountClosure),
    close: closingWithExports(accountClosure, vault, clock),
  };
  const closing = { ...disconnecting, accounts: closableAccounts };
  const webhooksOn = secrets.metaWebhookVerifyToken !== null;
  const connecting = {
    ...{ dataSource, vault, keys, appId, instagram, clock, log, redirectUri },
    ...{ connectionsPerAccount: limits.connectionsPerAccount, moves: transfers },
    commentEvents: webhooksOn,
    deletedSince: tombstones.deletedSince.bind(tombstones),
    async enqueueFirstSync(tx: EntityManager, connectionId: string, at: Date) {
      await analytics.queueFirstSync(tx, connectionId, at);
      await queueSubscription(tx, webhooksOn, connectionId, at);
    },
  };
  const commentEvents = {
    ...{ dataSource, vault, keys, clock, log, appId, grants, on: webhooksOn },
    openLine: (grant: Grant) => lines.open(grant, 'routine', false),
    queueSyncSoon: analytics.queueSyncSoon.bind(analytics),
  };
  const notices = overrides.notices ?? board;
  const rememberRemoved = tombstones.rememberRemoved.bind(tombstones);
  const deauthorizing = {
    ...{ dataSource, vault, keys, clock, instagram, grants, notices, rememberRemoved },
  };
  const outage = async () => (await watch.trouble()) !== null;
  const renewing = {
    ...{ dataSource, vault, clock, log, instagram, grants },
    openLine: (grant: Grant, urgency: 'routine' | 'urgent') => lines.open(grant, urgency, false),
  };
  const warning = { dataSource, clock, grants, appId, notices, outage };
  const checking = {
    ...{ dataSource, vault, clock, log, grants, notices, outage, rememberRemoved },
    openLine: (grant: Grant) => lines.urgent(grant),
  };
  const { publicUrl, operatorEmail, operatorName, contactEmail } = config;
  const sender = { operatorName, contactEmail };
  const telling = {
    activity: new Activity({ dataSource, vault, clock }),
    links: new MailedLinkUses({ dataSource, clock, accounts, passwords, links: mails, events }),
    mailbox: new DevelopmentMailbox({ dataSource, vault, clock, sender, publicUrl, operatorEmail }),
  };
  const support = new SupportDesk({
    ...{ dataSource, vault, clock },
    accountOfEmail: (email) => accounts.idByEmail(email),
    accountsOfInstagramId: async (id) =>
      (await connectionErasure.findByMetaUser(dataSource.manager, id, clock.now())).map(
        ({ accountId }) => accountId,
      ),
    accountsOfCode: (code) => deletions.accountsOfCode(code),
  });
  return {
    ...{
      accounts,
      credentials,
      emailChanges,
      sessions,
      connections,
      pictures,
      connectionErasure,
      analytics,
      deletions,
      dataExports,
      support,
    },
    ...{ receipts, receiptDocuments, recipients, erasing, intake, disconnecting, closableAccounts, closing },
    ...{ transferring, transfers },
    ...{ connecting, deauthorizing, commentEvents, renewing, warning, checking, watch, telling },
  };
}
