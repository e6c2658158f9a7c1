import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { startEmbeddedPostgres } from '../../../platform/database/embedded';
import { createLog } from '../../../platform/log';
import { lockFolder } from './folder-lock';
import { Parts } from './parts';
import type { StartPlan } from './plan';
import { requireFreePort } from './require-free-port';
import { startSandbox } from './start-sandbox';
import type { Embedded } from './start-server';

const SANDBOX_GRACE_MS = 5_000;

/** What the server stands on: the folder's lock, and PostgreSQL and the sandbox where they are ours. */
export interface Infrastructure extends Embedded {
  /** Stops everything that was added, then gives the folder free. */
  readonly parts: Parts;
}

/**
 * Takes `DATA_DIR` and starts the embedded parts of the plan. What was started before a failure is stopped again.
 *
 * @throws StartError or EmbeddedDatabaseError, for people.
 */
export async function startInfrastructure(plan: StartPlan): Promise<Infrastructure> {
  const { config } = plan;
  const parts = new Parts();
  const lock = lockFolder(config.dataDir);
  parts.add({ name: 'lock', ended: new Promise(() => {}), stop: async () => lock.release() });
  try {
    await requireFreePort('PORT', config.host, config.port);
    if (plan.sandboxPort !== null) await requireFreePort('SANDBOX_PORT', '127.0.0.1', plan.sandboxPort);
    mkdirSync(plan.logDir, { recursive: true, mode: 0o700 });
    const databaseUrl = plan.embeddedDatabase ? await startDatabase(plan, parts) : null;
    const sandboxEnvironment =
      plan.sandboxPort === null ? null : await addSandbox(plan, plan.sandboxPort, parts);
    return { parts, databaseUrl, sandboxEnvironment };
  } catch (error) {
    await parts.stopAll();
    throw error;
  }
}

async function startDatabase(plan: StartPlan, parts: Parts): Promise<string> {
  const log = createLog(pino.destination({ dest: join(plan.logDir, 'start.log'), mode: 0o600, sync: true }));
  const postgres = await startEmbeddedPostgres({ dataDir: plan.config.dataDir, log });
  const ended = postgres.ended.then(() => `(its log: ${join(plan.config.dataDir, 'postgres.log')})`);
  parts.add({ name: 'embedded PostgreSQL', ended, stop: () => postgres.stop() });
  return postgres.url;
}

async function addSandbox(plan: StartPlan, port: number, parts: Parts): Promise<NodeJS.ProcessEnv> {
  const sandbox = await startSandbox(plan, port);
  const { child } = sandbox;
  parts.add({ name: child.name, ended: child.ended, stop: () => child.stop(SANDBOX_GRACE_MS) });
  return sandbox.serverEnvironment;
}
