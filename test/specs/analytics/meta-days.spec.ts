import { type Analytics, DAY_METRIC_NAMES, dates, readAnalytics, shown } from '../../stand/analytics';
import { Stand } from '../../stand/stand';

/** The widest window that Instagram answers, in seconds. */
const WIDEST = 2_592_000;

let stand: Stand;
afterEach(() => stand.close());

/** The windows of the calls for a daily series or for totals, in seconds since 1970. */
function windows(type: 'time_series' | 'total_value'): { since: number; until: number }[] {
  return stand.sandbox
    .calls()
    .filter(({ route, parameters }) => route === 'insights' && parameters.metric_type === type)
    .map(({ parameters }) => ({ since: Number(parameters.since), until: Number(parameters.until) }));
}

const seconds = (instant: string) => Date.parse(instant) / 1000;

describe.each([
  {
    change: 'the clocks go back (a day of 25 hours)',
    now: '2026-11-10T20:00:00.000Z',
    ...{ first: '2026-10-09', today: '2026-11-10', day: '2026-11-01', hours: 25 },
    ...{ begins: '2026-10-09T07:00:00Z', ends: '2026-11-11T08:00:00Z' },
  },
  {
    change: 'the clocks go forward (a day of 23 hours)',
    now: '2027-03-25T20:00:00.000Z',
    ...{ first: '2027-02-21', today: '2027-03-25', day: '2027-03-14', hours: 23 },
    ...{ begins: '2027-02-21T08:00:00Z', ends: '2027-03-26T07:00:00Z' },
  },
  {
    change: 'thirty days end with a day of 25 hours',
    now: '2026-11-04T20:00:00.000Z',
    ...{ first: '2026-10-03', today: '2026-11-04', day: '2026-11-01', hours: 25 },
    ...{ begins: '2026-10-03T07:00:00Z', ends: '2026-11-05T08:00:00Z' },
  },
])('when $change', ({ now, first, today, day, hours, begins, ends }) => {
  it('no window is too wide, none overlaps, and each number lands on its day', async () => {
    stand = await Stand.open({ now: new Date(now) });
    const ana = await stand.givenAccount();
    const connection = await ana.givenConnection('studio_nord');

    const calls = stand.sandbox.calls().filter(({ route }) => route === 'insights');
    expect(new Set(calls.map(({ status }) => status))).toEqual(new Set([200]));
    const series = windows('time_series');
    expect(series.length).toBeGreaterThan(1);
    expect([series[0]?.since, series.at(-1)?.until]).toEqual([seconds(begins), seconds(ends)]);
    for (const [index, { since, until }] of series.entries()) {
      expect(until - since).toBeLessThanOrEqual(WIDEST);
      if (index > 0) expect(since).toBe(series[index - 1]?.until);
    }

    // One day each, up to its last second, since the end is inclusive; the day of the change is shorter or longer.
    const days = windows('total_value');
    const lengths = new Set(days.map(({ since, until }) => (until + 1 - since) / 3600));
    expect(lengths).toEqual(new Set([24, hours]));
    const ofChange = days.filter(({ since, until }) => (until + 1 - since) / 3600 === hours);
    expect(new Set(ofChange.map(({ since }) => new Date(since * 1000).toISOString().slice(0, 10)))).toEqual(
      new Set([day]),
    );
    expect(new Set(days.map(({ since }) => since)).size).toBe(33);

    const { series: read } = await readAnalytics(ana, connection, first, today, DAY_METRIC_NAMES);
    expect(dates(first, today)).toHaveLength(33);
    expect(read.map(({ metric, values }) => [metric, values])).toEqual(
      DAY_METRIC_NAMES.map((metric) => [
        metric,
        shown('studio_nord', metric, first, today, stand.clock.now()),
      ]),
    );
  });
});

it("days are Instagram's, wherever the person lives", async () => {
  // In Auckland it is already the next day, in Honolulu the day is as old as in Los Angeles.
  stand = await Stand.open({ now: new Date('2026-11-10T20:00:00.000Z') });
  const read: Analytics[] = [];
  for (const timeZone of ['Pacific/Auckland', 'Europe/Lisbon', 'Pacific/Honolulu']) {
    const person = stand.visitor();
    const { account } = await person.signUp({ email: `${timeZone.replace('/', '.')}@example.com`, timeZone });
    expect(account.timeZone).toBe(timeZone);
    const connection = await person.givenConnection('cafe_lisboa');
    read.push(await readAnalytics(person, connection, '2026-10-09', '2026-11-11'));
    await person.disconnect(connection);
    await stand.drain();
  }
  const [auckland, lisbon, honolulu] = read;
  expect(auckland?.series[1]?.values).toEqual(
    shown('cafe_lisboa', 'VIEWS', '2026-10-09', '2026-11-11', stand.clock.now()),
  );
  expect(lisbon).toEqual(auckland);
  expect(honolulu).toEqual(auckland);
});
