import type { ChildProcess } from 'node:child_process';
import { Client } from 'pg';
import { dataExport, download, jsonOf, requestExport, unzip } from '../../stand/export';
import { buildServer, machineTime, spawnWorker, until } from '../../stand/process/worker-process';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

let stand: Stand;
let worker: ChildProcess;
beforeAll(async () => {
  buildServer();
  stand = await Stand.open({ now: machineTime() });
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  await stand.close();
});

it('an export whose worker is killed half way is made anew by another, under a new key', async () => {
  const { dataSource, jobs } = stand.app;
  const ana = await stand.givenAccount('ana@example.com');
  const connection = rowIdOf(await ana.givenConnection('studio_nord'));
  await dataSource.query(
    `insert into analytics_day (connection_id, day, views, likes, comments, failed_metrics)
     select $1, date '2010-01-01' + n, (random() * 9e15)::bigint, (random() * 9e15)::bigint, (random() * 9e15)::bigint, '{}'
     from generate_series(1, 4000) n`,
    [connection],
  );

  // Somebody holds a table that is read late, so the work stands still there, its first pieces already stored.
  const holder = new Client({ connectionString: stand.env.DATABASE_URL });
  await holder.connect();
  await holder.query('begin');
  await holder.query('lock table support_access in access exclusive mode');
  await requestExport(ana);
  worker = spawnWorker(stand);
  const pieces = async (): Promise<number> =>
    (await dataSource.query('select count(*)::int as count from data_export_piece'))[0].count;
  const key = async (): Promise<string> =>
    (await dataSource.query("select wrapped from keystore.data_key where kind = 'export'"))[0].wrapped;
  await until(async () => ((await dataExport(ana))?.progressPercent ?? 0) > 80 && (await pieces()) > 0);
  const [first, firstKey] = [await pieces(), await key()];
  expect(first).toBeGreaterThan(1);
  expect(await dataExport(ana)).toMatchObject({ state: 'PREPARING', sizeBytes: null });

  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGKILL');
  await ended;
  await holder.end();
  stand.clock.set(new Date(machineTime().getTime() + 31_000));
  await jobs.start();
  await until(async () => (await dataExport(ana))?.state === 'READY');

  expect(await key()).not.toBe(firstKey);
  const files = unzip(await download(ana));
  expect(jsonOf(files, 'analytics-day')).toHaveLength(4033);
  expect(jsonOf(files, 'data-export')).toEqual([expect.objectContaining({ attempts: 2 })]);
});
