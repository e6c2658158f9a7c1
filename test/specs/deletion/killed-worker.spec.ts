import type { ChildProcess } from 'node:child_process';
import { category, givenPair } from '../../stand/pair';
import { buildServer, machineTime, spawnWorker, until } from '../../stand/process/worker-process';
import { rowIdOf, rowsWith } from '../../stand/snapshot';
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

it('a worker killed in the middle of an erasure is missed after half a minute, and another finishes', async () => {
  const { dataSource, jobs } = stand.app;
  const pair = await givenPair(stand);
  const others = await pair.others();
  const id = rowIdOf(pair.connection);
  await pair.ana.disconnect(pair.connection);
  await stand.app.settled();
  const own = async () => (await pair.ana.deletionRequests())[0];

  // Somebody holds the connection's row, so the erasure stands still there, its analytics already gone.
  const holder = dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query('select 1 from instagram_connection where id = $1 for update', [id]);
  worker = spawnWorker(stand);
  await until(async () => category(await own(), 'ANALYTICS').outcome === 'REMOVED');
  expect(await own()).toMatchObject({ state: 'ERASING' });

  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGKILL');
  await ended;
  await holder.rollbackTransaction();
  await holder.release();

  // The queue still believes the dead worker.
  stand.clock.set(new Date(machineTime().getTime() + 25_000));
  await jobs.drain();
  expect(await own()).toMatchObject({ state: 'ERASING' });
  expect(await rowsWith(dataSource, id)).toMatchObject({ 'public.instagram_connection': 1 });
  expect(await rowsWith(dataSource, id)).not.toHaveProperty(['keystore.data_key']);

  stand.clock.set(new Date(machineTime().getTime() + 31_000));
  await jobs.start();
  await until(async () => (await own()).state === 'COMPLETED');
  expect(category(await own(), 'ANALYTICS')).toMatchObject({ outcome: 'REMOVED', count: 33 });
  expect(category(await own(), 'INSTAGRAM_IDENTITY')).toMatchObject({ outcome: 'REMOVED', count: 1 });
  const left = Object.keys(await rowsWith(dataSource, id));
  expect(left.filter((table) => table.startsWith('public.'))).toEqual([
    'public.deletion_outcome',
    'public.deletion_subject',
  ]);
  expect(await pair.others()).toEqual(others);
});
