import { sampled } from '../../stand/full';
import { HeardNotices } from '../../stand/heard-notices';
import type { Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

const ALL = ['studio_nord', 'cafe_lisboa', 'atelier_mare'];

let stand: Stand;
let ana: Person;
let notices: HeardNotices;
beforeEach(async () => {
  notices = new HeardNotices();
  stand = await Stand.open({ overrides: { notices } });
  notices.clock = stand.clock;
  ana = await stand.givenAccount('ana@example.com');
});
afterEach(() => stand.close());

/** Connects accounts without their first fetching of analytics. */
async function connected(accounts: readonly string[]): Promise<void> {
  for (const account of accounts) await ana.connect(account);
  await stand.app.dataSource.query('delete from graphile_worker._private_jobs');
  stand.sandbox.clearCalls();
}
const trouble = async () =>
  (await stand.visitor().execute('{ instagramTrouble { since nextTryAt } }')).data.instagramTrouble;
const statuses = async () => {
  await ana.signIn();
  return (await ana.connections()).map(({ status }) => status);
};
/** So much time passes, with the timetable's jobs each minute or so. */
async function minutesPass(minutes: number, step = 2): Promise<void> {
  for (let passed = 0; passed < minutes; passed += step) {
    stand.clock.advance({ minutes: step });
    await stand.run('watch-instagram');
  }
}

const OUTAGES: [name: string, fault: object][] = [
  ['100/33', { code: 100, subcode: 33 }],
  ['190/460', { code: 190, subcode: 460 }],
  ['190/458', { code: 190, subcode: 458 }],
  ['10', { code: 10 }],
  ['a page with 503', { status: 503, html: '<h1>Sorry</h1>' }],
];

it.each([...OUTAGES.slice(0, 1), ...sampled(OUTAGES.slice(1), 1)])(
  '%s to all connections for two days moves none, asks nobody to act, and is over when it is over',
  async (_name, fault) => {
    await connected(ALL);
    stand.sandbox.plantFault({ times: null, ...fault });
    await stand.run('find-analytics-syncs');
    await minutesPass(90);
    expect(await statuses()).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
    expect(await trouble()).toMatchObject({ since: expect.any(String) });
    for (let hours = 0; hours < 46; hours += 2) {
      stand.clock.advance({ hours: 2 });
      await stand.run(
        'find-analytics-syncs',
        'find-due-renewals',
        'find-due-checks',
        'warn-of-ending-access',
      );
    }
    expect(await statuses()).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
    expect(notices.heard).toEqual([]);

    stand.sandbox.clearFaults();
    await stand.run('watch-instagram');
    expect(await trouble()).toBeNull();
    await minutesPass(70, 10);
    await stand.run('find-analytics-syncs');
    await minutesPass(60, 10);
    expect(await statuses()).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
    for (const { analyticsSync, paused } of await ana.connections())
      expect({ analyticsSync, paused }).toMatchObject({
        analyticsSync: { failedAt: null, storedDays: 33 },
        paused: [],
      });
  },
);

describe('trouble', () => {
  beforeEach(async () => {
    await connected(ALL);
    stand.sandbox.plantFault({ status: 503, code: 2, times: null });
    for (const { id } of await ana.connections()) await ana.syncNow(id);
    await stand.drain();
  });

  it('is told since when, and what it pauses', async () => {
    const since = stand.clock.now();
    expect(await trouble()).toEqual({
      since: since.toISOString(),
      nextTryAt: new Date(since.getTime() + 120_000).toISOString(),
    });
    for (const { status, paused } of await ana.connections())
      expect({ status, paused }).toMatchObject({
        status: 'ACTIVE',
        paused: [
          { activity: 'ANALYTICS', reason: 'INSTAGRAM_TROUBLE' },
          { activity: 'RENEWAL', reason: 'INSTAGRAM_TROUBLE' },
        ],
      });
  });

  it('pauses what nobody waits for: only a few are tried, every two minutes, by one process', async () => {
    stand.sandbox.clearCalls();
    stand.clock.advance({ minutes: 1 });
    await stand.run('watch-instagram', 'find-analytics-syncs');
    expect(stand.sandbox.calls()).toEqual([]);
    stand.clock.advance({ minutes: 1 });
    await stand.run('watch-instagram', 'watch-instagram');
    expect(stand.sandbox.calls().map(({ route }) => route)).toEqual(['profile', 'profile', 'profile']);
    stand.clock.advance({ hours: 1 });
    stand.sandbox.clearCalls();
    await stand.drain();
    // A fetching that waited looks, and waits on.
    expect(stand.sandbox.calls()).toEqual([]);
  });

  it('a person’s own check is made all the same', async () => {
    stand.sandbox.clearCalls();
    const [connection] = await ana.connections();
    await ana.checkNow(connection.id);
    await stand.drain();
    expect(stand.sandbox.calls()).toHaveLength(1);
    expect(await ana.checks(connection.id)).toMatchObject([{ outcome: 'TROUBLE' }]);
  });

  it('holds warnings back, and gives them when it is over and renewing still fails', async () => {
    const ends = new Date(stand.clock.now().getTime() + 5 * 86_400_000);
    await stand.app.dataSource.query('update instagram_connection set token_expires_at = $1', [ends]);
    await stand.app.dataSource.query('update token_renewal set attempts = 3');
    await stand.run('warn-of-ending-access');
    expect(notices.heard).toEqual([]);
    stand.sandbox.clearFaults();
    stand.clock.advance({ minutes: 2 });
    await stand.run('watch-instagram');
    await stand.run('warn-of-ending-access');
    expect(notices.heard.map(({ rung }) => rung)).toEqual([7, 7, 7]);
  });
});

it('of few connections is recognised when it is Instagram’s own and lasts five minutes', async () => {
  await connected(ALL.slice(0, 1));
  stand.sandbox.plantFault({ status: 503, code: 2, times: null });
  const [connection] = await ana.connections();
  await ana.syncNow(connection.id);
  await stand.drain();
  expect(await trouble()).toBeNull();
  await minutesPass(8, 1);
  expect(await trouble()).not.toBeNull();
  expect(await statuses()).toEqual(['ACTIVE']);
});

it('one connection that dies among three is no trouble of Instagram’s', async () => {
  await connected(ALL);
  stand.sandbox.endTokens('studio_nord', 'password_changed');
  for (const { id } of await ana.connections()) await ana.syncNow(id);
  await stand.drain();
  await minutesPass(4);
  expect(await trouble()).toBeNull();
  expect((await statuses()).sort()).toEqual(['ACTIVE', 'ACTIVE', 'RECONNECT_NEEDED']);
});

it('a refresh that fails for all is no trouble of Instagram’s: everything else goes on', async () => {
  await connected(ALL);
  stand.sandbox.plantFault({ route: 'refresh', status: 503, code: 2, times: null });
  stand.clock.advance({ days: 8 });
  for (let quarters = 0; quarters < 4; quarters += 1) {
    await stand.run('find-due-renewals', 'watch-instagram');
    stand.clock.advance({ minutes: 15 });
  }
  expect(stand.sandbox.calls().filter(({ route }) => route === 'refresh').length).toBeGreaterThan(3);
  expect(await trouble()).toBeNull();
});
