import { DATA_MAP } from '../data-map';
import { toPublicId } from '../edge/graphql/ids';
import { jobHandlers } from '../edge/jobs/handlers';
import { TIMETABLE } from '../edge/jobs/timetable';
import { mailCounter } from '../edge/operator-alerts';
import { ENTITIES } from '../entities';
import { exportPlan } from '../features/export';
import { standbysCaughtUp } from '../platform/database/standbys';
import { createJobs, type Jobs } from '../platform/jobs/runner';
import { prepareNextMonth } from '../platform/ledger';
import type { Features } from './features';
import type { Foundation } from './foundation';
import { composeMailer } from './mailer';
import type { Overrides } from './overrides';

/** The queue with what works on it. */
export function composeJobs(foundation: Foundation, features: Features, overrides: Overrides): Jobs {
  const { config, secrets, dataSource, vault, clock, log, ledger, tombstoneKeys, alertOperator, registry } =
    foundation;
  const {
    analytics,
    deauthorizing,
    commentEvents,
    receipts,
    erasing,
    accounts,
    renewing,
    warning,
    checking,
    watch,
  } = features;
  const { publicUrl, operatorEmail, operatorName, contactEmail } = config;
  return createJobs({
    ...{ databaseUrl: secrets.databaseUrl, dataSource, clock, log },
    timetable: TIMETABLE,
    handlers: jobHandlers({
      ...{ analytics, deauthorizing, subscribing: commentEvents, renewing, warning, checking, watch },
      settlingTransfers: features.transferring,
      tidying: {
        ...{ dataSource, clock, log, retention: DATA_MAP.retention },
        forgetDeletions: async () => {
          prepareNextMonth(tombstoneKeys, log);
          return [...new Set([...tombstoneKeys.destroyOver(), ...(await ledger.forget())])];
        },
      },
      erasing: {
        ...{ dataSource, clock, log, alertOperator },
        ...{ receipts, ledger, ...erasing },
        standbysCaughtUp: () => standbysCaughtUp(dataSource),
      },
      mailing: {
        ...{ dataSource, vault, clock, log, publicUrl, operatorEmail },
        sender: { operatorName, contactEmail },
        mailer: composeMailer(foundation, features, overrides),
        recipient: (tx, accountId) => accounts.recipient(tx, accountId),
        connectionId: (rowId) => toPublicId('conn', rowId),
        settled: mailCounter(registry),
      },
      exporting: {
        ...{ dataSource, vault, clock, log, map: DATA_MAP, plan: exportPlan(ENTITIES) },
        ...{ operatorName, contactEmail },
      },
      retiringEpochs: foundation,
    }),
  });
}
