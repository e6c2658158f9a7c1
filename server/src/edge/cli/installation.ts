import type { Config, Secrets } from '../../platform/config/config';
import { readConfig } from '../../platform/config/read-config';
import { runningDatabaseUrl } from '../../platform/database/embedded';
import { planStart } from './start/plan';
import { sandboxServerEnvironment } from './start/start-sandbox';
import { serverEnvironment } from './start/start-server';

/** The configuration of the server that a command works beside. */
export interface Installation {
  readonly config: Config;
  readonly secrets: Secrets;
}

/**
 * Reads the same environment as the server and `start`, to the same result. Where the database is embedded, it is the one
 * of the `start` that runs on `DATA_DIR`.
 *
 * @throws ConfigError with everything that is wrong; EmbeddedDatabaseError when that `start` is not running.
 */
export async function readInstallation(env: NodeJS.ProcessEnv, root: string): Promise<Installation> {
  const plan = planStart(env, root);
  const { dataDir } = plan.config;
  const databaseUrl = plan.embeddedDatabase ? await runningDatabaseUrl(dataDir) : null;
  const sandboxEnvironment =
    plan.sandboxPort === null ? null : sandboxServerEnvironment(plan, plan.sandboxPort);
  return readConfig(serverEnvironment(plan, { databaseUrl, sandboxEnvironment }, env), root);
}
