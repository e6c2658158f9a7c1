import { unixSeconds } from '../../stand/callbacks';
import { ANAS, category, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { A_MONDAY, Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
let granted: number;
beforeEach(async () => {
  // Not on a whole second: Meta's times are, ours are not.
  stand = await Stand.open({ now: new Date(A_MONDAY.getTime() + 700) });
  pair = await givenPair(stand);
  granted = unixSeconds(stand.clock.now());
  stand.clock.advance({ hours: 1 });
  stand.sandbox.clearCalls();
});
afterEach(() => stand.close());

const statusOfAnas = async () => (await pair.ana.connections())[0].status;
const probes = () => stand.sandbox.calls().filter((call) => call.route === 'profile').length;
/** A callback that was issued so many seconds before the grant. */
const issuedBefore = (seconds: number) => ({ account: ANAS, issuedAt: granted - seconds });

describe('a deauthorize callback that was issued', () => {
  it.each([0, -1, -3600])('%i seconds before the grant, or later, means it', async (seconds) => {
    await stand.sandbox.sendCallback('deauthorize', issuedBefore(seconds));
    expect(await statusOfAnas()).toBe('DEAUTHORIZED');
  });

  it.each([301, 86_400])('%i seconds before the grant does not mean it, and asks nobody', async (seconds) => {
    const before = await pair.others();
    const all = { ...(await snapshot(stand.app.dataSource)), 'public.deauthorization': expect.any(String) };
    await stand.sandbox.sendCallback('deauthorize', issuedBefore(seconds));
    await stand.drain();
    expect(await snapshot(stand.app.dataSource)).toEqual(all);
    expect(await pair.others()).toEqual(before);
    expect(probes()).toBe(0);
  });

  describe.each([1, 300])('%i seconds before the grant', (seconds) => {
    it('asks Instagram in a job, and keeps a token that lives', async () => {
      await stand.sandbox.sendCallback('deauthorize', issuedBefore(seconds));
      expect(await statusOfAnas()).toBe('ACTIVE');
      expect(probes()).toBe(0);
      await stand.drain();
      expect(await statusOfAnas()).toBe('ACTIVE');
      expect(probes()).toBe(1);
    });

    it('asks Instagram in a job, and cuts a token that is dead', async () => {
      const before = await pair.others();
      stand.sandbox.endTokens(ANAS, 'revoked');
      await stand.sandbox.sendCallback('deauthorize', issuedBefore(seconds));
      await stand.drain();
      expect(await statusOfAnas()).toBe('DEAUTHORIZED');
      expect(await rowsWith(stand.app.dataSource, rowIdOf(pair.connection))).toMatchObject({
        'keystore.data_key': 1,
      });
      expect(await pair.others()).toEqual(before);
    });
  });

  it.each(['lives', 'is dead'])('asks again when there was no answer, and the token %s', async (token) => {
    stand.sandbox.plantFault({ route: 'profile', status: 503, html: '<h1>Sorry</h1>' });
    stand.sandbox.plantFault({ route: 'profile', drop: 'before' });
    if (token === 'is dead') stand.sandbox.endTokens(ANAS, 'revoked');
    await stand.sandbox.sendCallback('deauthorize', issuedBefore(1));
    await stand.drain();
    for (const expected of [1, 2, 3, 3]) {
      expect(probes()).toBe(expected);
      if (expected < 3) expect(await statusOfAnas()).toBe('ACTIVE');
      await stand.repeatFailed();
    }
    expect(await statusOfAnas()).toBe(token === 'lives' ? 'ACTIVE' : 'DEAUTHORIZED');
  });

  it('is forgotten when the person connected again before anybody asked', async () => {
    stand.sandbox.endTokens(ANAS, 'revoked');
    await stand.sandbox.sendCallback('deauthorize', issuedBefore(1));
    await pair.ana.connect(ANAS);
    stand.sandbox.endTokens(ANAS, 'revoked');
    stand.sandbox.clearCalls();
    await stand.app.dataSource.query(
      `delete from graphile_worker._private_jobs where key like 'sync-analytics%'`,
    );
    await stand.drain();
    expect(await statusOfAnas()).toBe('ACTIVE');
    expect(probes()).toBe(0);
  });
});

describe('a data-deletion callback that was issued', () => {
  it.each([0, 1, 300])('%i seconds before the grant means it', async (seconds) => {
    const before = await pair.others();
    await stand.sandbox.sendCallback('deletion', issuedBefore(seconds));
    expect(await pair.ana.connections()).toEqual([]);
    await stand.drain();
    expect(await pair.ana.deletionRequests()).toMatchObject([{ state: 'COMPLETED' }]);
    expect(await pair.others()).toEqual(before);
  });

  it('301 seconds before the grant erases nothing, says so, and is completed', async () => {
    const held = await rowsWith(stand.app.dataSource, rowIdOf(pair.connection));
    const [before, others] = [await pair.ana.connections(), await pair.others()];
    await stand.sandbox.sendCallback('deletion', issuedBefore(301));
    await stand.drain();
    expect(await pair.ana.connections()).toEqual(before);
    expect(await rowsWith(stand.app.dataSource, rowIdOf(pair.connection))).toEqual({
      ...held,
      'public.deletion_subject': 1,
    });
    expect(await pair.others()).toEqual(others);

    const [own] = await pair.ana.deletionRequests();
    expect(own).toMatchObject({ state: 'COMPLETED', keysRemovedAt: null });
    const kept = {
      outcome: 'KEPT',
      count: null,
      reason: 'Instagram was connected again after this request; disconnect to delete it',
    };
    for (const name of ['ACCESS_KEYS', 'INSTAGRAM_IDENTITY', 'ANALYTICS'] as const)
      expect(category(own, name)).toEqual(kept);
    // Whoever has the code sees the same, to the minute.
    const toTheMinute = JSON.parse(JSON.stringify(own).replaceAll('00.700Z', '00.000Z'));
    expect(await stand.visitor().deletionStatus(own.confirmationCode)).toEqual(toTheMinute);

    // Disconnecting afterwards is a request of its own.
    const { deletionStatus } = (await pair.ana.disconnect(pair.connection)).data.disconnectInstagram;
    expect(deletionStatus).toMatchObject({ source: 'DISCONNECT', state: 'RECEIVED' });
    await stand.drain();
    expect(await pair.ana.connections()).toEqual([]);
  });
});
