import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../../../platform/error-code';
import { processStart } from './process-identity';
import { StartError } from './start-error';

/** The right to be the only `start` on a folder. */
export interface FolderLock {
  /** Gives the folder free. Does nothing when somebody else has taken it over. */
  release(): void;
}

/**
 * Takes the folder for this process, creating it when needed. The lock of a process that is gone is taken over.
 *
 * @throws StartError when another living process holds the folder, or it cannot be written.
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, 'lock');
  const mine = `${process.pid} ${processStart(process.pid)}\n`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    while (!tryToLock(path, mine)) removeIfStale(path, folder);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `DATA_DIR: ${folder} cannot be used (${errorCode(error) ?? String(error)}). Give this user the folder, or choose another one.`,
      { cause: error },
    );
  }
  return {
    release: () => {
      if (read(path) === mine) rmSync(path, { force: true });
    },
  };
}

/** A link appears whole or not at all, so nobody can read a lock that is half written. */
function tryToLock(path: string, mine: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIfStale(path: string, folder: string): void {
  const seen = read(path);
  if (seen === null) return;
  const holder = /^(\d+) (.+)\n$/.exec(seen);
  const pid = Number(holder?.[1]);
  if (holder !== null && processStart(pid) === holder[2]) {
    throw new StartError(
      `SocioGenie is already running on ${folder} (process ${pid}). Stop that one first, or set DATA_DIR to ` +
        'another folder (and PORT to another port).',
    );
  }
  // Moved aside rather than removed, so that of two that find the same stale lock only one takes it away.
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== seen) linkSync(aside, path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
