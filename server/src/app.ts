import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { openDoors } from './composition/doors';
import { composeFeatures, type Features } from './composition/features';
import { type Foundation, layFoundation } from './composition/foundation';
import { composeJobs } from './composition/jobs';
import { operatorDoors } from './composition/operator';
import type { Overrides } from './composition/overrides';
import type { OperatorDoors } from './edge/cli/operator-doors';
import { rememberEarlier } from './features/deletion';
import type { Config, Secrets } from './platform/config/config';
import type { Jobs } from './platform/jobs/runner';
import type { SigningKeys } from './platform/vault';

export type { Overrides } from './composition/overrides';

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
 * Puts the whole server together: foundation, features, doors, jobs. Migrates the database first.
 *
 * @throws what `layFoundation` throws when keys, database and ledger do not belong together.
 */
export async function buildApp(config: Config, secrets: Secrets, overrides: Overrides = {}): Promise<App> {
  const foundation = await layFoundation(config, secrets, overrides);
  const { dataSource, signingKeys, background } = foundation;
  const features = composeFeatures(foundation, overrides);
  if (overrides.replaying !== true) await begin(foundation, features);
  const http = await openDoors(foundation, features, overrides);
  const jobs = composeJobs(foundation, features, overrides);
  return {
    ...{ http, jobs, dataSource, signingKeys },
    operator: operatorDoors(foundation, features),
    settled: () => background.settled(),
    async close() {
      foundation.stop();
      await http.close();
      await Promise.all([background.settled(), jobs.stop()]);
      await dataSource.destroy();
    },
  };
}

/** What is put in order before anything is served. */
async function begin(
  { log, ledger, tombstoneKeys, alertOperator }: Foundation,
  { accounts, receipts, intake }: Features,
): Promise<void> {
  await accounts.closeDemoUnlessSandbox();
  if (!(await receipts.open())) {
    log.error('receipts.log-broken');
    alertOperator('receipts.log-broken');
  }
  await rememberEarlier(intake, tombstoneKeys);
  await ledger.append();
}
