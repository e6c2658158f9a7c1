import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log';
import { findBinaries, type PostgresBinaries } from './binaries';
import { createDatabase } from './create-database';
import { DATABASE_ROLE, type DatabaseFiles, databaseFiles, prepareDataFolder } from './data-folder';
import { explain } from './explain';
import { stopOrphan } from './orphan';
import { choosePort } from './port';
import { type Postmaster, spawnPostmaster } from './postmaster';
import { type PostgresSettings, postgresSettings } from './settings';
import { waitUntilReady } from './wait-until-ready';

export interface EmbeddedPostgresOptions {
  /** The folder that holds the data folder, the password, the port and PostgreSQL's log. Nobody else may use it. */
  readonly dataDir: string;
  readonly log: Log;
  /** Laid over the usual settings; for throw-away data. */
  readonly settings?: PostgresSettings;
}

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** Of the database `sociogenie`, with its password: a secret. */
  readonly url: string;
  readonly pid: number;
  /** Resolves when PostgreSQL has ended, asked for or not. */
  readonly ended: Promise<void>;
  /** Ends every session and stops cleanly; resolves when the process is gone. May be called twice. */
  stop(): Promise<void>;
}

const ATTEMPTS = 20;
/** What passes by itself: a port taken in this moment, or backends of a killed postmaster that have not noticed yet. */
const PASSES = /could not bind|Address already in use|pre-existing shared memory block/;

/**
 * Starts PostgreSQL on `dataDir/postgres`, listening on a port of 127.0.0.1 only, and resolves when it answers. The first
 * start creates the cluster and its password; one that lost its starter to a `kill -9` is stopped first.
 *
 * @throws EmbeddedDatabaseError with a sentence for people.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const began = performance.now();
  const files = databaseFiles(options.dataDir);
  const binaries = findBinaries();
  const password = await prepareDataFolder(files, binaries);
  const orphan = await stopOrphan(files.dataFolder);
  if (orphan !== null) log.warn('postgres-orphan-stopped', { pid: orphan });

  const { postmaster, serverUrl } = await startOnFreePort(options, files, binaries, password);
  const ms = Math.round(performance.now() - began);
  log.info('postgres-started', { pid: postmaster.pid, port: Number(serverUrl.port), ms });
  const url = new URL(serverUrl);
  url.pathname = `/${DATABASE_ROLE}`;
  try {
    await createDatabase(serverUrl.href, DATABASE_ROLE);
  } catch (error) {
    await postmaster.stop();
    throw explain('Creating the database', String(error), files, error);
  }
  return {
    url: url.href,
    pid: postmaster.pid,
    ended: postmaster.ended.then(() => {}),
    stop: () => postmaster.stop(),
  };
}

async function startOnFreePort(
  options: EmbeddedPostgresOptions,
  files: DatabaseFiles,
  binaries: PostgresBinaries,
  password: string,
): Promise<{ postmaster: Postmaster; serverUrl: URL }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(files.portFile);
    const serverUrl = new URL(`postgres://${DATABASE_ROLE}:${password}@127.0.0.1:${port}/postgres`);
    const settings = { ...postgresSettings(port), ...options.settings };
    const postmaster = await spawnPostmaster(files, binaries, settings);
    if (await isReady(serverUrl, postmaster, files)) return { postmaster, serverUrl };

    const said = await postmaster.ended;
    if (attempt === ATTEMPTS || !PASSES.test(said)) throw explain('Starting the database', said, files);
    options.log.warn('postgres-start-tried-again', { attempt });
    await sleep(500);
  }
}

async function isReady(serverUrl: URL, postmaster: Postmaster, files: DatabaseFiles): Promise<boolean> {
  try {
    return await waitUntilReady(serverUrl.href, postmaster);
  } catch (error) {
    await postmaster.stop();
    throw explain('Connecting to the database', String(error), files, error);
  }
}
