import { readSeries, shown } from '../../stand/analytics';
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
});
afterEach(() => stand.close());

const ask = (person: Person, connectionId: string) =>
  person.execute(
    `mutation ($input: SyncAnalyticsInput!) { syncAnalytics(input: $input) {
       connection { id analyticsSync { running nextManualSyncAt } }
       userErrors { __typename message path ... on SyncTooSoon { retryAt } }
     } }`,
    { input: { connectionId } },
  );
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000).toISOString();
const insightsCalls = () => stand.sandbox.calls().filter(({ route }) => route === 'insights');

it('refreshes what has changed since', async () => {
  stand.clock.advance({ hours: 2 });
  expect((await ask(ana, connection)).data.syncAnalytics).toEqual({
    connection: {
      id: connection,
      analyticsSync: { running: true, nextManualSyncAt: later(2 * 3600 + 300) },
    },
    userErrors: [],
  });
  await stand.drain();
  const { values } = await readSeries(ana, connection, 'VIEWS', TODAY, TODAY);
  expect(values).toEqual(shown(NORD, 'VIEWS', TODAY, TODAY, stand.clock.now()));
  expect(values).not.toEqual(shown(NORD, 'VIEWS', TODAY, TODAY, NOW));
  const [{ analyticsSync }] = await ana.connections();
  expect(analyticsSync).toMatchObject({ running: false, syncedAt: later(2 * 3600) });
});

it('is accepted once in five minutes, says from when on, and works again from then', async () => {
  expect(await ana.syncNow(connection)).toBeNull();
  await stand.drain();
  stand.sandbox.clearCalls();
  stand.clock.advance({ seconds: 299 });
  const { syncAnalytics } = (await ask(ana, connection)).data;
  expect(syncAnalytics.userErrors).toEqual([
    { __typename: 'SyncTooSoon', message: expect.any(String), path: null, retryAt: later(300) },
  ]);
  expect(syncAnalytics.connection).toEqual({
    ...{ id: connection, analyticsSync: { running: false, nextManualSyncAt: later(300) } },
  });
  await stand.drain();
  expect(stand.sandbox.calls()).toEqual([]);

  stand.clock.advance({ seconds: 1 });
  expect(await ana.syncNow(connection)).toBeNull();
  await stand.drain();
  expect(insightsCalls().length).toBeGreaterThan(0);
});

it('asked for many times at once, runs once', async () => {
  stand.sandbox.clearCalls();
  const answers = await Promise.all(Array.from({ length: 6 }, () => ana.syncNow(connection)));
  expect(answers.filter((refusal) => refusal === null)).toHaveLength(1);
  expect(answers.filter((refusal) => refusal === 'SyncTooSoon')).toHaveLength(5);
  await stand.drain();
  expect(stand.sandbox.calls().filter(({ route }) => route === 'profile')).toHaveLength(1);
});

it('is limited for each connection alone', async () => {
  const other = await ana.givenConnection('cafe_lisboa');
  expect(await ana.syncNow(connection)).toBeNull();
  expect(await ana.syncNow(other)).toBeNull();
});

it.each([
  [
    'removed at Instagram',
    async () => void (await stand.sandbox.sendCallback('deauthorize', { account: NORD })),
  ],
  [
    'whose access has ended',
    async () => {
      stand.clock.advance({ days: 61 });
      await ana.signIn();
    },
  ],
])('a connection %s needs a reconnect: nothing is asked', async (_name, end) => {
  await end();
  stand.sandbox.clearCalls();
  const { syncAnalytics } = (await ask(ana, connection)).data;
  expect(syncAnalytics).toEqual({
    connection: { id: connection, analyticsSync: { running: false, nextManualSyncAt: null } },
    userErrors: [{ __typename: 'ReconnectNeeded', message: expect.any(String), path: null }],
  });
  await stand.drain();
  expect(stand.sandbox.calls()).toEqual([]);
});

it("is refused for somebody else's connection, an unknown and a gone one, and without a sign-in", async () => {
  const mallory = await stand.givenAccount('mallory@example.com');
  stand.sandbox.clearCalls();
  const foreign = await ask(mallory, connection);
  const unknown = await ask(mallory, `conn_${'0'.repeat(32)}`);
  const malformed = await ask(mallory, 'conn_x');
  for (const answer of [foreign, unknown, malformed]) {
    expect(answer.data?.syncAnalytics ?? null).toBeNull();
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    expect(answer.errors[0]?.message).toBe(unknown.errors[0]?.message);
  }
  const nobody = await ask(stand.visitor(), connection);
  expect(nobody.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  await stand.drain();
  expect(stand.sandbox.calls()).toEqual([]);
  expect(await ana.syncNow(connection)).toBeNull();

  await ana.disconnect(connection);
  expect(await ana.syncNow(connection)).toBe('NOT_FOUND');
});
