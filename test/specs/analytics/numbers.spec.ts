import { expectedDay } from '../../meta/src/index.ts';
import {
  DAY_METRIC_NAMES,
  dates,
  followers,
  METRIC_NAMES,
  readAnalytics,
  settled,
  shown,
} from '../../stand/analytics';
import type { Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

/** Noon in Los Angeles, nine days after the clocks went back. */
const NOW = new Date('2026-11-10T20:00:00.000Z');
const TODAY = '2026-11-10';
/** The last day that ended 48 hours before; 2026-11-08 is over since 36 hours. */
const COMPLETE = '2026-11-07';
/** The first of thirty complete days. */
const FIRST = '2026-10-09';

const USERNAMES = ['studio_nord', 'cafe_lisboa', 'atelier_mare'];

let stand: Stand;
/** She holds a connection to each. */
let ana: Person;
const connections = new Map<string, string>();
beforeAll(async () => {
  stand = await Stand.open({ now: NOW });
  ana = await stand.givenAccount('ana@example.com');
  for (const username of USERNAMES) connections.set(username, await ana.givenConnection(username));
});
afterAll(() => stand.close());

const read = (username: string, from: string, to: string, metrics = METRIC_NAMES) =>
  readAnalytics(ana, connections.get(username) ?? '', from, to, metrics);

it.each(USERNAMES)('every number of @%s is the one that Instagram shows, on its day', async (username) => {
  const { series, ...about } = await read(username, FIRST, TODAY);
  expect(about).toEqual({
    ...{ from: FIRST, to: TODAY, completeUntil: COMPLETE, syncedAt: NOW.toISOString() },
  });
  expect(series.map(({ metric, values }) => [metric, values])).toEqual([
    ...DAY_METRIC_NAMES.map((metric) => [metric, shown(username, metric, FIRST, TODAY, NOW)]),
    ['FOLLOWER_COUNT', [...Array(32).fill(null), followers(username, NOW)]],
  ]);

  const complete = await read(username, FIRST, COMPLETE, DAY_METRIC_NAMES);
  expect(complete.series.map(({ metric, values }) => [metric, values])).toEqual(
    DAY_METRIC_NAMES.map((metric) => [metric, settled(username, metric, FIRST, COMPLETE)]),
  );
});

it('a day of which Instagram knows nothing has no number and no made-up reason', async () => {
  const { series } = await read('studio_nord', '2026-10-14', '2026-10-14', DAY_METRIC_NAMES);
  expect(series).toEqual(
    DAY_METRIC_NAMES.map((metric) => ({
      ...{ metric, values: [null], total: null, previousTotal: null, missingReason: null },
    })),
  );
});

it('one metric that is missing is null, and 0 is 0', async () => {
  const [replies] = (await read('studio_nord', FIRST, COMPLETE, ['REPLIES'])).series;
  const days = dates(FIRST, COMPLETE);
  const daysWith = (sought: number | null) => days.filter((_, index) => replies?.values[index] === sought);
  const expected = (sought: number | null) =>
    days.filter((day) => expectedDay('studio_nord', day).replies === sought);
  expect(expected(null).length).toBeGreaterThan(1);
  expect(expected(0).length).toBeGreaterThan(1);
  expect([daysWith(null), daysWith(0)]).toEqual([expected(null), expected(0)]);
});

it('what is not there yet, and what was before the connection, has that reason', async () => {
  const reasons = async (from: string, to: string) => {
    const { series } = await read('studio_nord', from, to);
    return [...new Set(series.map(({ missingReason }) => missingReason))];
  };
  expect(await reasons('2026-11-11', '2026-11-12')).toEqual(['NOT_YET_AVAILABLE']);
  expect(await reasons('2026-09-20', '2026-10-07')).toEqual(['BEFORE_CONNECTION']);
  const [count] = (await read('studio_nord', '2026-11-08', '2026-11-09', ['FOLLOWER_COUNT'])).series;
  expect(count).toMatchObject({ values: [null, null], total: null, missingReason: 'BEFORE_CONNECTION' });
});

it('series come in the order of the question', async () => {
  const { series } = await read('studio_nord', COMPLETE, COMPLETE, ['VIEWS', 'FOLLOWER_COUNT', 'REACH']);
  expect(series.map(({ metric }) => metric)).toEqual(['VIEWS', 'FOLLOWER_COUNT', 'REACH']);
});

it('the connections of one person do not mix', async () => {
  const answer = await ana.execute(`{ viewer { instagramConnections { username analytics(
    from: "${FIRST}", to: "${TODAY}", metrics: [VIEWS]
  ) { series { values } } } } }`);
  const found: { username: string }[] = answer.data.viewer.instagramConnections;
  expect(new Map(found.map((one) => [one.username, one]))).toEqual(
    new Map(
      USERNAMES.map((username) => {
        const series = [{ values: shown(username, 'VIEWS', FIRST, TODAY, NOW) }];
        return [username, { username, analytics: { series } }];
      }),
    ),
  );
});
