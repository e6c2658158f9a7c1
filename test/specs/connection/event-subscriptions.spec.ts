import { buildApp } from '../../../server/src/app';
import { readConfig } from '../../../server/src/platform/config/read-config';
import { silentLog } from '../../../server/src/platform/log';
import { connectWithComments } from '../../stand/events';
import { ANAS, BEAS } from '../../stand/pair';
import { consent, type Person } from '../../stand/person';
import { rowIdOf, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

const FINDER = 'find-due-subscriptions';
const MARE = 'atelier_mare';
/** Nothing is collected for these: nothing here is about numbers. */
const WITHOUT_NUMBERS = { untick: ['instagram_business_manage_insights'] };

let stand: Stand;
let ana: Person;
let connection: string;
let neighbour: string;

/** Two accounts that look alike, each with a connection that is subscribed. */
beforeEach(async () => {
  stand = await Stand.open();
  ana = await stand.givenAccount('ana@example.com');
  const bea = await stand.givenAccount('bea@example.com');
  connection = await connectWithComments(ana, ANAS, WITHOUT_NUMBERS);
  neighbour = await connectWithComments(bea, BEAS, WITHOUT_NUMBERS);
  await stand.drain();
  stand.sandbox.clearCalls();
});
afterEach(() => stand.close());

const subscribed = (username: string) =>
  stand.sandbox.accounts().find((account) => account.username === username)?.grants[0]?.subscribedFields;
const asked = (username: string) =>
  stand.sandbox
    .calls()
    .filter(({ route, account }) => account === username && /subscribe$/.test(route))
    .map(({ route }) => route);
/** As if Instagram had never been asked for it, which is how connections from before the webhooks look. */
const forget = (id: string) =>
  stand.app.dataSource.query(
    'update instagram_connection set subscribed_generation = null, subscription_refused_at = null where id = $1',
    [rowIdOf(id)],
  );
const waiting = async (id: string): Promise<number | null> => {
  const [job] = await stand.app.dataSource.query('select run_at from graphile_worker.jobs where key = $1', [
    `subscribe-events:${rowIdOf(id)}`,
  ]);
  return job === undefined ? null : (job.run_at.getTime() - stand.clock.now().getTime()) / 1000;
};
/** The finder, and then the hour over which it spreads what it found. */
async function anHour(): Promise<void> {
  await stand.run(FINDER);
  stand.clock.advance({ hours: 1 });
  await stand.drain();
}

describe('webhooks that are switched on later', () => {
  it('reach the connections from before, each at its own moment, and no other', async () => {
    await (await stand.givenAccount()).givenConnection(MARE, WITHOUT_NUMBERS);
    await forget(connection);
    await forget(neighbour);
    await stand.run(FINDER);
    const turns = [await waiting(connection), await waiting(neighbour)];
    for (const turn of turns) expect(turn).toBeLessThanOrEqual(3000);
    expect(new Set(turns).size).toBe(2);
    // Found again, they are left at their moments.
    stand.clock.advance({ seconds: 1 });
    await stand.run(FINDER);
    expect(await waiting(connection)).toBe((turns[0] ?? 0) - 1);
    stand.clock.advance({ hours: 1 });
    await stand.drain();
    expect([asked(ANAS), asked(BEAS), asked(MARE)]).toEqual([['subscribe'], ['subscribe'], []]);
    stand.sandbox.clearCalls();
    await anHour();
    expect([asked(ANAS), asked(BEAS)]).toEqual([[], []]);
  });

  it('and off again: Instagram is asked to stop, and asked anew when they are back', async () => {
    const { META_WEBHOOK_VERIFY_TOKEN: _, ...env } = stand.env;
    const { config, secrets } = readConfig(env, env.DATA_DIR ?? '');
    const off = await buildApp(config, secrets, { log: silentLog, clock: stand.clock });
    await stand.app.dataSource.query('select graphile_worker.add_job($1, run_at => $2::timestamptz)', [
      FINDER,
      stand.clock.now().toISOString(),
    ]);
    await off.jobs.drain();
    stand.clock.advance({ hours: 1 });
    await off.jobs.drain();
    await off.close();
    expect([subscribed(ANAS), subscribed(BEAS)]).toEqual([[], []]);
    await anHour();
    expect([subscribed(ANAS), subscribed(BEAS)]).toEqual([['comments'], ['comments']]);
    expect(asked(ANAS)).toEqual(['unsubscribe', 'subscribe']);
  });
});

it('who turns comments off is unsubscribed, and stays connected', async () => {
  const address = await ana.startConnect(connection, false);
  await ana.comeBack(await consent(address, ANAS, WITHOUT_NUMBERS));
  await stand.drain();
  expect([asked(ANAS), asked(BEAS)]).toEqual([['unsubscribe'], []]);
  expect([subscribed(ANAS), subscribed(BEAS)]).toEqual([[], ['comments']]);
  expect(await ana.connections()).toMatchObject([{ status: 'LIMITED' }]);
  await anHour();
  expect(asked(ANAS)).toEqual(['unsubscribe']);
});

it('a limit is waited for like that of any call, and is no failure', async () => {
  await forget(connection);
  await forget(neighbour);
  const headers = {
    'x-business-use-case-usage': JSON.stringify({
      '1': [{ type: 'instagram', call_count: 100, estimated_time_to_regain_access: 90 }],
    }),
  };
  stand.sandbox.plantFault({ route: 'subscribe', account: ANAS, code: 80002, headers });
  await anHour();
  expect([asked(ANAS), asked(BEAS)]).toEqual([['subscribe'], ['subscribe']]);
  const [job] = await stand.app.dataSource.query(
    'select attempts, last_error from graphile_worker.jobs where key = $1',
    [`subscribe-events:${rowIdOf(connection)}`],
  );
  expect(job).toEqual({ attempts: 0, last_error: null });
  const pause = (await waiting(connection)) ?? 0;
  expect(pause).toBeGreaterThan(30 * 60);
  expect(await ana.connections()).toMatchObject([{ status: 'LIMITED' }]);
  // The whole line is left alone until then: whatever queues the job meanwhile asks nothing.
  await stand.app.dataSource.query(
    `select graphile_worker.add_job('subscribe-events', $1::json, run_at => $2::timestamptz)`,
    [JSON.stringify({ connectionId: rowIdOf(connection) }), stand.clock.now().toISOString()],
  );
  await stand.drain();
  expect(asked(ANAS)).toEqual(['subscribe']);
  stand.clock.advance({ seconds: pause });
  await stand.drain();
  expect(asked(ANAS)).toEqual(['subscribe', 'subscribe']);
  expect(subscribed(ANAS)).toEqual(['comments']);
});

it.each([
  ['ended access', { status: 400, code: 190, subcode: 463 }],
  ['a removed app', { status: 400, code: 190, subcode: 458 }],
  ['a missing permission', { status: 403, code: 10 }],
  ['an app that is not live', { status: 400, code: 200 }],
  ['an unknown object', { status: 400, code: 100, subcode: 33 }],
])('a refusal that speaks of %s changes no state, and is tried again a day later', async (_what, fault) => {
  await forget(connection);
  stand.sandbox.plantFault({ route: 'subscribe', account: ANAS, ...fault });
  const before = await snapshot(stand.app.dataSource, [rowIdOf(connection)]);
  const [status] = await ana.connections();
  await anHour();
  expect(asked(ANAS)).toEqual(['subscribe']);
  expect(await stand.app.dataSource.query('select * from connection_health')).toEqual([]);
  expect((await ana.connections())[0].status).toEqual(status.status);
  expect(await snapshot(stand.app.dataSource, [rowIdOf(connection)])).toEqual(before);
  await anHour();
  expect(asked(ANAS)).toEqual(['subscribe']);
  stand.clock.advance({ hours: 23 });
  await anHour();
  expect(asked(ANAS)).toEqual(['subscribe', 'subscribe']);
});

it('one that waits for a connection that is disconnected meanwhile asks nothing', async () => {
  await forget(connection);
  await stand.run(FINDER);
  await ana.disconnect(connection);
  await stand.drain();
  stand.sandbox.clearCalls();
  stand.clock.advance({ hours: 1 });
  await stand.drain();
  expect(asked(ANAS)).toEqual([]);
  expect(subscribed(BEAS)).toEqual(['comments']);
});
