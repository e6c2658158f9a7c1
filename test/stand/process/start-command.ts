import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../server/src/platform/database/embedded';
import { descendantsOf, killAll, type RunningProcess } from './processes';

const root = join(__dirname, '..', '..', '..');
const PATIENCE_MS = 90_000;

export type Environment = Readonly<Record<string, string>>;

/** The `start` command, running (or ended) in a folder of its own. */
export class StartCommand {
  #output = '';
  readonly #seen: RunningProcess[] = [];
  readonly #child: ChildProcess;
  readonly #exit: Promise<number | null>;

  private constructor(
    readonly url: string,
    program: readonly string[],
    env: Environment,
  ) {
    const [command = process.execPath, ...args] = program;
    this.#child = spawn(command, args, {
      cwd: root,
      detached: true,
      // As under a package script: it stops when the process above it is gone, so a killed test run leaves nothing.
      env: { PATH: process.env.PATH, npm_lifecycle_event: 'start', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    }
    this.#exit = new Promise((resolve) => this.#child.once('close', (code) => resolve(code)));
  }

  /** Starts the product on two free ports. `as` goes before the command line, to change who runs it. */
  static async begin(env: Environment, as: readonly string[] = []): Promise<StartCommand> {
    const port = env.PORT ?? String(await freePort());
    const program = [...as, process.execPath, join(root, 'server', 'scripts', 'start.mjs')];
    const ports = { PORT: port, SANDBOX_PORT: String(await freePort()) };
    return new StartCommand(`http://localhost:${port}`, program, { ...ports, ...env });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get output(): string {
    return this.#output;
  }

  /** Waits until it says that everything runs. */
  async untilRunning(): Promise<this> {
    const deadline = performance.now() + PATIENCE_MS;
    while (!this.#output.includes('Ctrl-C stops everything')) {
      const ended = this.#child.exitCode !== null || this.#child.signalCode !== null;
      if (ended || performance.now() > deadline) throw new Error(`start did not get ready:\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return this;
  }

  /** What a terminal does on Ctrl-C: the signal goes to the whole process group. */
  ctrlC(): void {
    process.kill(-this.pid, 'SIGINT');
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Resolves with its exit code; null when it was killed. */
  async exit(): Promise<number | null> {
    return await this.#exit;
  }

  /** Ends it and everything that was ever seen below it, whatever a failed test left. */
  end(): void {
    this.processes();
    this.kill('SIGKILL');
    killAll(this.#seen);
  }

  /** Its children and theirs. */
  processes(): RunningProcess[] {
    const processes = descendantsOf(this.pid);
    this.#seen.push(...processes);
    return processes;
  }

  /** The one process below it whose command line contains the text. */
  process(text: string): RunningProcess {
    const [found] = this.processes().filter(({ command }) => command.includes(text));
    if (found === undefined) throw new Error(`no process with ${text} below ${this.pid}`);
    return found;
  }
}

/** An empty folder with a space in its path that only we may enter. The caller removes it. */
export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'sociogenie start '));
}

export function removeDataDir(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}
