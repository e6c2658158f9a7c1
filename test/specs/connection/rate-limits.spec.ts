import { sampled } from '../../stand/full';
import type { Person } from '../../stand/person';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

/** As Meta documents them; the time is minutes. */
const business = (percent: number, regain = 0) => ({
  'x-business-use-case-usage': JSON.stringify({
    '17841402963158471': [
      {
        type: 'instagram',
        call_count: percent,
        total_cputime: 20,
        total_time: 20,
        estimated_time_to_regain_access: regain,
      },
    ],
  }),
});
const [NORD, LISBOA, MARE] = ['studio_nord', 'cafe_lisboa', 'atelier_mare'];

let stand: Stand;
let ana: Person;
let nord: string;
beforeEach(async () => {
  stand = await Stand.open();
  ana = await stand.givenAccount('ana@example.com');
});
afterEach(() => stand.close());

const callsFor = (account: string) => stand.sandbox.calls().filter((call) => call.account === account);
const connectionOf = async (username: string) =>
  (await ana.connections()).find((connection) => connection.username === username);

/** Connects accounts, and then lets their first fetchings of analytics run. */
async function connected(...accounts: string[]): Promise<void> {
  for (const account of accounts) await ana.connect(account);
  stand.sandbox.clearCalls();
  await stand.drain();
  nord = (await connectionOf(NORD ?? '')).id;
}

const NEARLY: [name: string, headers: Record<string, string>, handful: number, minutes: number][] = [
  ['by the account’s header', business(95), 12, 30],
  ['by the app’s', { 'x-app-usage': '{"call_count":28,"total_time":91,"total_cputime":25}' }, 12, 30],
  ['by names that nobody documents', { 'x-app-usage': '{"call_volume":80,"cpu_time":3}' }, 25, 15],
  ['by the larger of both', { ...business(76), 'x-app-usage': '{"call_count":99}' }, 12, 30],
];

describe('before a limit is reached', () => {
  it.each(sampled(NEARLY, 2))(
    'calls go slower, %s, and get there all the same',
    async (_name, headers, handful, minutes) => {
      stand.sandbox.plantFault({ account: NORD, times: null, headers });
      await connected(NORD);
      let runs = 1;
      for (; (await connectionOf(NORD)).analyticsSync.syncedAt === null; runs += 1) {
        expect(callsFor(NORD)).toHaveLength(handful);
        expect(await connectionOf(NORD)).toMatchObject({
          status: 'ACTIVE',
          analyticsSync: { failedAt: null, running: true },
        });
        stand.sandbox.clearCalls();
        stand.clock.advance({ minutes, seconds: -1 });
        await stand.drain();
        expect(callsFor(NORD)).toEqual([]);
        stand.clock.advance({ seconds: 1 });
        await stand.drain();
        await ana.signIn();
      }
      expect(runs).toBeGreaterThan(2);
      expect((await connectionOf(NORD)).analyticsSync.storedDays).toBeGreaterThanOrEqual(33);
    },
  );

  it.each([[business(74)], [{ 'x-app-usage': '{"call_count":28,"total_time":25,"total_cputime":25}' }]])(
    'calls go on freely: %j',
    async (headers) => {
      stand.sandbox.plantFault({ account: NORD, times: null, headers });
      await connected(NORD);
      expect((await connectionOf(NORD)).analyticsSync).toMatchObject({ storedDays: 33, failedAt: null });
      expect((await connectionOf(NORD)).paused).toEqual([]);
    },
  );
});

