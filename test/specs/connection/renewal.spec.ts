import { HeardNotices } from '../../stand/heard-notices';
import type { Person } from '../../stand/person';
import { rowIdOf } from '../../stand/snapshot';
import { A_MONDAY, Stand } from '../../stand/stand';

jest.setTimeout(60_000);

const DAY = 86_400_000;
let stand: Stand;
let notices: HeardNotices;
let ana: Person;
let connection: string;
beforeEach(async () => {
  notices = new HeardNotices();
  stand = await Stand.open({ overrides: { notices } });
  notices.clock = stand.clock;
  ana = await stand.givenAccount('ana@example.com');
});
afterEach(() => stand.close());

/** Connects without the first fetching of analytics, which is not what these are about. */
async function connected(): Promise<void> {
  const { connectionId } = await ana.connect('studio_nord');
  connection = connectionId ?? '';
  await stand.app.dataSource.query('delete from graphile_worker._private_jobs');
  stand.sandbox.clearCalls();
}
const refreshes = () => stand.sandbox.calls().filter(({ route }) => route === 'refresh');
const stored = async () => {
  const [row] = await stand.app.dataSource.query(
    `select *, (select count(*)::int from connection_check c where c.connection_id = i.id) as checks
     from instagram_connection i join token_renewal r on r.connection_id = i.id where i.id = $1`,
    [rowIdOf(connection)],
  );
  return row;
};
/** So many days pass, with the timetable's jobs on each, twice. */
async function daysPass(days: number, each: (day: number) => Promise<void> | void = () => {}): Promise<void> {
  for (let day = 1; day <= days; day += 1) {
    stand.clock.advance({ hours: 12 });
    await stand.run('find-due-renewals', 'warn-of-ending-access');
    stand.clock.advance({ hours: 12 });
    await stand.run('find-due-renewals', 'warn-of-ending-access');
    await each(day);
  }
}
const asSeen = async () => {
  await ana.signIn();
  return (await ana.connections())[0];
};

it('200 days long a connection never lapses, and nobody is bothered', async () => {
  await connected();
  let shortest = Number.POSITIVE_INFINITY;
  await daysPass(200, async () => {
    const { token_expires_at: ends } = await stored();
    shortest = Math.min(shortest, ends.getTime() - stand.clock.now().getTime());
  });
  // Renewed weekly: fresh for as long as a token lasts, less eight days.
  expect(shortest).toBeGreaterThan(51 * DAY);
  expect(refreshes().length).toBeGreaterThanOrEqual(25);
  expect(refreshes().length).toBeLessThanOrEqual(28);
  expect(new Set(refreshes().map(({ status }) => status))).toEqual(new Set([200]));
  expect(notices.heard).toEqual([]);
  const seen = await asSeen();
  expect(seen.status).toBe('ACTIVE');
  expect(Date.parse(seen.tokenHealth.lastRefreshedAt)).toBeGreaterThan(stand.clock.now().getTime() - 9 * DAY);
});

it('the fresh token works, whether Instagram answers another or the same', async () => {
  for (const refreshedToken of ['new', 'same'] as const) {
    stand.sandbox.vary({ refreshedToken });
    await connected();
    await daysPass(8);
    expect(refreshes()).toHaveLength(1);
    stand.clock.advance({ days: 55 });
    stand.sandbox.clearCalls();
    await ana.signIn();
    expect(await ana.syncNow(connection)).toBeNull();
    await stand.drain();
    expect(new Set(stand.sandbox.calls().map(({ status }) => status))).toEqual(new Set([200]));
  }
});

it('believes how long Instagram says that a token lasts', async () => {
  stand.sandbox.vary({ longLivedToken: 'ten_days' });
  await connected();
  expect((await stored()).token_expires_at).toEqual(new Date(A_MONDAY.getTime() + 10 * DAY));
  await daysPass(30, async () => {
    const { token_expires_at: ends, token_refreshed_at: refreshed } = await stored();
    if (refreshed !== null) expect(ends).toEqual(new Date(refreshed.getTime() + 10 * DAY));
    expect(ends.getTime()).toBeGreaterThan(stand.clock.now().getTime());
  });
  // Always within its last twenty days: as soon as it is a day old.
  expect(refreshes().length).toBeGreaterThanOrEqual(15);
  expect(notices.heard).toEqual([]);
  expect((await asSeen()).status).toBe('EXPIRING');
});

