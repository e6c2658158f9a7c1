import { readFile } from 'node:fs/promises';
import { DATABASE_ROLE, databaseFiles } from './data-folder';
import { EmbeddedDatabaseError } from './embedded-database-error';
import { runningPostmaster } from './orphan';

/**
 * The address of the embedded PostgreSQL that somebody else's `start` runs on `dataDir`, with its password: a secret.
 *
 * @throws EmbeddedDatabaseError when it does not run, or this user may not read its password.
 */
export async function runningDatabaseUrl(dataDir: string): Promise<string> {
  const files = databaseFiles(dataDir);
  if (runningPostmaster(files.dataFolder) === null) {
    throw new EmbeddedDatabaseError(
      `The database in ${dataDir} is embedded in \`pnpm start\`, which is not running there. Start it first (or set ` +
        'DATA_DIR or DATABASE_URL as the server has them), and run the command beside it.',
    );
  }
  const password = (await readFile(files.passwordFile, 'utf8').catch(() => '')).trim();
  const port = Number(await readFile(files.portFile, 'utf8').catch(() => ''));
  if (password === '' || !Number.isInteger(port) || port === 0) {
    throw new EmbeddedDatabaseError(
      `${files.passwordFile} or ${files.portFile} cannot be read: run the command as the user who runs \`pnpm start\`.`,
    );
  }
  return `postgres://${DATABASE_ROLE}:${password}@127.0.0.1:${port}/${DATABASE_ROLE}`;
}
