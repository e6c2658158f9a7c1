import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  type EmbeddedPostgres,
  freePort,
  startEmbeddedPostgres,
} from '../../../server/src/platform/database/embedded';
import { silentLog } from '../../../server/src/platform/log';
import { type Sandbox, startSandbox } from '../../meta/src/index.ts';
import { Integrator } from '../integrators';
import { ANAS, BEAS, othersThan } from '../pair';
import { Person } from '../person';
import { descendantsOf, killAll, untilGone } from '../process/processes';
import { rowIdOf } from '../snapshot';
import { A_MONDAY } from '../stand';
import { Cell } from './cell';
import { CrashServer } from './crash-server';
import { keepRows } from './kept-rows';

/**
 * What dies: the server, PostgreSQL with all its processes, both, or the one connection over which the event goes, which is
 * how an acknowledgement is lost.
 */
export const KINDS = ['server', 'postgres', 'both', 'connection'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * The usual settings and room for all cells. After a crash PostgreSQL flushes every file of every database; a killed process
 * leaves the system's cache as it is, so one flush of all is as good and much faster.
 */
const SETTINGS = {
  max_connections: 400,
  max_wal_size: '512MB',
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
};

const A_MINUTE = 60_000;
/** When what is crashed happens: a moment after the two people connected. */
export const BEGIN = A_MONDAY.getTime() + 10 * A_MINUTE;
/** When it is looked at: a dead worker was silent for long enough, and an unanswered question to Instagram is given up. */
export const LATER = BEGIN + 5 * A_MINUTE;

/**
 * A real server process, a PostgreSQL with its usual settings, a Meta sandbox and an integrator that read everything, to be crashed again and again. The server
 * works for several cells at once, each on a database of its own that can be put back as it was.
 */
export class CrashStand {
  #now = A_MONDAY.getTime();
  #next: Promise<CrashServer> | null = null;

  private constructor(
    private readonly dataDir: string,
    private postgres: EmbeddedPostgres,
    readonly sandbox: Sandbox,
    readonly integrator: Integrator,
    public server: CrashServer,
    public cells: readonly Cell[],
  ) {}

  /** Opens so many cells, in each of them Ana and Bea with a connection and its analytics. Close it in `afterAll`. */
  static async open(size: number): Promise<CrashStand> {
    const dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-crash-'));
    const ports = await Promise.all(Array.from({ length: size }, freePort));
    let stand: CrashStand | null = null;
    const [postgres, sandbox, integrator, server] = await Promise.all([
      startEmbeddedPostgres({ dataDir, log: silentLog, settings: SETTINGS }),
      startSandbox({
        app: { redirectUris: ports.map((port) => `http://localhost:${port}/meta/oauth/callback`) },
        now: () => stand?.now ?? A_MONDAY.getTime(),
      }),
      Integrator.open(),
      CrashServer.start(),
    ]);
    stand = new CrashStand(dataDir, postgres, sandbox, integrator, server, []);
    stand.cells = await stand.#prepare(ports);
    return stand;
  }

  get now(): number {
    return this.#now;
  }

  /** Moves the one clock of the server and the sandbox. */
  async setNow(now: number): Promise<void> {
    this.#now = now;
    await this.server.ask('time', { at: now });
  }

  /** What is running dies as `kind` says while cells stand still, and is started again; `meanwhile` ends before that. */
  async crash(kind: Kind, meanwhile: () => Promise<unknown>): Promise<void> {
    const serverDies = kind === 'server' || kind === 'both';
    if (serverDies) this.#next ??= CrashServer.start();
    if (serverDies) await this.server.kill();
    if (kind === 'postgres' || kind === 'both') await this.#killPostgres();
    if (!serverDies)
      await Promise.all(this.cells.map((cell) => this.server.ask('goOn', { cell: cell.name, how: kind })));
    // What goes on meets a PostgreSQL that is gone, and has time to notice.
    const over = meanwhile();
    if (kind === 'postgres' || kind === 'both') await this.#restartPostgres();
    await over;
    if (!serverDies) return;
    const next = await this.#next;
    if (next === null) throw new Error('no server is starting');
    this.server = next;
    this.#next = CrashServer.start();
    await this.setNow(this.#now);
    await Promise.all(this.cells.map((cell) => this.server.ask('open', { cell: cell.name, env: cell.env })));
  }

  async close(): Promise<void> {
    await Promise.all(this.cells.map((cell) => cell.dataSource.destroy()));
    await this.server.kill();
    if (this.#next !== null) await (await this.#next).kill();
    await this.sandbox.close();
    await this.integrator.close();
    await this.postgres.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #prepare(ports: readonly number[]): Promise<Cell[]> {
    await this.setNow(A_MONDAY.getTime());
    const [first, ...more] = ports.map((port, index) => this.#cell(`cell_${index}`, port));
    if (first === undefined) throw new RangeError('a crash needs a cell');
    await this.#sql(`create database ${first.name}`);
    await this.server.ask('open', { cell: first.name, env: first.env });
    await first.dataSource.initialize();
    const [ana, bea] = [new Person(first), new Person(first)];
    await ana.signUp({ email: 'ana@example.com' });
    await bea.signUp({ email: 'bea@example.com' });
    const connection = await ana.givenConnection(ANAS);
    const neighbour = await bea.givenConnection(BEAS);
    const account = rowIdOf(await ana.accountId());
    await keepRows(first.dataSource);
    const others = await othersThan(first.dataSource, account, [rowIdOf(connection)]);
    await first.dataSource.destroy();
    await this.server.ask('close', { cell: first.name });
    for (const cell of more) await this.#sql(`create database ${cell.name} template ${first.name}`);
    const cells = [first, ...more];
    for (const cell of cells) {
      await cell.dataSource.initialize();
      await this.server.ask('open', { cell: cell.name, env: cell.env });
      cell.moveIn({ ana, bea, account, connection, neighbour, others });
    }
    return cells;
  }

  #cell(name: string, port: number): Cell {
    const url = new URL(this.postgres.url);
    url.pathname = `/${name}`;
    return new Cell(this, name, {
      PORT: String(port),
      DATA_DIR: this.dataDir,
      DATABASE_URL: url.href,
      LEDGER_PATH: join(this.dataDir, `ledger-${name}`),
      INSTAGRAM_APP_ID: this.sandbox.app.id,
      INSTAGRAM_APP_SECRET: this.sandbox.app.secret,
      INSTAGRAM_AUTHORIZE_URL: `${this.sandbox.url}/oauth/authorize`,
      INSTAGRAM_API_URL: this.sandbox.url,
      INSTAGRAM_GRAPH_URL: this.sandbox.url,
      SANDBOX_URL: this.sandbox.url,
      INTEGRATOR_URL: this.integrator.url,
      INTEGRATOR_SECRET: this.integrator.secret,
    });
  }

  /** The postmaster and every process below it, as a crash of the machine would end them. */
  async #killPostgres(): Promise<void> {
    const { pid } = this.postgres;
    const below = descendantsOf(pid);
    process.kill(pid, 'SIGKILL');
    killAll(below);
    await Promise.all([this.postgres.ended, untilGone(below, 10_000)]);
  }

  async #restartPostgres(): Promise<void> {
    const { url } = this.postgres;
    this.postgres = await startEmbeddedPostgres({
      dataDir: this.dataDir,
      log: silentLog,
      settings: SETTINGS,
    });
    if (this.postgres.url !== url) throw new Error('PostgreSQL came back at another address');
  }

  async #sql(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.postgres.url });
    await client.connect();
    await client.query(statement);
    await client.end();
  }
}
