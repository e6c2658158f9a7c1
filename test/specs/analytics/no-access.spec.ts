import { DAY_METRIC_NAMES, readAnalytics, readSeries, settled, shown } from '../../stand/analytics';
import type { Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

const NOW = new Date('2026-11-23T20:00:00.000Z');
const [FIRST, COMPLETE, TODAY] = ['2026-10-22', '2026-11-20', '2026-11-23'];
const NORD = 'studio_nord';

let stand: Stand;
let ana: Person;
beforeEach(async () => {
  stand = await Stand.open({ now: NOW });
  ana = await stand.givenAccount('ana@example.com');
});
afterEach(() => stand.close());

const theConnection = async () => (await ana.connections())[0];
const insightsCalls = () => stand.sandbox.calls().filter(({ route }) => route === 'insights');
const reasons = async (id: string, from: string, to: string) => {
  const { series } = await readAnalytics(ana, id, from, to);
  return Object.fromEntries(series.map(({ metric, missingReason }) => [metric, missingReason]));
};
/** Asks for a run a day later, which has one new day to fetch. */
async function syncTomorrow(id: string): Promise<void> {
  stand.clock.advance({ days: 1 });
  await ana.signIn();
  expect(await ana.syncNow(id)).toBeNull();
  await stand.drain();
}
const TOMORROW = '2026-11-24';

describe('without the permission to read analytics', () => {
  it('nothing is asked, and each series says so', async () => {
    const id = await ana.givenConnection(NORD, { untick: ['instagram_business_manage_insights'] });
    expect(insightsCalls()).toEqual([]);
    expect(await theConnection()).toMatchObject({
      status: 'LIMITED',
      missingPermissions: ['MANAGE_INSIGHTS'],
    });
    const read = await readAnalytics(ana, id, '2026-11-18', TODAY);
    expect(read).toMatchObject({ completeUntil: null, syncedAt: null });
    for (const series of read.series) {
      expect(series).toMatchObject({
        values: Array(6).fill(null),
        total: null,
        missingReason: 'PERMISSION_MISSING',
      });
    }
    expect(await ana.syncNow(id)).toBeNull();
    await stand.drain();
    expect(insightsCalls()).toEqual([]);
    expect((await theConnection()).analyticsSync).toMatchObject({ running: false, storedDays: 0 });
  });

  it('granted by a reconnect, everything is fetched', async () => {
    const id = await ana.givenConnection(NORD, { untick: ['instagram_business_manage_insights'] });
    await ana.connect(NORD, { connectionId: id });
    await stand.drain();
    expect(await readSeries(ana, id, 'VIEWS', FIRST, COMPLETE)).toMatchObject({
      ...{ values: settled(NORD, 'VIEWS', FIRST, COMPLETE), missingReason: null },
    });
  });

  it('taken back later, what is stored stays and what is open says why', async () => {
    const id = await ana.givenConnection(NORD);
    stand.sandbox.changeAccount(NORD, { permissions: ['instagram_business_basic'] });
    await syncTomorrow(id);
    expect(await readSeries(ana, id, 'VIEWS', TODAY, TOMORROW)).toMatchObject({
      values: [...shown(NORD, 'VIEWS', TODAY, TODAY, NOW), null],
      missingReason: 'PERMISSION_MISSING',
    });
    expect((await theConnection()).analyticsSync).toMatchObject({
      storedDays: 34,
      syncedAt: NOW.toISOString(),
    });
  });
});

describe('a dead token', () => {
  it.each([
    ['before the profile is answered', { route: 'profile' as const }],
    ['before any number is answered', { route: 'insights' as const }],
    ['in the middle of a run', { route: 'insights' as const, after: 3 }],
  ])('%s ends the run; what has no value says META_ERROR, the status stays', async (_name, where) => {
    const id = await ana.givenConnection(NORD);
    const before = await theConnection();
    const complete = await readAnalytics(ana, id, FIRST, COMPLETE, DAY_METRIC_NAMES);
    stand.sandbox.clearCalls();
    stand.sandbox.plantFault({ ...where, code: 190, subcode: 463, times: null });
    stand.clock.advance({ days: 1 });
    await ana.signIn();
    await ana.syncNow(id);
    await stand.drain();

    expect(stand.sandbox.calls().filter(({ status }) => status !== 200)).toHaveLength(1);
    expect(stand.sandbox.calls().at(-1)?.status).not.toBe(200);
    const after = await theConnection();
    expect(after).toMatchObject({ status: 'ACTIVE', tokenHealth: before.tokenHealth });
    expect(after.analyticsSync).toMatchObject({
      ...{ running: false, syncedAt: NOW.toISOString(), completeUntil: COMPLETE },
      failedAt: stand.clock.now().toISOString(),
    });
    expect(await readSeries(ana, id, 'SAVES', '2026-11-25', '2026-11-25')).toMatchObject({
      ...{ values: [null], missingReason: 'META_ERROR' },
    });
    const { completeUntil, series } = await readAnalytics(ana, id, FIRST, COMPLETE, DAY_METRIC_NAMES);
    expect({ completeUntil, series }).toEqual({ completeUntil: COMPLETE, series: complete.series });
  });

  it('at the first run leaves nothing stored, and no 0 in its place', async () => {
    stand.sandbox.plantFault({ route: 'insights', code: 190, times: null });
    const id = await ana.givenConnection(NORD);
    const { series, completeUntil } = await readAnalytics(ana, id, FIRST, '2026-11-22', DAY_METRIC_NAMES);
    expect(completeUntil).toBeNull();
    for (const { values, total } of series)
      expect({ values, total }).toEqual({ values: Array(32).fill(null), total: null });
    // The day of the connection itself has its followers from the profile, which was answered.
    expect(await reasons(id, FIRST, '2026-11-22')).toEqual({
      ...Object.fromEntries(DAY_METRIC_NAMES.map((metric) => [metric, 'META_ERROR'])),
      FOLLOWER_COUNT: 'BEFORE_CONNECTION',
    });
    expect((await readSeries(ana, id, 'FOLLOWER_COUNT', TODAY, TODAY)).total).toBeGreaterThan(4000);
    expect((await theConnection()).status).toBe('ACTIVE');
  });
});
