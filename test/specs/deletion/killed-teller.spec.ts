import type { ChildProcess } from 'node:child_process';
import { Integrator, Reading } from '../../stand/integrators';
import { givenPair } from '../../stand/pair';
import { buildServer, machineTime, spawnWorker, until } from '../../stand/process/worker-process';
import { claimsOf } from '../../stand/receipt';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

const reading = new Reading();
let stand: Stand;
let acme: Integrator;
let worker: ChildProcess | undefined;
beforeAll(async () => {
  buildServer();
  stand = await Stand.open({ now: machineTime(), overrides: { recipients: reading } });
  acme = await Integrator.open();
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  await stand.close();
  await acme.close();
});

it('a worker killed after a recipient heard and before that was noted: told again, with the same id', async () => {
  const { ana, connection } = await givenPair(stand);
  reading.add(acme, rowIdOf(connection));
  acme.answer = 'nothing';
  const answer = await ana.disconnect(connection);
  const code = answer.data.disconnectInstagram.deletionStatus.confirmationCode;
  await stand.app.settled();
  const child = spawnWorker(stand);
  worker = child;
  await until(() => acme.heard.length === 1);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;

  acme.answer = 200;
  const status = () => stand.visitor().deletionStatus(code);
  expect(await status()).toMatchObject({ state: 'COMPLETED', recipients: { told: 0, total: 1 } });
  stand.clock.set(new Date(machineTime().getTime() + 61_000));
  await stand.app.jobs.start();
  await until(async () => (await status()).addendum !== null);
  expect(claimsOf((await status()).addendum).recipients).toMatchObject({ told: 1, of: 1 });
  expect(acme.heard).toHaveLength(2);
  const [first, second] = acme.heard;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(second?.text).toBe(first?.text);
  expect(acme.heard.every((heard) => acme.isSigned(heard))).toBe(true);
});
