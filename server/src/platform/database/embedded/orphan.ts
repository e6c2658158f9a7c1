import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopProcess } from './stop-process';

/**
 * Stops the PostgreSQL that still runs on this data folder because whoever started it died. Resolves with its process id,
 * or null when there was none. A `postmaster.pid` whose number meanwhile belongs to another program, as after a crash of
 * the machine, is removed: PostgreSQL would take that program for itself and refuse to start.
 */
export async function stopOrphan(dataFolder: string): Promise<number | null> {
  const pid = postmasterPid(dataFolder);
  if (pid === null) return null;
  const command = commandLine(pid);
  if (command === '') return null;
  if (!command.includes('postgres')) {
    rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
    return null;
  }
  if (!isPostgresOf(pid, dataFolder)) return null;
  await stopProcess(pid, () => isPostgresOf(pid, dataFolder));
  return pid;
}

/** The process id of the PostgreSQL that runs on this data folder, or null when none does. */
export function runningPostmaster(dataFolder: string): number | null {
  const pid = postmasterPid(dataFolder);
  return pid !== null && isPostgresOf(pid, dataFolder) ? pid : null;
}

function postmasterPid(dataFolder: string): number | null {
  try {
    const pid = Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

function isPostgresOf(pid: number, dataFolder: string): boolean {
  const command = commandLine(pid);
  return command.includes('postgres') && (command.includes(dataFolder) || command.includes(real(dataFolder)));
}

/** Empty when there is no such process (or it has ended and waits to be collected). */
function commandLine(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
