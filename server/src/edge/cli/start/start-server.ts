import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, startChild } from './child';
import { localUrl } from './local-url';
import type { StartPlan } from './plan';
import { StartError } from './start-error';

const PATIENCE_MS = 120_000;
const PROBE_MS = 100;

/** What the embedded parts give the server; null where the environment already says it. */
export interface Embedded {
  readonly databaseUrl: string | null;
  readonly sandboxEnvironment: NodeJS.ProcessEnv | null;
}

/** The server's environment: ours, completed by what is embedded. `NODE_ENV` is never set here. */
export function serverEnvironment(
  plan: StartPlan,
  embedded: Embedded,
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  return {
    ...env,
    ROLE: 'all',
    SUPERVISED: '1',
    DATA_DIR: plan.config.dataDir,
    PUBLIC_URL: plan.config.publicUrl,
    SANDBOX_URL: undefined,
    ...(embedded.databaseUrl === null ? {} : { DATABASE_URL: embedded.databaseUrl }),
    ...(embedded.sandboxEnvironment ?? {}),
  };
}

/** Starts the one process that serves API and pages and runs the jobs. It may not answer yet. `extra` wins over all. */
export function startServer(plan: StartPlan, embedded: Embedded, extra: NodeJS.ProcessEnv = {}): Child {
  return startChild({
    name: 'server',
    args: ['--enable-source-maps', join(plan.root, 'server', 'dist', 'main.js')],
    cwd: plan.root,
    logFile: join(plan.logDir, 'server.log'),
    env: { ...serverEnvironment(plan, embedded), ...extra },
  });
}

/**
 * Resolves when the server can do its work (`/readyz`).
 *
 * @throws StartError with the server's last words when it ends before that, or never gets there.
 */
export async function untilServerIsReady(
  plan: StartPlan,
  server: Child,
  stopping: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  let end: string | null = null;
  void server.ended.then((how) => {
    end = how;
  });
  while (!stopping.aborted) {
    if (end !== null) throw new StartError(`The server ended ${end}.\n${server.lastWords()}`);
    if (await isReady(plan)) return;
    if (performance.now() > deadline) {
      throw new StartError(`The server was not ready within two minutes.\n${server.lastWords()}`);
    }
    await sleep(PROBE_MS);
  }
}

async function isReady(plan: StartPlan): Promise<boolean> {
  try {
    const url = `${localUrl(plan.config.host, plan.config.port)}/readyz`;
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
