import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MEASURED_CORE, pinned } from './pinning.ts';

const MAIN = join(import.meta.dirname, '..', '..', '..', 'server', 'dist', 'main.js');
const TICKS_PER_SECOND = 100;

/** The built server in a process of its own, bound to the measured core. */
export class ServerProcess {
  readonly port: number;
  private readonly child: ChildProcess;

  private constructor(port: number, child: ChildProcess) {
    this.port = port;
    this.child = child;
  }

  /** Starts it and waits until it is ready. */
  static async start(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const [program = '', ...args] = pinned(MEASURED_CORE, [process.execPath, MAIN]);
    const child = spawn(program, args, {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const server = new ServerProcess(Number(env.PORT), child);
    try {
      await server.untilReady();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Seconds of processor time that it has used; null where the system does not tell (it does on Linux). */
  cpuSeconds(): number | null {
    if (process.platform !== 'linux') return null;
    const stat = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }

  private async untilReady(): Promise<void> {
    for (let tries = 0; tries < 300; tries += 1) {
      if (this.child.exitCode !== null) throw new Error('the server did not start');
      const ready = await fetch(`http://127.0.0.1:${this.port}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) return;
      await sleep(100);
    }
    throw new Error('the server was not ready within 30 s');
  }
}
