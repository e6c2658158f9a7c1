import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MEASURED_CORE, pinned } from './pinning.ts';
import { processorSeconds } from './processor-time.ts';

const MAIN = join(import.meta.dirname, '..', '..', '..', 'server', 'dist', 'main.js');

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

  /** Seconds of processor time that it has used. */
  cpuSeconds(): number {
    return processorSeconds(this.child.pid ?? 0);
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
