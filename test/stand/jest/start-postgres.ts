import { rmSync } from 'node:fs';
import { startEmbeddedPostgres, THROW_AWAY_SETTINGS } from '../../../server/src/platform/database/embedded';
import { silentLog } from '../../../server/src/platform/log';
import { makeRunFolder } from './run-folder';
import { keepForTeardown } from './running-postgres';

/**
 * Starts the one PostgreSQL of a test run, in a temporary folder and without waiting for the disk. Its address reaches
 * the specs as `TEST_DATABASE_URL`; it may create databases. A run that is killed takes its PostgreSQL along (Linux).
 * `TEST_RUN_DIR` is a folder that goes when the run ends.
 */
// biome-ignore lint/style/noDefaultExport: Jest calls the default export.
export default async function startPostgres(): Promise<void> {
  const dataDir = makeRunFolder();
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog, settings: THROW_AWAY_SETTINGS });
    process.env.TEST_DATABASE_URL = postgres.url;
    process.env.TEST_RUN_DIR = dataDir;
    keepForTeardown({ postgres, dataDir });
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}