describe('when Meta refuses', () => {
  const refuse = (fault: object) => stand.sandbox.plantFault({ route: 'refresh', times: null, ...fault });

  it.each([
    ['with a code', { code: 100 }],
    ['by not answering', { drop: 'before' }],
  ])('%s, the warnings come on the right days, each once', async (_how, fault) => {
    await connected();
    refuse(fault);
    await daysPass(61);
    // The token lasts a minute less than sixty days, and each half day is looked at.
    expect(notices.since(A_MONDAY)).toEqual([
      ['ACCESS_ENDING', 14, 46],
      ['ACCESS_ENDING', 7, 53],
      ['ACCESS_ENDING', 3, 57],
      ['ACCESS_ENDING', 1, 59],
      ['RECONNECT_NEEDED', null, 60],
    ]);
    const ended = new Date(A_MONDAY.getTime() + 5_183_944_000);
    expect(new Set(notices.heard.map(({ aboutAt }) => aboutAt.getTime()))).toEqual(
      new Set([ended.getTime()]),
    );
    expect((await asSeen()).status).toBe('RECONNECT_NEEDED');
    expect(await stored()).toMatchObject({ due_at: null, gave_up_at: ended });
    // Once a day and a little more, never a storm.
    expect(refreshes().length).toBeLessThan(80);
    expect((await stored()).checks).toBe(refreshes().length);
  });

  it('for a while, a later try renews, and a later failure warns anew', async () => {
    await connected();
    refuse({ status: 503, code: 2 });
    await daysPass(54);
    stand.sandbox.clearFaults();
    await daysPass(2);
    expect(await stored()).toMatchObject({ attempts: 0, failed_at: null, failure: null });
    expect((await asSeen()).status).toBe('ACTIVE');
    expect(notices.heard.map(({ rung }) => rung)).toEqual([14, 7]);
    refuse({ code: 10 });
    await daysPass(50);
    expect(notices.heard.map(({ rung }) => rung)).toEqual([14, 7, 14]);
  });

  it('comes back late: only the most urgent warning is given', async () => {
    await connected();
    refuse({ code: 100 });
    stand.clock.advance({ days: 54 });
    await stand.run('find-due-renewals');
    await stand.run('warn-of-ending-access');
    expect(notices.heard.map(({ rung }) => rung)).toEqual([7]);
  });

  it('tries less and less often', async () => {
    await connected();
    refuse({ status: 503, code: 2 });
    stand.clock.set((await stored()).due_at);
    for (const minutes of [15, 30, 60, 120]) {
      await stand.run('find-due-renewals');
      const { due_at: dueAt, failure } = await stored();
      expect([dueAt.getTime() - stand.clock.now().getTime(), failure]).toEqual([
        minutes * 60_000,
        'temporary',
      ]);
      stand.clock.set(new Date(dueAt.getTime() - 1));
      const before = refreshes().length;
      await stand.run('find-due-renewals');
      expect(refreshes()).toHaveLength(before);
      stand.clock.set(dueAt);
    }
  });

  it('a server that was away renews first, and warns of nothing when that works', async () => {
    await connected();
    stand.clock.advance({ days: 50 });
    await stand.run('warn-of-ending-access', 'find-due-renewals', 'warn-of-ending-access');
    expect(notices.heard).toEqual([]);
    expect((await asSeen()).status).toBe('ACTIVE');
  });
});

it('a deletion that comes while Instagram thinks is answered at once, and nothing is stored after it', async () => {
  await connected();
  stand.clock.set((await stored()).due_at);
  stand.sandbox.plantFault({ route: 'refresh', delayMs: 1_500 });
  const renewal = stand.run('find-due-renewals');
  while (refreshes().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const began = performance.now();
  const [sent] = await stand.sandbox.sendCallback('deletion', { account: 'studio_nord' });
  expect(sent?.status).toBe(200);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(refreshes()[0]?.status).toBeNull();
  await renewal;
  expect(refreshes()[0]?.status).toBe(200);
  for (const table of ['instagram_connection', 'token_renewal', 'connection_check', 'keystore.data_key']) {
    const rows = await stand.app.dataSource.query(`select 1 from ${table} t where t::text like $1`, [
      `%${rowIdOf(connection)}%`,
    ]);
    expect([table, rows]).toEqual([table, []]);
  }
});
