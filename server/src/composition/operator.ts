import type { EntityManager } from 'typeorm';
import type { OperatorDoors } from '../edge/cli/operator-doors';
import { endAllSessions } from '../features/account';
import { endAllConnects } from '../features/connection';
import {
  disconnect,
  findForOperator,
  previewListed,
  replay,
  requestListed,
  retryDeletions,
} from '../features/deletion';
import { retireEpochs } from '../platform/vault';

import type { Features } from './features';
import type { Foundation } from './foundation';

/** What the operator's commands may do. */
export function operatorDoors(foundation: Foundation, features: Features): OperatorDoors {
  const { config, dataSource, vault, clock, log, ledger, signingKeys, tombstoneKeys, alertOperator } =
    foundation;
  const { secrets, instagram, permissionUses } = foundation;
  const {
    connections,
    connectionErasure,
    deletions,
    support,
    erasing,
    intake,
    disconnecting,
    closableAccounts,
    recipients,
  } = features;
  const replaying = {
    ...{ dataSource, clock, log, alertOperator, ledger, signingKeys, accounts: closableAccounts },
    ...erasing,
    keys: tombstoneKeys,
    recipients,
    connections: {
      all: (tx: EntityManager) => connectionErasure.all(tx),
      deauthorize: connectionErasure.deauthorize.bind(connectionErasure),
      // As at intake: exports that hold a deleted connection end with it.
      lockOwn: intake.connections.lockOwn,
      cut: intake.connections.cut,
    },
    endSessions: async (tx: EntityManager) => {
      await endAllConnects(tx);
      return endAllSessions(tx);
    },
  };
  return {
    review: {
      ...{
        publicUrl: config.publicUrl,
        dataDir: config.dataDir,
        verifyToken: secrets.metaWebhookVerifyToken,
      },
      facts: () => permissionUses.facts(instagram.appId),
      signedAboutNobody: () => instagram.signAboutNobody(clock.now()),
    },
    support,
    replay: async (dryRun, tell) => {
      const summary = await replay(replaying, dryRun, tell);
      if (!dryRun) await retireEpochs(foundation).catch(() => {});
      return { ...summary, unreadableKeys: await vault.countUnreadable(dataSource.manager) };
    },
    retryDeletions: (code) => retryDeletions(dataSource, clock, code),
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
}
