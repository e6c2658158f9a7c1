import { DATA_MAP } from '../data-map';
import { toPublicId } from '../edge/graphql/ids';
import { jobHandlers } from '../edge/jobs/handlers';
import { TIMETABLE } from '../edge/jobs/timetable';
import { mailCounter } from '../edge/operator-alerts';
import { ENTITIES } from '../entities';
import { exportPlan } from '../features/export';
import { standbysCaughtUp } from '../platform/database/standbys';
import { createHttpClient } from '../platform/http';
import { createJobs, type Jobs } from '../platform/jobs/runner';
import { prepareNextMonth } from '../platform/ledger';
import { SOFTWARE } from '../platform/software';
import type { Features } from './features';
import type { Foundation } from './foundation';
import { composeMailer } from './mailer';
import type { Overrides } from './overrides';

/** An integrator has a short while to answer, and little to say. */
const OUTWARD = { totalMs: 15_000, responseBytes: 64 * 1024 };

/** The queue with what works on it. */
export function composeJobs(foundation: Foundation, features: Features, overrides: Overrides): Jobs {
  const { config, secrets, dataSource, vault, clock, log, ledger, tombstoneKeys, alertOperator, registry } =
    foundation;
  const {
    analytics,
    deauthorizing,
    commentEvents,
    receipts,
    recipients,
    erasing,
    accounts,
    renewing,
    warning,
    checking,
    watch,
  } = features;
  const { publicUrl, operatorEmail, operatorName, contactEmail } = config;
  const outward = createHttpClient(OUTWARD, config.production ? 'public-https' : 'anywhere');
  const jobs = createJobs({
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
      telling: {
        ...{ dataSource, vault, clock, log, recipients, http: outward },
        connectionId: (rowId) => toPublicId('conn', rowId),
      },
      addenda: {
        ...{ dataSource, clock, publicUrl, ledger, keys: foundation.signingKeys, software: SOFTWARE },
      },
      mailing: {
        ...{ dataSource, vault, clock, log, publicUrl, operatorEmail },
        sender: { operatorName, contactEmail },
        mailer: composeMailer(foundation, features, overrides),
        recipient: (tx, accountId) => accounts.recipient(tx, accountId),
        newAddress: (tx, accountId) => features.emailChanges.newAddress(tx, accountId),
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
  const stop = () => jobs.stop().finally(() => outward.close());
  return { ...jobs, stop };
}
