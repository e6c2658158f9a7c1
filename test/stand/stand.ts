import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, buildApp, type Overrides } from '../../server/src/app';
import { type Clock, systemClock } from '../../server/src/platform/clock';
import { type Config, DEFAULT_LIMITS, type Limits } from '../../server/src/platform/config/config';
import { readConfig } from '../../server/src/platform/config/read-config';
import { silentLog } from '../../server/src/platform/log';
import { type Sandbox, startSandbox } from '../meta/src/index.ts';
import { ChosenClock } from './chosen-clock';
import { createSpecDatabase } from './database';
import { Person } from './person';
import { queueSettled } from './queue-settled';

/** What a spec may choose about its stand. */
export interface StandOptions {
  /** When it begins; the sandbox has the same time. */
  readonly now?: Date;
  /** `running`: the machine's own clock, and jobs that run by themselves, for specs with a real browser. */
  readonly clock?: 'chosen' | 'running';
  readonly limits?: Partial<Limits>;
  readonly overrides?: Omit<Overrides, 'clock'>;
  /** Variables beside those of every stand, such as a previous secret; null takes one of those away. */
  readonly env?: Readonly<Record<string, string | null>>;
  /** A folder and a database of the spec's own, which outlive the stand. */
  readonly on?: { readonly dataDir: string; readonly databaseUrl: string };
}

type TimetableTask =
  | 'tidy'
  | 'find-analytics-syncs'
  | 'retire-epochs'
  | 'end-overdue-exports'
  | 'find-due-renewals'
  | 'find-due-checks'
  | 'find-due-subscriptions'
  | 'watch-instagram'
  | 'settle-transfers'
  | 'find-untold-recipients'
  | 'warn-of-ending-access';

/** Far more than any spec uses: limits are tried in specs of their own. */
const GENEROUS: Limits = {
  ...DEFAULT_LIMITS,
  signInPerAccountMinute: { points: 1_000, perSeconds: 60 },
  signInPerAccountHour: { points: 1_000, perSeconds: 3600 },
  signInPerIp: { points: 1_000, perSeconds: 60 },
  signUpPerIp: { points: 1_000, perSeconds: 3600 },
  connectPerAccount: { points: 1_000, perSeconds: 3600 },
  transferPerAccount: { points: 1_000, perSeconds: 86_400 },
  exportPerAccount: { points: 1_000, perSeconds: 86_400 },
  unknownCodePerIp: { points: 1_000, perSeconds: 60 },
  checkPerConnection: { points: 1_000, perSeconds: 300 },
};

/** Monday 23 November 2026, in the afternoon in Europe and in the morning in Los Angeles. */
export const A_MONDAY = new Date('2026-11-23T18:00:00.000Z');

/** What the sandbox verifies the webhooks' address with. */
export const VERIFY_TOKEN = 'the-word-of-the-stand';

/** The real app on a database of its own, with a chosen clock or a running one, beside a Meta sandbox of its own. */
export class Stand {
  private constructor(
    readonly app: App,
    readonly config: Config,
    readonly sandbox: Sandbox,
    private readonly time: Clock,
    /** What the app was configured from: enough to start another process beside it. */
    readonly env: Readonly<Record<string, string>>,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  /** Opens a stand that listens; close it in `afterAll`. */
  static async open(options: StandOptions = {}): Promise<Stand> {
    const running = options.clock === 'running';
    const clock = running ? systemClock : new ChosenClock(options.now ?? A_MONDAY);
    const dataDir = options.on?.dataDir ?? mkdtempSync(join(tmpdir(), 'sociogenie-stand-'));
    const database = options.on === undefined ? await createSpecDatabase() : null;
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    const sandbox = await startSandbox({
      app: {
        redirectUris: [`${publicUrl}/meta/oauth/callback`],
        deauthorizeUrl: `http://127.0.0.1:${port}/meta/deauthorize`,
        deletionUrl: `http://127.0.0.1:${port}/meta/data-deletion`,
        webhookUrl: `http://127.0.0.1:${port}/meta/webhooks`,
        webhookVerifyToken: VERIFY_TOKEN,
      },
      now: () => clock.now().getTime(),
    });
    const env = withChanges(
      {
        PORT: String(port),
        DATA_DIR: dataDir,
        DATABASE_URL: database?.url ?? options.on?.databaseUrl ?? '',
        INSTAGRAM_APP_ID: sandbox.app.id,
        INSTAGRAM_APP_SECRET: sandbox.app.secret,
        META_WEBHOOK_VERIFY_TOKEN: VERIFY_TOKEN,
        INSTAGRAM_AUTHORIZE_URL: `${sandbox.url}/oauth/authorize`,
        INSTAGRAM_API_URL: sandbox.url,
        INSTAGRAM_GRAPH_URL: sandbox.url,
        SANDBOX_URL: sandbox.url,
      },
      options.env,
    );
    const { config, secrets } = readConfig(env, dataDir);
    const limited = { ...config, limits: { ...GENEROUS, ...options.limits } };
    const built = buildApp(limited, secrets, {
      log: silentLog,
      passwordCost: { memoryKiB: 8, passes: 1 },
      ...options.overrides,
      clock,
    });
    const app = await built.catch(async (error: unknown) => {
      await sandbox.close();
      throw error;
    });
    await app.http.listen({ host: '127.0.0.1', port });
    if (running) await app.jobs.start();
    return new Stand(app, limited, sandbox, clock, env, async () => {
      await app.close();
      await sandbox.close();
      if (database === null) return;
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
  }

  /** The chosen clock, to be moved. */
  get clock(): ChosenClock {
    if (this.time instanceof ChosenClock) return this.time;
    throw new Error('a running clock cannot be moved');
  }

  /** The app's clock, chosen or running. */
  get anyClock(): Clock {
    return this.time;
  }

  /** Where the app listens. Only `localhost` is its public name; the sandbox calls it by address. */
  get url(): string {
    return this.config.publicUrl;
  }

  /** Somebody with a browser of their own, not signed in. */
  visitor(): Person {
    return new Person(this);
  }

  /** Somebody with a new account, signed in. */
  async givenAccount(email = `person${Math.random().toString(36).slice(2)}@example.com`): Promise<Person> {
    const person = this.visitor();
    await person.signUp({ email });
    return person;
  }

  /** Runs the jobs that are due, until none is left and none is under way. */
  async drain(): Promise<void> {
    await this.app.settled();
    await this.app.jobs.drain();
    await queueSettled(this.app.dataSource);
  }

  /** Runs the jobs that failed once more, without the pause that the queue makes by the database's own clock. */
  async repeatFailed(): Promise<void> {
    await this.app.dataSource.query(
      `select graphile_worker.reschedule_jobs(
         (select array_agg(id) from graphile_worker.jobs where last_error is not null), run_at => $1::timestamptz)`,
      [this.time.now().toISOString()],
    );
    await this.drain();
  }

  /** Runs jobs of the timetable now, one after the other, and whatever they queue. */
  async run(...tasks: readonly TimetableTask[]): Promise<void> {
    for (const task of tasks) {
      await this.app.dataSource.query('select graphile_worker.add_job($1, run_at => $2::timestamptz)', [
        task,
        this.time.now().toISOString(),
      ]);
    }
    await this.drain();
  }

  close(): Promise<void> {
    return this.cleanUp();
  }
}

function withChanges(
  env: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | null>> = {},
): Record<string, string> {
  const entries = Object.entries<string | null>({ ...env, ...changes });
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
