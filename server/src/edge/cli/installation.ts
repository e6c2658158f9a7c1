import type { Config, Secrets } from '../../platform/config/config';
import { readConfig } from '../../platform/config/read-config';
import {
  EmbeddedDatabaseError,
  runningDatabaseUrl,
  startEmbeddedPostgres,
} from '../../platform/database/embedded';
import { silentLog } from '../../platform/log';
import { lockFolder } from './start/folder-lock';
import { planStart, type StartPlan } from './start/plan';
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
  return read(plan, plan.embeddedDatabase ? await runningDatabaseUrl(plan.config.dataDir) : null, env, root);
}

/** A configuration, and what has to be done when it is not needed any more. */
export interface OwnInstallation {
  readonly installation: Installation;
  readonly close: () => Promise<void>;
}

/**
 * As `readInstallation`; an embedded database that no `start` runs is started.
 *
 * @throws ConfigError with everything that is wrong; StartError or EmbeddedDatabaseError when it cannot be started.
 */
export async function readStanding(env: NodeJS.ProcessEnv, root: string): Promise<OwnInstallation> {
  try {
    return { installation: await readInstallation(env, root), close: async () => {} };
  } catch (error) {
    if (!(error instanceof EmbeddedDatabaseError)) throw error;
    return readAlone(env, root);
  }
}

/**
 * The configuration with an embedded database that this process runs, or with the one that is configured.
 *
 * @throws ConfigError with everything that is wrong; StartError when a `start` runs on `DATA_DIR`; EmbeddedDatabaseError
 * when the database cannot be started.
 */
export async function readAlone(env: NodeJS.ProcessEnv, root: string): Promise<OwnInstallation> {
  const plan = planStart(env, root);
  const { dataDir } = plan.config;
  if (!plan.embeddedDatabase) return { installation: read(plan, null, env, root), close: async () => {} };
  const lock = lockFolder(dataDir);
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog });
    const close = async (): Promise<void> => {
      await postgres.stop();
      lock.release();
    };
    return { installation: read(plan, postgres.url, env, root), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function read(
  plan: StartPlan,
  databaseUrl: string | null,
  env: NodeJS.ProcessEnv,
  root: string,
): Installation {
  const sandboxEnvironment =
    plan.sandboxPort === null ? null : sandboxServerEnvironment(plan, plan.sandboxPort);
  return readConfig(serverEnvironment(plan, { databaseUrl, sandboxEnvironment }, env), root);
}
