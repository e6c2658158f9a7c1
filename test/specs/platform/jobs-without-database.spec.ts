import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { ENTITIES } from '../../../server/src/entities';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { enqueue } from '../../../server/src/platform/jobs/enqueue';
import { DeadWorkers } from '../../../server/src/platform/jobs/heartbeat';
import { createJobs, type Jobs } from '../../../server/src/platform/jobs/runner';
import { silentLog } from '../../../server/src/platform/log';
import { Secret } from '../../../server/src/platform/secret';
import { createSpecDatabase, type SpecDatabase, withDatabaseAway } from '../../stand/database';

jest.setTimeout(60_000);

let database: SpecDatabase;
let dataSource: ReturnType<typeof createDataSource>;
let jobs: Jobs;
const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
/** How each job ends, and when. */
let ends: Record<string, () => Promise<void>>;
const runs: unknown[] = [];
/** Promises that nobody looked at: each would end a real server. */
const unseen: unknown[] = [];
const note = (reason: unknown) => unseen.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  database = await createSpecDatabase();
  dataSource = createDataSource({ url: new Secret(database.url), entities: ENTITIES, poolSize: 4 });
  await dataSource.initialize();
  jobs = createJobs({
    ...{ databaseUrl: new Secret(database.url), dataSource, clock, log: silentLog, timetable: [] },
    handlers: {
      work: async ({ name }) => {
        runs.push(name);
        await ends[String(name)]?.();
      },
    },
  });
  await jobs.start();
});
afterAll(async () => {
  await jobs?.stop();
  await dataSource?.destroy();
  await database?.drop();
  process.off('unhandledRejection', note);
});

const begin = (name: string) =>
  enqueue(dataSource.manager, { task: 'work', payload: { name }, runAt: new Date() });
const waiting = () => dataSource.query('select 1 from graphile_worker.jobs');

async function until(fact: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await fact())) {
    if (performance.now() > deadline) throw new Error('waited for half a minute in vain');
    await sleep(20);
  }
}

it('jobs that end while the database is away end nothing else: they are run again, and so is what comes', async () => {
  // The library tells of the outage there.
  jest.spyOn(console, 'error').mockReturnValue();
  jest.spyOn(console, 'trace').mockReturnValue();
  let letGo = () => {};
  const away = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  ends = {
    succeeds: () => away,
    fails: () => away.then(() => Promise.reject(new Error('as the spec wants'))),
  };
  await begin('succeeds');
  await begin('fails');
  await until(() => runs.length === 2);
  await withDatabaseAway(database.url, async () => {
    letGo();
    await sleep(300);
  });
  expect(unseen).toEqual([]);

  ends = {};
  await begin('new');
  await until(() => runs.length === 3);
  await until(async () => (await waiting()).length === 2);
  // Both are free once their worker, which is no more, was silent for half a minute at two looks.
  clock.ahead = 40_000;
  const pool = new Pool({ connectionString: database.url, max: 1 });
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
  const dead = new DeadWorkers(dataSource, pool, clock);
  expect([await dead.release(), await dead.release()]).toEqual([0, 1]);
  await pool.end();
  await until(async () => (await waiting()).length === 0);
  expect(runs.slice(2).sort()).toEqual(['fails', 'new', 'succeeds']);
});
