import { DATA_MAP } from '../data-map';
import { jobHandlers } from '../edge/jobs/handlers';
import { TIMETABLE } from '../edge/jobs/timetable';
import { ENTITIES } from '../entities';
import { exportPlan } from '../features/export';
import { standbysCaughtUp } from '../platform/database/standbys';
import { createJobs, type Jobs } from '../platform/jobs/runner';

import type { Features } from './features';
import type { Foundation } from './foundation';

/** The queue with what works on it. */
export function composeJobs(foundation: Foundation, features: Features): Jobs {
  const { config, secrets, dataSource, vault, clock, log, ledger, tombstoneKeys, alertOperator } = foundation;
  const { analytics, deauthorizing, events, receipts, erasing, renewing, warning, checking, watch } =
    features;
  return createJobs({
    ...{ databaseUrl: secrets.databaseUrl, dataSource, clock, log },
    timetable: TIMETABLE,
    handlers: jobHandlers({
      ...{ analytics, deauthorizing, subscribing: events, renewing, warning, checking, watch },
      tidying: {
        ...{ dataSource, clock, log, retention: DATA_MAP.retention },
        forgetDeletions: async () => [
          ...new Set([...tombstoneKeys.destroyOver(), ...(await ledger.forget())]),
        ],
      },
      erasing: {
        ...{ dataSource, clock, log, alertOperator },
        ...{ receipts, ledger, ...erasing },
        standbysCaughtUp: () => standbysCaughtUp(dataSource),
      },
      exporting: {
        ...{ dataSource, vault, clock, log, map: DATA_MAP, plan: exportPlan(ENTITIES) },
        ...{ operatorName: config.operatorName, contactEmail: config.contactEmail },
      },
      retiringEpochs: foundation,
    }),
  });
}
