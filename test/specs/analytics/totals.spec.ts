import {
  DAY_METRIC_NAMES,
  dates,
  followers,
  METRIC_NAMES,
  readAnalytics,
  readSeries,
  settled,
  sum,
} from '../../stand/analytics';
import type { Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

const NOW = new Date('2026-11-10T20:00:00.000Z');
const TODAY = '2026-11-10';
const COMPLETE = '2026-11-07';
const FIRST = '2026-10-09';
const NORD = 'studio_nord';
const PEOPLE = ['REACH', 'ACCOUNTS_ENGAGED'];

let stand: Stand;
let ana: Person;
let connection: string;
beforeAll(async () => {
  stand = await Stand.open({ now: NOW });
  ana = await stand.givenAccount('ana@example.com');
  connection = await ana.givenConnection(NORD);
});
afterAll(() => stand.close());

it('is the sum of the days for what adds up, and is not there for people', async () => {
  // After Instagram's blank day, with every day of most metrics known.
  const [from, to] = ['2026-10-15', COMPLETE];
  const { series } = await readAnalytics(ana, connection, from, to, DAY_METRIC_NAMES);
  const expected = DAY_METRIC_NAMES.map((metric) => [
    metric,
    PEOPLE.includes(metric) ? null : sum(settled(NORD, metric, from, to)),
  ]);
  expect(series.map(({ metric, total }) => [metric, total])).toEqual(expected);
  expect(expected.filter(([, total]) => total !== null).length).toBeGreaterThanOrEqual(8);
});

it('covers the complete days alone, however far the range goes on', async () => {
  const expected = sum(settled(NORD, 'VIEWS', '2026-11-01', COMPLETE));
  for (const to of [COMPLETE, '2026-11-08', TODAY, '2026-12-24']) {
    expect((await readSeries(ana, connection, 'VIEWS', '2026-11-01', to)).total).toBe(expected);
  }
  expect((await readSeries(ana, connection, 'VIEWS', '2026-11-08', TODAY)).total).toBeNull();
});

it('is not known when one covered day is not', async () => {
  const total = async (from: string, to: string) =>
    (await readSeries(ana, connection, 'LIKES', from, to)).total;
  expect(await total('2026-10-13', '2026-10-15')).toBeNull();
  expect(await total('2026-10-15', '2026-10-17')).toBe(
    sum(settled(NORD, 'LIKES', '2026-10-15', '2026-10-17')),
  );
  // A day that lies before anything was collected is not known either.
  expect(await total('2026-10-07', '2026-10-12')).toBeNull();
});

it('is 0 where every covered day is 0', async () => {
  const quiet = dates(FIRST, COMPLETE).find((day) => settled(NORD, 'REPOSTS', day, day)[0] === 0) ?? '';
  const series = await readSeries(ana, connection, 'REPOSTS', quiet, quiet);
  expect(series).toMatchObject({ values: [0], total: 0, missingReason: null });
});

it('has nothing before it to be compared with, yet', async () => {
  const { series } = await readAnalytics(ana, connection, '2026-11-01', TODAY, METRIC_NAMES);
  expect(series.map(({ previousTotal }) => previousTotal)).toEqual(METRIC_NAMES.map(() => null));
});

// Moves the clock, so it comes last.
it('is the last known level for followers', async () => {
  const count = followers(NORD, NOW);
  expect((await readSeries(ana, connection, 'FOLLOWER_COUNT', FIRST, TODAY)).total).toBe(count);
  stand.clock.advance({ hours: 22 });
  await stand.run('find-analytics-syncs');
  stand.clock.advance({ hours: 1 });
  await stand.drain();
  const later = followers(NORD, stand.clock.now());
  expect(later).not.toBe(count);
  const [before, both, after] = [
    await readSeries(ana, connection, 'FOLLOWER_COUNT', FIRST, TODAY),
    await readSeries(ana, connection, 'FOLLOWER_COUNT', TODAY, '2026-11-11'),
    await readSeries(ana, connection, 'FOLLOWER_COUNT', TODAY, '2026-11-30'),
  ];
  expect(before.total).toBe(count);
  expect(both).toMatchObject({ values: [count, later], total: later, missingReason: null });
  expect(after).toMatchObject({ total: later, missingReason: 'NOT_YET_AVAILABLE' });
});