describe('when a limit is reached', () => {
  it('nothing is asked before the time that Instagram names, and nothing has failed', async () => {
    stand.sandbox.plantFault({
      route: 'insights',
      account: NORD,
      after: 5,
      code: 80002,
      headers: business(100, 19),
    });
    await connected(NORD, LISBOA);
    const resumesAt = new Date(stand.clock.now().getTime() + 19 * 60_000).toISOString();
    expect(await connectionOf(NORD)).toMatchObject({
      status: 'ACTIVE',
      paused: [{ activity: 'ANALYTICS', reason: 'RATE_LIMITED', resumesAt }, { activity: 'RENEWAL' }],
      analyticsSync: { failedAt: null, running: true },
    });
    // The busy one has delayed no other.
    expect(await connectionOf(LISBOA)).toMatchObject({ paused: [], analyticsSync: { storedDays: 33 } });
    stand.sandbox.clearCalls();
    stand.clock.advance({ minutes: 19, seconds: -1 });
    await stand.run('find-analytics-syncs');
    expect(callsFor(NORD)).toEqual([]);
    stand.clock.advance({ seconds: 1 });
    await stand.drain();
    expect(await connectionOf(NORD)).toMatchObject({ paused: [], analyticsSync: { storedDays: 33 } });
  });

  it('asking by hand waits as well, and a check is made', async () => {
    stand.sandbox.plantFault({ route: 'insights', account: NORD, code: 17 });
    await connected(NORD);
    stand.sandbox.clearCalls();
    stand.clock.advance({ minutes: 6 });
    expect(await ana.syncNow(nord)).toBeNull();
    await stand.drain();
    expect(callsFor(NORD)).toEqual([]);
    await ana.checkNow(nord);
    await stand.drain();
    expect(callsFor(NORD)).toMatchObject([{ route: 'profile', status: 200 }]);
  });

  it('of the whole app, named to two, all wait; named to one, only that one', async () => {
    stand.sandbox.plantFault({ route: 'insights', account: NORD, code: 4, times: null });
    await connected(NORD, LISBOA);
    expect(await connectionOf(LISBOA)).toMatchObject({ analyticsSync: { storedDays: 33 } });
    stand.sandbox.plantFault({ route: 'insights', account: LISBOA, code: 4, times: null });
    stand.clock.advance({ minutes: 6 });
    await ana.syncNow((await connectionOf(LISBOA)).id);
    await stand.drain();
    stand.sandbox.clearCalls();
    await ana.connect(MARE ?? '');
    await stand.drain();
    expect(stand.sandbox.calls().filter(({ route }) => route === 'insights')).toEqual([]);
    stand.sandbox.clearFaults();
    stand.clock.advance({ minutes: 30 });
    await stand.drain();
    expect(await connectionOf(MARE ?? '')).toMatchObject({ analyticsSync: { storedDays: 33 } });
  });
});

describe('a renewal', () => {
  const renewal = async () =>
    (
      await stand.app.dataSource.query('select * from token_renewal where connection_id = $1', [
        rowIdOf(nord),
      ])
    )[0];

  it('that meets a limit is made later, and has not failed', async () => {
    await connected(NORD);
    stand.clock.set((await renewal()).due_at);
    stand.sandbox.plantFault({ route: 'refresh', code: 4, headers: business(100, 45) });
    await stand.run('find-due-renewals');
    expect(await renewal()).toMatchObject({
      ...{ attempts: 0, failed_at: null, lease_id: null },
      due_at: new Date(stand.clock.now().getTime() + 45 * 60_000),
    });
    stand.clock.set((await renewal()).due_at);
    await stand.run('find-due-renewals');
    await ana.signIn();
    expect((await connectionOf(NORD)).tokenHealth.lastRefreshedAt).toBe(stand.clock.now().toISOString());
  });

  it('waits while a limit is left alone, unless access ends soon', async () => {
    await connected(NORD);
    const until = (days: number) => new Date(stand.clock.now().getTime() + days * 86_400_000);
    stand.clock.advance({ days: 8 });
    await stand.app.dataSource.query('update connection_line set paused_until = $1', [until(1)]);
    stand.sandbox.clearCalls();
    await stand.run('find-due-renewals');
    expect(stand.sandbox.calls()).toEqual([]);
    expect(await renewal()).toMatchObject({ due_at: until(1), attempts: 0 });
    stand.clock.advance({ days: 49 });
    await stand.app.dataSource.query('update connection_line set paused_until = $1', [until(1)]);
    await stand.run('find-due-renewals');
    expect(stand.sandbox.calls()).toMatchObject([{ route: 'refresh', status: 200 }]);
  });
});
