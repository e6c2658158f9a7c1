import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { errorCode } from '../../error-code';
import type { Postmaster } from './postmaster';

const PATIENCE_MS = 60_000;
/** Replaying the log after a crash may take long; PostgreSQL says so while it does. */
const RECOVERY_PATIENCE_MS = 10 * 60_000;
const STARTING_UP = '57P03';

/**
 * Resolves true once PostgreSQL accepts connections, false when its process ended before it did.
 *
 * @throws the last connection error when it neither answers nor ends.
 */
export async function waitUntilReady(url: string, postmaster: Postmaster): Promise<boolean> {
  const start = performance.now();
  while (!postmaster.hasEnded()) {
    const problem = await tryToConnect(url);
    if (problem === null) return true;
    const patience = errorCode(problem) === STARTING_UP ? RECOVERY_PATIENCE_MS : PATIENCE_MS;
    if (performance.now() - start > patience) throw problem;
    await sleep(25);
  }
  return false;
}

/** Null when it worked. */
async function tryToConnect(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error ?? 'no reason given';
  } finally {
    await client.end().catch(() => {});
  }
}
