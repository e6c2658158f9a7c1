import { ANAS, category, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
beforeEach(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
});
afterEach(() => stand.close());

const rowsOf = (connection: string) => rowsWith(stand.app.dataSource, rowIdOf(connection));

/** What a synced connection of a person who selected it leaves in the database. */
const HELD = {
  'graphile_worker._private_job_queues': 1,
  'keystore.data_key': 2,
  'public.account': 1,
  'public.analytics_day': 33,
  'public.analytics_sync': 1,
  'public.connection_line': 1,
  'public.instagram_connection': 1,
  'public.token_renewal': 1,
};
/** What proves that it was deleted. */
const RECORD = { 'public.deletion_outcome': 3, 'public.deletion_subject': 1 };

describe('disconnecting', () => {
  it('destroys the keys before any job runs', async () => {
    const { ana, connection } = pair;
    const answer = await ana.disconnect(connection);
    expect(answer.data.disconnectInstagram).toMatchObject({
      userErrors: [],
      deletionStatus: {
        confirmationCode: expect.stringMatching(/^[A-Z0-9]{26}$/),
        state: 'RECEIVED',
        source: 'DISCONNECT',
        requestedAt: stand.clock.now().toISOString(),
        keysRemovedAt: stand.clock.now().toISOString(),
        completedAt: null,
        receipt: null,
      },
    });
    const rows = await rowsOf(connection);
    expect(rows).not.toHaveProperty(['keystore.data_key']);
    expect(rows).not.toHaveProperty(['public.account']);
    const [row] = await stand.app.dataSource.query(
      'select token_sealed, token_expires_at from instagram_connection where id = $1',
      [rowIdOf(connection)],
    );
    expect(row).toEqual({ token_sealed: null, token_expires_at: null });
  });

  it('removes what the product says, keeps the account, and touches nothing of a neighbour', async () => {
    const { ana, connection } = pair;
    expect(await rowsOf(connection)).toEqual(HELD);
    const before = await pair.others();
    await ana.disconnect(connection);
    await stand.drain();
    expect(await pair.others()).toEqual(before);
    await stand.run('tidy');
    expect(await rowsOf(connection)).toEqual(RECORD);
    expect(await pair.others()).toEqual(before);
    const { viewer } = (await ana.execute('{ viewer { email timeZone selectedConnection { id } } }')).data;
    expect(viewer).toEqual({ email: 'ana@example.com', timeZone: 'Europe/Berlin', selectedConnection: null });
  });

  it('tells its owner the counts, and others with the code only what was removed', async () => {
    const { ana, bea, connection } = pair;
    const [{ analyticsSync }] = await ana.connections();
    await ana.disconnect(connection);
    await stand.drain();
    const [own, ...more] = await ana.deletionRequests();
    expect(more).toEqual([]);
    expect(own).toMatchObject({ state: 'COMPLETED', completedAt: stand.clock.now().toISOString() });
    expect(category(own, 'ACCESS_KEYS')).toEqual({ outcome: 'REMOVED', count: 1, reason: null });
    expect(category(own, 'INSTAGRAM_IDENTITY')).toEqual({ outcome: 'REMOVED', count: 1, reason: null });
    expect(category(own, 'ANALYTICS')).toEqual({
      ...{ outcome: 'REMOVED', count: analyticsSync.storedDays, reason: null },
    });
    expect(category(own, 'POSTS_AND_MEDIA').outcome).toBe('NOTHING_HELD');
    expect(category(own, 'DELETION_RECORD')).toMatchObject({
      ...{ outcome: 'KEPT', reason: expect.stringContaining('no Instagram id') },
    });

    const withoutCounts = own.categories.map((line: object) => ({ ...line, count: null }));
    const open = await stand.visitor().deletionStatus(own.confirmationCode);
    expect(open).toEqual({ ...own, categories: withoutCounts });
    expect(await bea.deletionRequests()).toEqual([]);
  });

  it('again, and ten times at once, is the same request', async () => {
    const { ana, connection } = pair;
    const codes = new Set<string>();
    const note = async () => {
      const { data } = await ana.disconnect(connection);
      codes.add(data.disconnectInstagram.deletionStatus.confirmationCode);
    };
    await Promise.all(Array.from({ length: 10 }, note));
    await stand.sandbox.sendCallback('deletion', { account: ANAS });
    await note();
    await stand.drain();
    await note();
    expect(codes.size).toBe(1);
    expect(
      await stand.app.dataSource.query(`select 1 from deletion_request where source = 'DISCONNECT'`),
    ).toHaveLength(1);
    expect(stand.sandbox.calls().filter((call) => call.route === 'revoke')).toHaveLength(1);
  });

  it('refuses a foreign or unknown id, and whoever is not signed in, and changes nothing', async () => {
    const { bea, connection } = pair;
    const before = await snapshot(stand.app.dataSource);
    for (const id of [
      connection,
      `conn_${'0'.repeat(32)}`,
      connection.slice(5),
      'conn_x',
      'acc_1',
      '',
      '%',
    ]) {
      const answer = await bea.disconnect(id);
      expect(answer.data).toBeNull();
      expect(answer.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
    const answer = await stand.visitor().disconnect(connection);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await stand.drain();
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
    expect(stand.sandbox.calls().filter((call) => call.method === 'DELETE')).toEqual([]);
  });

  it('finds a request of the callback when that cut the connection', async () => {
    const { ana, connection } = pair;
    const [sent] = await stand.sandbox.sendCallback('deletion', { account: ANAS });
    const { deletionStatus } = (await ana.disconnect(connection)).data.disconnectInstagram;
    expect(deletionStatus).toMatchObject({
      source: 'META_CALLBACK',
      confirmationCode: JSON.parse(sent?.body ?? '').confirmation_code,
    });
  });
});

describe('a cut connection', () => {
  it.each(['at once', 'and when it is erased'])('is in no read and takes no order, %s', async (when) => {
    const { ana, connection } = pair;
    const begun = await ana.startConnect(connection);
    await ana.disconnect(connection);
    if (when !== 'at once') await stand.drain();

    expect(await ana.connections()).toEqual([]);
    const reads = `query ($id: ID!) { node(id: $id) { id } viewer { selectedConnection { id } instagramConnection(id: $id) {
      username analytics(from: "2026-11-01", to: "2026-11-20", metrics: [REACH]) { syncedAt }
    } } }`;
    const read = await ana.execute(reads, { id: connection });
    expect(read.data).toEqual({
      node: null,
      viewer: { selectedConnection: null, instagramConnection: null },
    });
    expect(read.errors.map((error) => error.extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);

    expect(await ana.syncNow(connection)).toBe('NOT_FOUND');
    for (const order of ['connectInstagram', 'selectConnection']) {
      const answer = await ana.execute(
        `mutation ($id: ID!) { ${order}(input: { connectionId: $id }) { userErrors { message } } }`,
        { id: connection },
      );
      expect(answer.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
    // The reconnect that was under way finds nothing to renew, and stores nothing.
    const back = await stand.sandbox.consent(begun, { account: ANAS });
    expect((await ana.comeBack(back)).outcome).toBe('unknown');
    expect(await ana.connections()).toEqual([]);
  });

  it('is connected again as a new one, without its past', async () => {
    const { ana, connection } = pair;
    await ana.disconnect(connection);
    const again = await ana.connect(ANAS);
    expect(again.outcome).toBe('connected');
    expect(again.connectionId).not.toBe(connection);
    await stand.run('tidy');
    expect(await rowsOf(connection)).toEqual(RECORD);
    expect(await rowsOf(again.connectionId ?? '')).toMatchObject({
      'public.analytics_day': HELD['public.analytics_day'],
    });
  });
});
