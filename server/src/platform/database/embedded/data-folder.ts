import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { POSTGRES_MAJOR, type PostgresBinaries } from './binaries';
import { EmbeddedDatabaseError } from './embedded-database-error';
import { explain } from './explain';
import { runAs } from './run-as';
import { runToEnd } from './run-to-end';

/** Where the embedded PostgreSQL keeps what it needs, all inside `DATA_DIR`. */
export interface DatabaseFiles {
  readonly dataFolder: string;
  readonly passwordFile: string;
  readonly portFile: string;
  readonly logFile: string;
}

/** The role that owns everything; its password is in `passwordFile`. */
export const DATABASE_ROLE = 'sociogenie';

/** The paths of the embedded PostgreSQL in `dataDir`. */
export function databaseFiles(dataDir: string): DatabaseFiles {
  return {
    dataFolder: join(dataDir, 'postgres'),
    passwordFile: join(dataDir, 'postgres.password'),
    portFile: join(dataDir, 'postgres.port'),
    logFile: join(dataDir, 'postgres.log'),
  };
}

/**
 * Makes the data folder ready to start: creates the cluster at the first start, else checks that this PostgreSQL can read
 * it. A creation that was interrupted leaves nothing that a later start would take for a cluster.
 *
 * @returns the password of `DATABASE_ROLE`.
 * @throws EmbeddedDatabaseError when the folder is of another major version, unusable, or its password is gone.
 */
export async function prepareDataFolder(files: DatabaseFiles, binaries: PostgresBinaries): Promise<string> {
  try {
    if (existsSync(files.dataFolder)) return await openCluster(files);
    return await createCluster(files, binaries);
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) throw error;
    throw explain('Preparing the database folder', String(error), files, error);
  }
}

async function openCluster(files: DatabaseFiles): Promise<string> {
  const version = (await readFile(join(files.dataFolder, 'PG_VERSION'), 'utf8')).trim();
  if (version !== String(POSTGRES_MAJOR)) {
    throw new EmbeddedDatabaseError(
      `The database in ${files.dataFolder} was made by PostgreSQL ${version}, and this version of SocioGenie ` +
        `brings PostgreSQL ${POSTGRES_MAJOR}. Use the SocioGenie that made it, or choose another DATA_DIR.`,
    );
  }
  const password = (await readFile(files.passwordFile, 'utf8').catch(() => '')).trim();
  if (password === '') {
    throw new EmbeddedDatabaseError(
      `The database's password (${files.passwordFile}) is missing or cannot be read. Put the file back, start as ` +
        'the user who made it, or choose another DATA_DIR.',
    );
  }
  return password;
}

async function createCluster(files: DatabaseFiles, binaries: PostgresBinaries): Promise<string> {
  await mkdir(join(files.dataFolder, '..'), { recursive: true, mode: 0o700 });
  const unfinished = `${files.dataFolder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await rm(files.passwordFile, { force: true });
  const password = randomBytes(24).toString('base64url');
  await writeFile(files.passwordFile, `${password}\n`, { mode: 0o400, flush: true });

  const initdb = {
    program: binaries.initdb,
    args: [
      `--pgdata=${unfinished}`,
      `--username=${DATABASE_ROLE}`,
      `--pwfile=${files.passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ],
  };
  const { code, output } = await runToEnd(runAs(files.dataFolder)(initdb));
  if (code !== 0) throw explain('Creating the database', output, files);
  await rename(unfinished, files.dataFolder);
  return password;
}
