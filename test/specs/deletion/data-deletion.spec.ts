import { postSigned, requestDeletion } from '../../stand/callbacks';
import { ANAS, category, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
beforeEach(async () => {
  stand = await Stand.open();
  stand.sandbox.vary({ exchangeIdentity: 'separate' });
  pair = await givenPair(stand);
});
afterEach(() => stand.close());

const rowsOf = (connection: string) => rowsWith(stand.app.dataSource, rowIdOf(connection));
const RECORD = { 'public.deletion_outcome': 3, 'public.deletion_subject': 1 };

describe('the data-deletion callback', () => {
  it('answers with a code of letters and digits, and an address that tells how far it is', async () => {
    const answer = await postSigned(stand, '/meta/data-deletion', stand.sandbox.sign({ account: ANAS }));
    expect(answer).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
    const { url, confirmation_code: code, ...more } = JSON.parse(answer.body);
    expect(more).toEqual({});
    expect(code).toMatch(/^[A-Z0-9]{26}$/);
    expect(url).toBe(`${stand.url}/deletion-status/${code}`);
    const page = await stand.visitor().fetch(new URL(url).pathname);
    expect(page.status).toBe(200);
    const text = (await page.text()).replaceAll('</span><span>', '');
    expect(text).toContain(code);
    expect(text).not.toMatch(/studio_nord|Studio Nord|ana@example/);
  });

  it.each([
    ['the id of /me', { userId: 'app_scoped' }],
    ['the professional id', { userId: 'professional' }],
    ['the id of the code exchange', { userId: 'exchange' }],
    ['digits as a number', { userId: 'exchange', numericUserId: true }],
  ])('by %s erases the connection, and nothing of a neighbour', async (_name, how) => {
    const before = await pair.others();
    const [{ analyticsSync }] = await pair.ana.connections();
    const code = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS, ...how }));
    expect(await pair.ana.connections()).toEqual([]);
    expect(await rowsOf(pair.connection)).not.toHaveProperty(['keystore.data_key']);
    expect(await stand.visitor().deletionStatus(code)).toMatchObject({
      ...{ state: 'RECEIVED', source: 'META_CALLBACK', keysRemovedAt: stand.clock.now().toISOString() },
    });

    await stand.drain();
    expect(await pair.others()).toEqual(before);
    await stand.run('tidy');
    expect(await rowsOf(pair.connection)).toEqual(RECORD);
    const [own] = await pair.ana.deletionRequests();
    expect(own).toMatchObject({ confirmationCode: code, state: 'COMPLETED', accessWithdrawal: 'NOT_ASKED' });
    expect(category(own, 'ACCESS_KEYS')).toMatchObject({ outcome: 'REMOVED', count: 1 });
    expect(category(own, 'INSTAGRAM_IDENTITY')).toMatchObject({ outcome: 'REMOVED', count: 1 });
    expect(category(own, 'ANALYTICS')).toMatchObject({ outcome: 'REMOVED', count: analyticsSync.storedDays });
    expect(await pair.bea.deletionRequests()).toEqual([]);
    const viewer = '{ viewer { email selectedConnection { id } } }';
    expect((await pair.ana.execute(viewer)).data.viewer).toEqual({
      ...{ email: 'ana@example.com', selectedConnection: null },
    });
  });

  it('answers somebody whom we do not know in the same way, with nothing held', async () => {
    const before = await snapshot(stand.app.dataSource);
    const known = await postSigned(stand, '/meta/data-deletion', stand.sandbox.sign({ account: ANAS }));
    const stranger = { account: 'atelier_mare', userId: 'professional' };
    const unknown = await postSigned(stand, '/meta/data-deletion', stand.sandbox.sign(stranger));
    expect({ ...unknown, body: shapeOf(unknown.body) }).toEqual({ ...known, body: shapeOf(known.body) });

    const code = JSON.parse(unknown.body).confirmation_code;
    expect(await stand.visitor().deletionStatus(code)).toMatchObject({ state: 'RECEIVED' });
    await stand.drain();
    const status = await stand.visitor().deletionStatus(code);
    expect(status).toMatchObject({ state: 'COMPLETED', keysRemovedAt: null, accessWithdrawal: 'NOT_ASKED' });
    for (const name of ['ACCESS_KEYS', 'INSTAGRAM_IDENTITY', 'ANALYTICS'] as const) {
      expect(category(status, name)).toEqual({ outcome: 'NOTHING_HELD', count: null, reason: null });
    }
    expect(await pair.bea.connections()).toHaveLength(1);
    expect((await snapshot(stand.app.dataSource))['public.deletion_request']).toMatch(/^2 rows/);
    expect(before['public.deletion_request']).toMatch(/^0 rows/);
  });

  it('covers every account that holds the Instagram account, and shows each its own counts', async () => {
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    const clara = await stand.givenAccount('clara@example.com');
    const claras = await clara.givenConnection(ANAS);
    const beas = [await pair.bea.connections(), await rowsOf(pair.neighbour)];

    const code = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
    await stand.drain();
    expect([await pair.bea.connections(), await rowsOf(pair.neighbour)]).toEqual(beas);
    await stand.run('tidy');
    for (const connection of [pair.connection, claras]) expect(await rowsOf(connection)).toEqual(RECORD);

    const [ofAna, ofClara] = [(await pair.ana.deletionRequests())[0], (await clara.deletionRequests())[0]];
    expect([ofAna.confirmationCode, ofClara.confirmationCode]).toEqual([code, code]);
    // Ana's token had gone with the deauthorization.
    expect(category(ofAna, 'ACCESS_KEYS')).toMatchObject({ outcome: 'NOTHING_HELD', count: 0 });
    expect(category(ofClara, 'ACCESS_KEYS')).toMatchObject({ outcome: 'REMOVED', count: 1 });
    // What told Ana of that deauthorization, in her Activity, names the connection and went with it.
    expect(category(ofAna, 'INSTAGRAM_IDENTITY')).toMatchObject({ outcome: 'REMOVED', count: 2 });
    expect(category(ofClara, 'INSTAGRAM_IDENTITY')).toMatchObject({ outcome: 'REMOVED', count: 1 });
    for (const own of [ofAna, ofClara]) {
      expect(category(own, 'ANALYTICS')).toMatchObject({ outcome: 'REMOVED', count: 33 });
    }
    const open = await stand.visitor().deletionStatus(code);
    expect(open.categories.map((line: { count: number | null }) => line.count)).toEqual(Array(6).fill(null));
  });

  it('keeps apart the one who connected again later and the one who did not', async () => {
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    const signed = stand.sandbox.sign({ account: ANAS });
    stand.clock.advance({ seconds: 301 });
    const clara = await stand.givenAccount('clara@example.com');
    const claras = await clara.givenConnection(ANAS);

    await requestDeletion(stand, signed);
    await stand.drain();
    expect(await pair.ana.connections()).toEqual([]);
    expect(await clara.connections()).toMatchObject([{ id: claras, status: 'ACTIVE' }]);
    expect(category((await pair.ana.deletionRequests())[0], 'ANALYTICS')).toMatchObject({
      outcome: 'REMOVED',
    });
    expect(category((await clara.deletionRequests())[0], 'ANALYTICS')).toMatchObject({
      ...{ outcome: 'KEPT', reason: expect.stringContaining('connected again') },
    });
  });

  it('leaves alone what was granted to another app', async () => {
    const row = [rowIdOf(pair.connection)];
    await stand.app.dataSource.query(`update instagram_connection set app_id = '99' where id = $1`, row);
    const tables = async () => {
      const all = Object.entries(await snapshot(stand.app.dataSource));
      return all.filter(([table]) => !/deletion_request|receipt|tombstone|ledger_/.test(table));
    };
    const before = await tables();
    const code = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
    await stand.drain();
    expect(await tables()).toEqual(before);
    expect(category(await stand.visitor().deletionStatus(code), 'ANALYTICS').outcome).toBe('NOTHING_HELD');
  });
});

/** A body with every letter and digit of its codes alike. */
const shapeOf = (body: string): string => body.replaceAll(/[A-Z0-9]{26}/g, 'CODE');
