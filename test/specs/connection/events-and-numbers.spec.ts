import { connectWithComments } from '../../stand/events';
import { ANAS, BEAS, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let pair: Pair;

/** Two accounts that look alike, both with numbers and with ears for comments; half an hour later. */
beforeEach(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
  await connectWithComments(pair.ana, ANAS, { connectionId: pair.connection });
  await connectWithComments(pair.bea, BEAS, { connectionId: pair.neighbour });
  await stand.drain();
  stand.clock.advance({ minutes: 30 });
  stand.sandbox.clearCalls();
});
afterEach(() => stand.close());

/** The comments that are stored of the newest day. */
const newest = async (connection: string): Promise<{ day: string; comments: string }> => {
  const [row] = await stand.app.dataSource.query(
    'select day::text, comments from analytics_day where connection_id = $1 and comments is not null order by day desc',
    [rowIdOf(connection)],
  );
  return row;
};
const asked = (username: string) =>
  stand.sandbox.calls().filter(({ route, account }) => route === 'insights' && account === username);
const syncedAt = async (username: string): Promise<string> => {
  const person = username === ANAS ? pair.ana : pair.bea;
  return (await person.connections())[0].analyticsSync.syncedAt;
};
const commentIds = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    account: ANAS,
    commentId: String(18000000000000000n + BigInt(from + index)),
  }));

it('a comment brings the count of comments of that connection in a minute, and of no other', async () => {
  const told = await newest(pair.connection);
  const before = await syncedAt(BEAS);
  await stand.app.dataSource.query('update analytics_day set comments = 0 where day = $1', [told.day]);
  await stand.sandbox.sendEvents({ events: [{ account: ANAS }] });
  stand.clock.advance({ seconds: 59 });
  await stand.drain();
  expect(asked(ANAS)).toEqual([]);
  stand.clock.advance({ seconds: 1 });
  const due = stand.clock.now().toISOString();
  await stand.drain();
  expect(await syncedAt(ANAS)).toBe(due);
  expect(asked(ANAS).some(({ parameters }) => /\bcomments\b/.test(String(parameters.metric)))).toBe(true);
  expect(await newest(pair.connection)).toEqual(told);
  // The neighbour, whom nobody told of, waits for the hour.
  expect([asked(BEAS), await syncedAt(BEAS)]).toEqual([[], before]);
  expect(await newest(pair.neighbour)).toMatchObject({ day: told.day, comments: '0' });
});

it('a thousand events in a minute, in any order and twice each, make the calls of one run', async () => {
  await stand.sandbox.sendEvents({ events: [{ account: BEAS }] });
  stand.clock.advance({ minutes: 1 });
  await stand.drain();
  const ofOneRun = asked(BEAS).length;
  expect(ofOneRun).toBeGreaterThan(0);

  for (let batch = 9; batch >= 0; batch -= 1) {
    await stand.sandbox.sendEvents({ events: commentIds(batch * 100, 100).reverse(), times: 2 });
    stand.clock.advance({ seconds: 6 });
    await stand.drain();
  }
  const [{ count }] = await stand.app.dataSource.query(
    'select count(*)::int from instagram_event where connection_id = $1',
    [rowIdOf(pair.connection)],
  );
  expect(count).toBe(1000);
  expect(asked(ANAS)).toHaveLength(ofOneRun);
  expect(asked(BEAS)).toHaveLength(ofOneRun);
});

it('an hour of comments without an end makes four runs at most beside the hourly one', async () => {
  let runs = 0;
  let last = await syncedAt(ANAS);
  for (let minute = 0; minute < 60; minute += 1) {
    await stand.sandbox.sendEvents({ events: commentIds(minute * 3, 3) });
    stand.clock.advance({ minutes: 1 });
    if (minute === 30) await stand.run('find-analytics-syncs');
    else await stand.drain();
    const now = await syncedAt(ANAS);
    if (now !== last) runs += 1;
    last = now;
  }
  expect(runs).toBeGreaterThanOrEqual(3);
  // When in the hour the hourly one comes depends on the connection's id.
  expect(runs).toBeLessThanOrEqual(5);
});

it('events of a connection whose access has ended bring no call', async () => {
  stand.sandbox.endTokens(ANAS, 'expired');
  stand.clock.advance({ days: 61 });
  await stand.sandbox.sendEvents({ events: [{ account: ANAS }], unasked: true });
  stand.clock.advance({ minutes: 1 });
  await stand.drain();
  expect(asked(ANAS)).toEqual([]);
});
