import { followers, readAnalytics, readSeries, settled, shown, sum } from '../../stand/analytics';
import type { Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

let stand: Stand;
let ana: Person;
afterEach(() => stand.close());

async function givenConnectionAt(now: string): Promise<string> {
  stand = await Stand.open({ now: new Date(now) });
  ana = await stand.givenAccount('ana@example.com');
  return ana.givenConnection('studio_nord');
}

const completeUntil = async (connection: string) =>
  (await readAnalytics(ana, connection, '2026-11-01', '2026-11-30', ['VIEWS'])).completeUntil;

describe('the last complete day', () => {
  it.each([
    // An ordinary day ends at 08:00 UTC in winter.
    ['2026-11-23T08:00:00.000Z', '2026-11-20'],
    // The day before the clocks go back ends at 07:00 UTC, and the day of 25 hours at 08:00 UTC.
    ['2026-11-03T07:00:00.000Z', '2026-10-31'],
    ['2026-11-04T08:00:00.000Z', '2026-11-01'],
    // The day of 23 hours ends at 07:00 UTC.
    ['2027-03-17T07:00:00.000Z', '2027-03-14'],
  ])('changes to the second, 48 hours after the day ended: %s', async (instant, day) => {
    const at = Date.parse(instant);
    const connection = await givenConnectionAt(new Date(at - 1000).toISOString());
    const yesterday = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(await completeUntil(connection)).toBe(yesterday);

    stand.clock.advance({ seconds: 1 });
    // Only what was fetched is complete: time alone changes nothing.
    expect(await completeUntil(connection)).toBe(yesterday);
    await ana.syncNow(connection);
    await stand.drain();
    expect(await completeUntil(connection)).toBe(day);
    expect(await readSeries(ana, connection, 'VIEWS', day, day)).toMatchObject({
      values: settled('studio_nord', 'VIEWS', day, day),
    });
  });

  it('is told on the connection as well, with when numbers were last fetched', async () => {
    await givenConnectionAt('2026-11-23T20:00:00.000Z');
    const [{ analyticsSync }] = await ana.connections();
    expect(analyticsSync).toEqual({
      ...{ running: false, syncedAt: '2026-11-23T20:00:00.000Z', completeUntil: '2026-11-20' },
      ...{ storedDays: 33, failedAt: null, nextManualSyncAt: null },
    });
  });
});

it('numbers that Instagram revises are fetched until the day is complete, and stand after that', async () => {
  const day = '2026-11-21';
  const connection = await givenConnectionAt('2026-11-22T20:00:00.000Z');
  const views = () => readSeries(ana, connection, 'VIEWS', day, day);
  const seen: unknown[] = [];
  for (const hours of [0, 24, 24, 24]) {
    stand.clock.advance({ hours });
    await ana.signIn();
    await ana.syncNow(connection);
    await stand.drain();
    const { values, total } = await views();
    expect(values).toEqual(shown('studio_nord', 'VIEWS', day, day, stand.clock.now()));
    seen.push([values[0], total]);
  }
  const last = sum(settled('studio_nord', 'VIEWS', day, day));
  expect(new Set(seen.map((pair) => JSON.stringify(pair))).size).toBe(3);
  expect(seen.at(-3)).toEqual([expect.any(Number), null]);
  expect(seen.slice(-2)).toEqual([
    [last, last],
    [last, last],
  ]);
  // The days' levels of followers stay as they were read.
  const { values } = await readSeries(ana, connection, 'FOLLOWER_COUNT', '2026-11-22', '2026-11-25');
  const noon = (date: string) => new Date(`${date}T20:00:00.000Z`);
  expect(values).toEqual(
    ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((date) =>
      followers('studio_nord', noon(date)),
    ),
  );
});
