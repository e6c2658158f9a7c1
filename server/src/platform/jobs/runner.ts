import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Secret } from '../secret';
import { beat, DeadWorkers, leave } from './heartbeat';
import { QUIET } from './quiet';

/** What a job does; a thrown error makes it run again later, with growing pauses. */
export type JobHandler = (payload: Record<string, unknown>, signal: AbortSignal | undefined) => Promise<void>;

/** When a job is started by the clock: a crontab pattern in UTC. */
export interface TimetableEntry {
  readonly task: string;
  readonly pattern: string;
}

export interface JobsOptions {
  readonly databaseUrl: Secret;
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly timetable: readonly TimetableEntry[];
  readonly concurrency?: number;
}

/** The queue of this process. */
export interface Jobs {
  /**
   * Works until `stop`, whatever becomes of the database meanwhile; releases the jobs of dead workers at start and every
   * ten seconds.
   */
  start(): Promise<void>;
  /** Runs what is due and returns when nothing is left: for specs. */
  drain(): Promise<void>;
  /** Does one job's work at once, beside the queue: for specs. */
  perform(task: string, payload: Record<string, unknown>): Promise<void>;
  /** Lets running jobs finish, then closes. */
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 10_000;
/** Between attempts to work on while the database is away. */
const AGAIN_MS = 1_000;

/** Brings the queue's own tables up to date. */
export async function migrateQueue(databaseUrl: Secret): Promise<void> {
  const pool = openPool(databaseUrl, 1, () => {});
  try {
    await runMigrations({ pgPool: pool, logger: QUIET });
  } finally {
    await pool.end();
  }
}

/** Prepares the queue of this process; nothing runs before `start` or `drain`. */
export function createJobs(options: JobsOptions): Jobs {
  const { dataSource, clock, log } = options;
  const concurrency = options.concurrency ?? 4;
  const pool = openPool(options.databaseUrl, concurrency + 2, (error) =>
    log.warn('jobs.connection-lost', {}, error),
  );
  const taskList = toTaskList(options.handlers, log);
  const deadWorkers = new DeadWorkers(dataSource, pool, clock);
  let workerIds = new Set<string>();
  let runner: Runner | null = null;
  let beginningAgain: Promise<void> | null = null;
  let stopping = false;
  let heartbeat: NodeJS.Timeout | null = null;

  const lookForDeadWorkers = async (): Promise<void> => {
    const released = await deadWorkers.release();
    if (released > 0) log.warn('jobs.dead-workers-released', { workers: released });
  };
  const keepAlive = async (): Promise<void> => {
    try {
      await beat(dataSource, clock, [...workerIds]);
      await lookForDeadWorkers();
    } catch (error) {
      log.warn('jobs.heartbeat-failed', {}, error);
    }
  };

  const begin = async (): Promise<Runner> => {
    const events = new EventEmitter() as WorkerEvents;
    // Whoever worked before is not heard of any more: what an ended runner left locked is released like a dead one's.
    workerIds = new Set();
    events.on('pool:create', ({ workerPool }) => workerIds.add(workerPool.id));
    events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId));
    const begun = await run({
      pgPool: pool,
      concurrency,
      noHandleSignals: true,
      useNodeTime: true,
      pollInterval: 2_000,
      logger: QUIET,
      preset: PRESET,
      taskList,
      parsedCronItems: parseCronItems(
        options.timetable.map(({ task, pattern }) => ({
          task,
          match: pattern,
          identifier: task,
        })),
      ),
      events,
    });
    const ended = begun.promise.catch((error: unknown) => log.warn('jobs.runner-failed', {}, error));
    void ended.then(() => {
      if (!stopping) beginningAgain = beginAgain();
    });
    await beat(dataSource, clock, [...workerIds]);
    return begun;
  };
  const beginAgain = async (): Promise<void> => {
    while (!stopping) {
      try {
        runner = await begin();
        log.warn('jobs.runner-begun-again');
        return;
      } catch (error) {
        log.warn('jobs.runner-failed', {}, error);
        await sleep(AGAIN_MS);
      }
    }
  };

  return {
    async start() {
      await lookForDeadWorkers();
      runner = await begin();
      heartbeat = setInterval(() => void keepAlive(), HEARTBEAT_MS);
    },

    async drain() {
      await runOnce({
        pgPool: pool,
        useNodeTime: true,
        noHandleSignals: true,
        logger: QUIET,
        preset: PRESET,
        taskList,
      });
    },

    async perform(task, payload) {
      const handler = options.handlers[task];
      if (handler === undefined) throw new Error(`there is no job ${task}`);
      await handler(payload, undefined);
    },

    async stop() {
      stopping = true;
      if (heartbeat !== null) clearInterval(heartbeat);
      await beginningAgain;
      if (runner !== null) await runner.stop().catch((error) => log.warn('jobs.stop-failed', {}, error));
      runner = null;
      await leave(dataSource, [...workerIds]).catch(() => {});
      await pool.end();
    },
  };
}

/** A pool whose lost connections are told, idle or in use, instead of ending the process. */
function openPool(databaseUrl: Secret, max: number, onLost: (error: Error) => void): Pool {
  const pool = new Pool({ connectionString: databaseUrl.reveal(), max, application_name: 'sociogenie-jobs' });
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function toTaskList(handlers: Readonly<Record<string, JobHandler>>, log: Log): TaskList {
  return Object.fromEntries(
    Object.entries(handlers).map(([task, handler]) => [
      task,
      async (payload, helpers) => {
        try {
          await handler((payload ?? {}) as Record<string, unknown>, helpers.abortSignal);
        } catch (error) {
          log.error('job.failed', { task, attempt: helpers.job.attempts }, error);
          throw new Error(`${task} failed`);
        }
      },
    ]),
  );
}

/**
 * Without a delay the library notes how a job ended in a promise that nobody looks at, and a database that is away at that
 * moment ends the whole process; with one, its runner stops, and we begin another.
 */
const PRESET = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };
