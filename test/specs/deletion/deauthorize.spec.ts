import { postSigned, unixSeconds } from '../../stand/callbacks';
import { ANAS, BEAS, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
let others: Record<string, string>;
beforeEach(async () => {
  stand = await Stand.open();
  stand.sandbox.vary({ exchangeIdentity: 'separate' });
  pair = await givenPair(stand);
  others = await pair.others();
});
afterEach(async () => {
  const after = await pair.others();
  await stand.close();
  expect(after).toEqual(others);
});

const anas = async () => (await pair.ana.connections())[0];
const rowsOf = (connection: string) => rowsWith(stand.app.dataSource, rowIdOf(connection));
const analytics = async () =>
  (
    await pair.ana.execute(
      `query ($id: ID!) { viewer { instagramConnection(id: $id) { analytics(
        from: "2026-10-25", to: "2026-11-23", metrics: [REACH, VIEWS, FOLLOWS, FOLLOWER_COUNT]
      ) { syncedAt completeUntil series { metric values total } } } } }`,
      { id: pair.connection },
    )
  ).data.viewer.instagramConnection.analytics;

/** Everything but the digests by which callbacks are recognised. */
async function allButDigests(): Promise<Record<string, string>> {
  const { 'public.deauthorization': _, ...rest } = await snapshot(stand.app.dataSource);
  return rest;
}

describe('the deauthorize callback', () => {
  it.each([
    ['the id of /me', { userId: 'app_scoped' }],
    ['the professional id', { userId: 'professional' }],
    ['the id of the code exchange', { userId: 'exchange' }],
    ['digits as a number', { userId: 'app_scoped', numericUserId: true }],
  ])('by %s removes the token and its key at once, and keeps the rest', async (_name, how) => {
    const [before, numbers, rows] = [await anas(), await analytics(), await rowsOf(pair.connection)];
    const [sent] = await stand.sandbox.sendCallback('deauthorize', { account: ANAS, ...how });
    expect(sent).toMatchObject({ status: 200, body: '' });
    const at = new Date(unixSeconds(stand.clock.now()) * 1000).toISOString();
    expect(await anas()).toEqual({
      ...before,
      status: 'DEAUTHORIZED',
      statusReason: 'REMOVED_AT_INSTAGRAM',
      statusSince: at,
      statusEvidence: { kind: 'CALLBACK', foundAt: at, code: null },
      paused: ['ANALYTICS', 'RENEWAL'].map((activity) => ({
        activity,
        reason: 'NO_ACCESS',
        resumesAt: null,
      })),
      deauthorizedAt: at,
      tokenHealth: null,
    });
    expect(await analytics()).toEqual(numbers);
    expect(await rowsOf(pair.connection)).toEqual({
      ...{ ...rows, 'keystore.data_key': 1, 'public.connection_warning': 1, 'public.notice': 1 },
    });
    const keys = await stand.app.dataSource.query(
      `select kind, token_sealed as token from keystore.data_key
       join instagram_connection on instagram_connection.id = subject_id where subject_id = $1`,
      [rowIdOf(pair.connection)],
    );
    expect(keys).toEqual([{ kind: 'profile', token: null }]);
  });

  it('ends every fetching: what is queued or asked for afterwards asks Meta nothing and writes nothing', async () => {
    await pair.ana.syncNow(pair.connection);
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    await stand.drain();
    const numbers = await analytics();
    stand.sandbox.clearCalls();
    expect(await pair.ana.syncNow(pair.connection)).toBe('ReconnectNeeded');
    const before = await allButDigests();
    stand.clock.advance({ hours: 1 });
    await stand.drain();
    expect(stand.sandbox.calls()).toEqual([]);
    expect(await allButDigests()).toEqual(before);
    expect(await analytics()).toEqual(numbers);
  });

  it('ends the hourly fetching, and that of nobody else', async () => {
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    stand.sandbox.clearCalls();
    await stand.run('find-analytics-syncs');
    stand.clock.advance({ hours: 1 });
    await stand.drain();
    expect(new Set(stand.sandbox.calls().map((call) => call.account))).toEqual(new Set([BEAS]));
    others = await pair.others();
  });

  it('again, and of what is removed already, answers 200 and changes nothing', async () => {
    const options = { account: ANAS, times: 3 };
    expect(await stand.sandbox.sendCallback('deauthorize', options)).toMatchObject(
      Array(3).fill({ status: 200 }),
    );
    await stand.drain();
    const before = await allButDigests();
    expect(await stand.app.dataSource.query('select 1 from deauthorization')).toHaveLength(1);

    stand.clock.advance({ hours: 3 });
    const [later] = await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    expect(later?.status).toBe(200);
    await stand.drain();
    expect(await allButDigests()).toEqual(before);
  });

  it('fifty times at once is one', async () => {
    const signed = stand.sandbox.sign({ account: ANAS });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => postSigned(stand, '/meta/deauthorize', signed)),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(await stand.app.dataSource.query('select 1 from deauthorization')).toHaveLength(1);
    expect((await anas()).status).toBe('DEAUTHORIZED');
  });

  it('about somebody whom we do not know answers 200 and changes nothing', async () => {
    const before = await allButDigests();
    for (const options of [
      { userId: 'unknown' },
      { account: 'atelier_mare' },
      { userId: '1' },
      { userId: '99999999999999999999' },
    ]) {
      const [sent] = await stand.sandbox.sendCallback('deauthorize', options);
      expect(sent).toMatchObject({ status: 200, body: '' });
    }
    await stand.drain();
    expect(await allButDigests()).toEqual(before);
  });

  it.each(['while it is erased', 'after it was erased'])(
    'about a disconnected one changes nothing, %s',
    async (when) => {
      await pair.ana.disconnect(pair.connection);
      await stand.app.settled();
      if (when === 'after it was erased') await stand.drain();
      const before = await allButDigests();
      const [sent] = await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
      expect(sent?.status).toBe(200);
      expect(await allButDigests()).toEqual(before);
      await stand.drain();
      expect(await pair.ana.deletionRequests()).toMatchObject([{ state: 'COMPLETED', source: 'DISCONNECT' }]);
    },
  );

  it('leaves alone what was granted to another app', async () => {
    const row = [rowIdOf(pair.connection)];
    await stand.app.dataSource.query(`update instagram_connection set app_id = '99' where id = $1`, row);
    const before = await allButDigests();
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    await stand.drain();
    expect(await allButDigests()).toEqual(before);
    expect(await anas()).toMatchObject({ status: 'RECONNECT_NEEDED', deauthorizedAt: null });
  });
});
