import {
  DAY_METRIC_NAMES,
  type DayMetricName,
  readAnalytics,
  readSeries,
  settled,
  shown,
} from '../../stand/analytics';
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

const sync = async () => (await ana.connections())[0].analyticsSync;
const insightsCalls = () => stand.sandbox.calls().filter(({ route }) => route === 'insights');

/** The complete days: these metrics lack every number for this reason, and all others have theirs. */
async function expectOnlyMissing(id: string, lacking: readonly DayMetricName[], reason: string) {
  const { series } = await readAnalytics(ana, id, FIRST, COMPLETE, DAY_METRIC_NAMES);
  expect(series.map(({ metric, values, missingReason }) => ({ metric, values, missingReason }))).toEqual(
    DAY_METRIC_NAMES.map((metric) =>
      lacking.includes(metric)
        ? { metric, values: Array(30).fill(null), missingReason: reason }
        : { metric, values: settled(NORD, metric, FIRST, COMPLETE), missingReason: null },
    ),
  );
}

describe('one metric that Instagram does not answer leaves the others', () => {
  it.each<[string, string, DayMetricName[], object, string]>([
    ['is unknown to it', 'reposts', ['REPOSTS'], { code: 100 }, 'UNSUPPORTED'],
    ['fails without a word', 'views', ['VIEWS'], { status: 500, code: 1 }, 'META_ERROR'],
    ['is the series', 'reach', ['REACH'], { status: 500, code: 1 }, 'META_ERROR'],
    [
      'has a call of its own',
      'follows_and_unfollows',
      ['FOLLOWS', 'UNFOLLOWS'],
      { code: 100 },
      'UNSUPPORTED',
    ],
  ])('that %s: %s', async (_why, metric, lacking, fault, reason) => {
    stand.sandbox.plantFault({ route: 'insights', metric, times: null, ...fault });
    const id = await ana.givenConnection(NORD);
    expect(await sync()).toMatchObject({
      syncedAt: NOW.toISOString(),
      completeUntil: COMPLETE,
      failedAt: null,
    });
    await expectOnlyMissing(id, lacking, reason);
  });

  it('and what failed is asked again after six hours, for that metric alone', async () => {
    const fault = { route: 'insights', metric: 'views', status: 500, code: 1, times: null } as const;
    stand.sandbox.plantFault(fault);
    const id = await ana.givenConnection(NORD);
    stand.sandbox.clearFaults();
    stand.clock.advance({ hours: 6 });
    stand.sandbox.clearCalls();
    await ana.syncNow(id);
    await stand.drain();
    expect(await readSeries(ana, id, 'VIEWS', FIRST, COMPLETE)).toMatchObject({
      ...{ values: settled(NORD, 'VIEWS', FIRST, COMPLETE), missingReason: null },
    });
    const again = insightsCalls().filter(({ parameters }) => parameters.metric === 'views');
    expect(again).toHaveLength(30);
  });
});

describe('an account with fewer than 100 followers', () => {
  it('has no follows and unfollows, and is told why', async () => {
    stand.sandbox.changeAccount(NORD, { followers: 99 });
    const id = await ana.givenConnection(NORD);
    await expectOnlyMissing(id, ['FOLLOWS', 'UNFOLLOWS'], 'TOO_FEW_FOLLOWERS');
    expect((await readSeries(ana, id, 'FOLLOWER_COUNT', TODAY, TODAY)).values).toEqual([99]);
  });

  it('has them from the hundredth on', async () => {
    stand.sandbox.changeAccount(NORD, { followers: 100 });
    const id = await ana.givenConnection(NORD);
    await expectOnlyMissing(id, [], '');
  });
});

it('a profile without a count of followers is not a count of 0', async () => {
  stand.sandbox.vary({ profileCounts: 'absent' });
  const id = await ana.givenConnection(NORD);
  expect(await readSeries(ana, id, 'FOLLOWER_COUNT', TODAY, TODAY)).toMatchObject({
    ...{ values: [null], total: null, missingReason: 'NOT_YET_AVAILABLE' },
  });
  await expectOnlyMissing(id, [], '');
});

describe('trouble of Instagram', () => {
  it.each<[string, object, number]>([
    ['a page instead of an answer', { status: 503, html: '<h1>Sorry</h1>' }, 1],
    ['a dropped connection', { drop: 'before' }, 1],
  ])(
    '%s in the middle of the first run: what came stays, and the rest follows by itself',
    async (_name, fault, minutes) => {
      stand.sandbox.plantFault({ route: 'insights', after: 12, times: null, ...fault });
      const id = await ana.givenConnection(NORD);
      const stopped = await sync();
      expect(stopped).toMatchObject({ syncedAt: null, completeUntil: null, failedAt: NOW.toISOString() });
      expect(stopped.storedDays).toBe(33);
      expect(await readSeries(ana, id, 'VIEWS', '2026-10-25', '2026-10-26')).toMatchObject({
        ...{ values: [null, null], total: null, missingReason: 'META_ERROR' },
      });
      expect(await readSeries(ana, id, 'VIEWS', TODAY, TODAY)).toMatchObject({
        values: shown(NORD, 'VIEWS', TODAY, TODAY, NOW),
      });
      expect((await ana.connections())[0].status).toBe('ACTIVE');

      // Not a call before its time.
      stand.sandbox.clearFaults();
      stand.sandbox.clearCalls();
      stand.clock.advance({ seconds: minutes * 60 - 1 });
      await stand.drain();
      expect(stand.sandbox.calls()).toEqual([]);
      stand.clock.advance({ seconds: 1 });
      await stand.drain();
      expect(await sync()).toMatchObject({ completeUntil: COMPLETE, failedAt: null, storedDays: 33 });
      await expectOnlyMissing(id, [], '');
    },
  );
});

it('a rate limit in the middle of the first run is waited for, and is no failure', async () => {
  stand.sandbox.plantFault({ route: 'insights', after: 12, times: null, code: 4 });
  const id = await ana.givenConnection(NORD);
  expect(await sync()).toMatchObject({ running: true, syncedAt: null, failedAt: null, storedDays: 33 });
  expect(await readSeries(ana, id, 'VIEWS', '2026-10-25', '2026-10-26')).toMatchObject({
    ...{ values: [null, null], total: null, missingReason: 'NOT_YET_AVAILABLE' },
  });
  expect((await ana.connections())[0]).toMatchObject({
    status: 'ACTIVE',
    paused: [
      { activity: 'ANALYTICS', reason: 'RATE_LIMITED', resumesAt: '2026-11-23T20:30:00.000Z' },
      { activity: 'RENEWAL', reason: 'RATE_LIMITED', resumesAt: '2026-11-23T20:30:00.000Z' },
    ],
  });
  stand.sandbox.clearFaults();
  stand.sandbox.clearCalls();
  stand.clock.advance({ minutes: 30, seconds: -1 });
  await stand.drain();
  expect(stand.sandbox.calls()).toEqual([]);
  stand.clock.advance({ seconds: 1 });
  await stand.drain();
  expect(await sync()).toMatchObject({ completeUntil: COMPLETE, failedAt: null, storedDays: 33 });
  await expectOnlyMissing(id, [], '');
});
