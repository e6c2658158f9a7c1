import { sampled } from '../../stand/full';
import { ANAS, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let pair: Pair;
beforeAll(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
});
afterAll(() => stand.close());
/** Each row begins with a connection that is well, and with a neighbour who has just been answered. */
beforeEach(async () => {
  stand.sandbox.clearFaults();
  stand.clock.advance({ hours: 2 });
  await pair.ana.signIn();
  await pair.bea.signIn();
  await pair.ana.connect(ANAS);
  await stand.drain();
  expect(await anas()).toMatchObject({ status: 'ACTIVE', statusReason: null });
});

const anas = async () => (await pair.ana.connections())[0];
const beas = async () => (await pair.bea.connections())[0];

/** In how many minutes the fetching of analytics is repeated by itself; null when only its turn or a person does. */
async function repeatsIn(): Promise<number | null> {
  const [job] = await stand.app.dataSource.query('select run_at from graphile_worker.jobs where key = $1', [
    `sync-analytics:${rowIdOf(pair.connection)}`,
  ]);
  return job === undefined ? null : (job.run_at.getTime() - stand.clock.now().getTime()) / 60_000;
}

/** Analytics are asked for and refused, and then whatever checks follow within an hour. */
async function anHourOfIt(): Promise<number | null> {
  stand.clock.advance({ minutes: 6 });
  expect(await pair.ana.syncNow(pair.connection)).toBeNull();
  await stand.drain();
  const repeats = await repeatsIn();
  // One refusal, however serious it sounds, has changed nothing.
  expect(await anas()).toMatchObject({ status: 'ACTIVE', statusReason: null });
  await stand.app.dataSource.query("delete from graphile_worker._private_jobs where key like 'sync-%'");
  for (let minutes = 0; minutes < 60; minutes += 5) {
    stand.clock.advance({ minutes: 5 });
    await stand.drain();
  }
  return repeats;
}

/** Code, subcode; the state an hour later, why, and how soon the call is repeated by itself. */
type Row = [
  number,
  number | undefined,
  status: string,
  reason: string | null,
  repeatsInMinutes: number | null,
];

/** Meta's error codes on every call for one connection, while another is answered. */
const ROWS: Row[] = [
  [1, undefined, 'ACTIVE', null, 1],
  [2, undefined, 'ACTIVE', null, 1],
  [-1, 2207001, 'ACTIVE', null, 1],
  [-2, 2207003, 'ACTIVE', null, 1],
  [3, undefined, 'ACTIVE', null, null],
  [4, undefined, 'ACTIVE', null, 30],
  [4, 2207051, 'ACTIVE', null, null],
  [9, 2207042, 'ACTIVE', null, 30],
  [17, undefined, 'ACTIVE', null, 30],
  [24, 2207006, 'ACTIVE', null, null],
  [25, 2207050, 'ACTIVE', null, null],
  [32, undefined, 'ACTIVE', null, 30],
  [100, undefined, 'ACTIVE', null, null],
  [100, 33, 'ACTIVE', null, null],
  [100, 2108006, 'ACTIVE', null, null],
  [102, undefined, 'RECONNECT_NEEDED', 'ACCESS_INVALIDATED', null],
  [190, undefined, 'RECONNECT_NEEDED', 'ACCESS_INVALIDATED', null],
  [190, 458, 'DEAUTHORIZED', 'REMOVED_AT_INSTAGRAM', null],
  [190, 459, 'RECONNECT_NEEDED', 'CHECKPOINT', null],
  [190, 460, 'RECONNECT_NEEDED', 'PASSWORD_CHANGED', null],
  [190, 463, 'RECONNECT_NEEDED', 'ACCESS_EXPIRED', null],
  [190, 464, 'RECONNECT_NEEDED', 'ACCOUNT_UNCONFIRMED', null],
  [190, 467, 'RECONNECT_NEEDED', 'ACCESS_INVALIDATED', null],
  [190, 492, 'RECONNECT_NEEDED', 'ACCESS_INVALIDATED', null],
  [341, undefined, 'ACTIVE', null, 30],
  [352, 2207026, 'ACTIVE', null, null],
  [368, undefined, 'ACTIVE', null, 30],
  [506, undefined, 'ACTIVE', null, null],
  [613, 1996, 'ACTIVE', null, 30],
  [9004, 2207052, 'ACTIVE', null, null],
  [9007, 2207027, 'ACTIVE', null, null],
  [36000, undefined, 'ACTIVE', null, null],
  [36001, undefined, 'ACTIVE', null, null],
  [36002, undefined, 'ACTIVE', null, null],
  [36003, 2207009, 'ACTIVE', null, null],
  [36004, undefined, 'ACTIVE', null, null],
  [80002, undefined, 'ACTIVE', null, 30],
];

