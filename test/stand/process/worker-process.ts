import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stand } from '../stand';

const server = join(__dirname, '../../../server');

/** The machine's time: a worker that is a process of its own knows no other. */
export const machineTime = (): Date => new Date(performance.timeOrigin + performance.now());

/** Compiles the server, so that a process of it can be started. */
export function buildServer(): void {
  const build = `import(${JSON.stringify(join(server, 'scripts/lib/build.mjs'))}).then((m) => m.buildServer())`;
  execFileSync(process.execPath, ['-e', build]);
}

/** A real worker on the stand's database, to be killed. */
export function spawnWorker(stand: Pick<Stand, 'env'>): ChildProcess {
  return spawn(process.execPath, [join(server, 'dist/main.js')], {
    env: { PATH: process.env.PATH, ...stand.env, ROLE: 'worker' },
    stdio: 'ignore',
  });
}

/** Waits for a fact, for half a minute at most. */
export async function until(fact: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await fact())) {
    if (performance.now() > deadline) throw new Error('waited for half a minute in vain');
    await sleep(50);
  }
}
