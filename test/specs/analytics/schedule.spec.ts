import { followers, readAnalytics, readSeries, settled, shown } from '../../stand/analytics';
import type { Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

const NOW = new Date('2026-11-23T20:00:00.000Z');
const TODAY = '2026-11-23';
const NORD = 'studio_nord';

let stand: Stand;
let ana: Person;
let connection: string;
beforeEach(async () => {
  stand = await Stand.open({ now: NOW });
  ana = await stand.givenAccount('ana@example.com');
  connection = await ana.givenConnection(NORD);
  stand.sandbox.clearCalls();
});
afterEach(() => stand.close());

/** What the timetable starts at the full hour, and then the hour itself. */
async function anHourPasses(): Promise<void> {
  await stand.run('find-analytics-syncs');
  stand.clock.advance({ hours: 1 });
  await stand.drain();
}

/** The Los Angeles dates of which totals were asked. */
function daysAsked(): string[] {
  const days = stand.sandbox
    .calls()
    .filter(({ parameters }) => parameters.metric_type === 'total_value')
    .map(({ parameters }) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(
        Number(parameters.since) * 1000,
      ),
    );
  return [...new Set(days)].sort();
}

it('refreshes the newest days every hour, and asks for nothing that is settled', async () => {
  await anHourPasses();
  expect(daysAsked()).toEqual(['2026-11-21', '2026-11-22', TODAY]);
  const [{ analyticsSync }] = await ana.connections();
  expect(analyticsSync).toMatchObject({ running: false, syncedAt: stand.clock.now().toISOString() });
  const { values } = await readSeries(ana, connection, 'VIEWS', '2026-11-21', TODAY);
  expect(values).toEqual(shown(NORD, 'VIEWS', '2026-11-21', TODAY, stand.clock.now()));
  expect(values).not.toEqual(shown(NORD, 'VIEWS', '2026-11-21', TODAY, NOW));
});

it('runs each connection within the hour, and once, however often the timetable starts it', async () => {
  await ana.givenConnection('cafe_lisboa');
  await ana.givenConnection('atelier_mare');
  stand.sandbox.clearCalls();
  await stand.run('find-analytics-syncs');
  await stand.run('find-analytics-syncs');
  for (const minutes of [15, 15, 15, 15]) {
    stand.clock.advance({ minutes });
    await stand.drain();
  }
  const runs = stand.sandbox.calls().filter(({ route }) => route === 'profile');
  expect(runs.map(({ account }) => account).sort()).toEqual(['atelier_mare', 'cafe_lisboa', NORD]);
});

it('goes on from day to day: new days come, old ones reach their last word, followers are read daily', async () => {
  for (const _day of [1, 2, 3, 4]) {
    stand.clock.advance({ hours: 23 });
    await anHourPasses();
  }
  await ana.signIn();
  const { series, completeUntil } = await readAnalytics(ana, connection, '2026-11-20', '2026-11-27', [
    'VIEWS',
    'REACH',
    'FOLLOWER_COUNT',
  ]);
  expect(completeUntil).toBe('2026-11-24');
  const noon = (date: string) => followers(NORD, new Date(`${date}T20:00:00.000Z`));
  expect(series.map(({ values }) => values)).toEqual([
    shown(NORD, 'VIEWS', '2026-11-20', '2026-11-27', stand.clock.now()),
    shown(NORD, 'REACH', '2026-11-20', '2026-11-27', stand.clock.now()),
    [null, null, null, ...['23', '24', '25', '26', '27'].map((day) => noon(`2026-11-${day}`))],
  ]);
  const complete = await readSeries(ana, connection, 'VIEWS', '2026-11-21', '2026-11-24');
  expect(complete.values).toEqual(settled(NORD, 'VIEWS', '2026-11-21', '2026-11-24'));
});

it('catches up after the server was away for days', async () => {
  stand.clock.advance({ days: 6 });
  await anHourPasses();
  expect(daysAsked()[0]).toBe('2026-11-21');
  expect(daysAsked()).toHaveLength(9);
  await ana.signIn();
  expect((await readSeries(ana, connection, 'LIKES', '2026-10-22', '2026-11-26')).values).toEqual(
    settled(NORD, 'LIKES', '2026-10-22', '2026-11-26'),
  );
});

it('asks nothing for a connection that was removed at Instagram or disconnected', async () => {
  const other = await ana.givenConnection('cafe_lisboa');
  await ana.givenConnection('atelier_mare');
  await stand.sandbox.sendCallback('deauthorize', { account: NORD });
  await ana.disconnect(other);
  await stand.drain();
  stand.sandbox.clearCalls();
  await anHourPasses();
  const asked = new Set(stand.sandbox.calls().map(({ account }) => account));
  expect(asked).toEqual(new Set(['atelier_mare']));
});

it('writes nothing for a connection that was cut while its run was waited for', async () => {
  await stand.run('find-analytics-syncs');
  stand.sandbox.clearCalls();
  await ana.disconnect(connection);
  await stand.drain();
  stand.sandbox.clearCalls();
  stand.clock.advance({ hours: 1 });
  await stand.drain();
  expect(stand.sandbox.calls()).toEqual([]);
  expect(await stand.app.dataSource.query('select connection_id from analytics_day')).toEqual([]);
});

it('one connection outlives the end of another of the same person', async () => {
  const other = await ana.givenConnection('cafe_lisboa');
  await ana.disconnect(connection);
  await stand.drain();
  stand.clock.advance({ hours: 22 });
  await anHourPasses();
  const { values } = await readSeries(ana, other, 'VIEWS', '2026-10-22', '2026-11-24');
  expect(values).toEqual(shown('cafe_lisboa', 'VIEWS', '2026-10-22', '2026-11-24', stand.clock.now()));
});
