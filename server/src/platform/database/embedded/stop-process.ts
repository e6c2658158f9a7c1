import { setTimeout as sleep } from 'node:timers/promises';

const FAST_STOP_MS = 15_000;
const IMMEDIATE_STOP_MS = 5_000;

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