/** All with `test:full`; what moves a state, and what looks most like it, always. */
const ALWAYS = ROWS.filter(([code, subcode]) => code === 190 && (subcode === 458 || subcode === 460));
const OTHERS = ROWS.filter((row) => !ALWAYS.includes(row));

it.each([...ALWAYS, ...sampled(OTHERS, 8)])(
  '%p/%p on every call: %s, because of %p, repeated in %p minutes',
  async (code, subcode, status, reason, repeats) => {
    const neighbour = await beas();
    const fault = subcode === undefined ? { code } : { code, subcode };
    stand.sandbox.plantFault({ account: ANAS, times: null, ...fault });
    expect(await anHourOfIt()).toBe(repeats);
    const seen = await anas();
    expect(seen).toMatchObject({ status, statusReason: reason });
    const changed = status !== 'ACTIVE';
    expect(seen.statusEvidence).toMatchObject(
      changed
        ? {
            kind: 'CHECK',
            code: subcode === undefined ? `${code}` : `${code}/${subcode}`,
            foundAt: seen.statusSince,
          }
        : { kind: 'GRANT', code: null },
    );
    expect(seen.paused.map(({ activity }: { activity: string }) => activity)).toEqual(
      changed ? ['ANALYTICS', 'RENEWAL'] : [],
    );
    expect({ ...(await beas()), checkedAt: null }).toEqual({ ...neighbour, checkedAt: null });
  },
);

it.each([
  [10, 'LIMITED', 'ANALYTICS_WITHDRAWN', ['MANAGE_INSIGHTS']],
  [200, 'LIMITED', 'ANALYTICS_WITHDRAWN', ['MANAGE_INSIGHTS']],
  [299, 'LIMITED', 'ANALYTICS_WITHDRAWN', ['MANAGE_INSIGHTS']],
])('%p on analytics alone: %s, and what is missing can be granted', async (code, status, reason, missing) => {
  stand.sandbox.plantFault({ account: ANAS, route: 'insights', times: null, code });
  expect(await anHourOfIt()).toBeNull();
  expect(await anas()).toMatchObject({
    ...{ status, statusReason: reason, missingPermissions: missing },
    statusEvidence: { kind: 'CHECK', code: `${code}` },
    paused: [{ activity: 'ANALYTICS', reason: 'PERMISSION_MISSING', resumesAt: null }],
  });
});

it('10 on every call: the basic permission is gone, and with it the access', async () => {
  stand.sandbox.plantFault({ account: ANAS, times: null, code: 10 });
  await anHourOfIt();
  expect(await anas()).toMatchObject({ status: 'RECONNECT_NEEDED', statusReason: 'PERMISSION_WITHDRAWN' });
});

it('10 with the subcode of messages says nothing of a permission', async () => {
  stand.sandbox.plantFault({ account: ANAS, times: null, code: 10, subcode: 2534022 });
  await anHourOfIt();
  expect(await anas()).toMatchObject({ status: 'ACTIVE', statusReason: null });
});

it('100/33 counts when it stays so for a day, while others are answered', async () => {
  stand.sandbox.plantFault({ account: ANAS, times: null, code: 100, subcode: 33 });
  await anHourOfIt();
  for (let hours = 0; hours < 22; hours += 1) {
    stand.clock.advance({ hours: 1 });
    await stand.drain();
  }
  await pair.ana.signIn();
  expect(await anas()).toMatchObject({ status: 'ACTIVE' });
  stand.clock.advance({ hours: 8 });
  await stand.drain();
  expect(await anas()).toMatchObject({ status: 'RECONNECT_NEEDED', statusReason: 'ACCOUNT_NOT_FOUND' });
});

it('a wrong metric moves nothing, and not even a check is made', async () => {
  const before = await pair.ana.checks(pair.connection, 50);
  stand.sandbox.plantFault({ account: ANAS, route: 'insights', metric: 'views', times: null, code: 100 });
  await anHourOfIt();
  expect(await pair.ana.checks(pair.connection, 50)).toEqual(before);
  expect(await anas()).toMatchObject({ status: 'ACTIVE', statusReason: null });
});
