import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FAST_STOP_MS = 15_000;
const IMMEDIATE_STOP_MS = 5_000;

/**
 * Stops the PostgreSQL that still runs on this data folder because whoever started it died. Resolves with its process id,
 * or null when there was none; a `postmaster.pid` whose number meanwhile belongs to another program is left to PostgreSQL,
 * which replaces it.
 */
export async function stopOrphan(dataFolder: string): Promise<number | null> {
  const pid = postmasterPid(dataFolder);
  if (pid === null || !isPostgresOf(pid, dataFolder)) return null;
  await stopProcess(pid, () => isPostgresOf(pid, dataFolder));
  return pid;
}

/** Asks a postmaster to stop: fast (sessions end, a clean checkpoint), then without the checkpoint, then by force. */
export async function stopProcess(pid: number, isAlive: () => boolean): Promise<void> {
  signal(pid, 'SIGINT');
  if (await goneWithin(FAST_STOP_MS, isAlive)) return;
  signal(pid, 'SIGQUIT');
  if (await goneWithin(IMMEDIATE_STOP_MS, isAlive)) return;
  signal(pid, 'SIGKILL');
  await goneWithin(IMMEDIATE_STOP_MS, isAlive);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
}

async function goneWithin(ms: number, isAlive: () => boolean): Promise<boolean> {
  const deadline = performance.now() + ms;
  while (isAlive()) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function postmasterPid(dataFolder: string): number | null {
  try {
    const pid = Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

/** A process id is used again after a restart of the machine, so the process must be seen to be our PostgreSQL. */
function isPostgresOf(pid: number, dataFolder: string): boolean {
  if (process.platform === 'linux') {
    try {
      const state = /^State:\s*(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return state !== 'Z' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataFolder);
    } catch {
      return false;
    }
  }
  const ps = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  return ps.status === 0 && ps.stdout.includes('postgres') && ps.stdout.includes(dataFolder);
}
