import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

/** What `server.mjs` says: the answer to a question, an event that a cell stands still at, or a call to Instagram. */
type Message =
  | { readonly id: number; readonly value?: unknown; readonly error?: string }
  | { readonly reached: string; readonly place: string }
  | { readonly called: string; readonly name: string };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A process with the compiled server, which specs kill. See `server.mjs`. */
export class CrashServer {
  readonly #waiting = new Map<number, Waiting>();
  readonly #reached = new Map<string, (place: string) => void>();
  /** The calls to Instagram of each cell, in their order. */
  readonly calls: { readonly cell: string; readonly name: string }[] = [];
  readonly #ended: Promise<void>;
  #asked = 0;
  /** What libraries tell of outages; of interest when it ends by itself. */
  #said = '';

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#said = (this.#said + text).slice(-4_000);
      });
    }
    child.on('message', (message) => this.#hear(message as Message));
    this.#ended = new Promise((resolve) => {
      child.once('exit', () => {
        for (const { reject } of this.#waiting.values()) reject(this.#gone());
        this.#waiting.clear();
        resolve();
      });
    });
  }

  /** Starts a process and resolves when its code is loaded; it serves nothing yet. */
  static async start(): Promise<CrashServer> {
    const server = new CrashServer(
      spawn(process.execPath, [join(__dirname, 'server.mjs')], {
        env: {
          PATH: process.env.PATH,
          SERVER: join(root, 'server'),
          NODE_COMPILE_CACHE: join(tmpdir(), 'sociogenie-compile-cache'),
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    );
    await server.#answer(0);
    return server;
  }

  /** Asks the process for something; rejects when it fails or when the process ends first. */
  async ask(ask: string, about: Record<string, unknown> = {}): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    const answer = this.#answer(id);
    if (this.child.connected) this.child.send({ id, ask, ...about });
    return await answer;
  }

  /** Resolves with the place at which a cell stands still. */
  reached(cell: string): Promise<string> {
    return new Promise((resolve) => this.#reached.set(cell, resolve));
  }

  /** `kill -9`; resolves when it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#ended;
  }

  #answer(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.child.exitCode !== null || this.child.signalCode !== null) reject(this.#gone());
      else this.#waiting.set(id, { resolve, reject });
    });
  }

  #gone(): Error {
    return new Error(`the server process has ended, its last words:\n${this.#said}`);
  }

  #hear(message: Message): void {
    if ('reached' in message) this.#reached.get(message.reached)?.(message.place);
    else if ('called' in message) this.calls.push({ cell: message.called, name: message.name });
    else {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error === undefined) waiting?.resolve(message.value);
      else waiting?.reject(new Error(message.error));
    }
  }
}
