import { ANAS, category, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
beforeEach(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
  stand.sandbox.clearCalls();
});
afterEach(() => stand.close());

const callsToMeta = () => stand.sandbox.calls().map(({ method, route }) => `${method} ${route}`);

async function disconnectAndSettle() {
  const answer = await pair.ana.disconnect(pair.connection);
  expect(answer.errors).toEqual([]);
  await stand.drain();
  const [status] = await pair.ana.deletionRequests();
  return status;
}

describe('what Instagram makes of a disconnect', () => {
  it.each([
    ['success', 'ACCEPTED'],
    ['refused', 'REFUSED'],
  ] as const)('%s is recorded as %s', async (revocation, accessWithdrawal) => {
    stand.sandbox.vary({ revocation });
    expect(await disconnectAndSettle()).toMatchObject({ state: 'COMPLETED', accessWithdrawal });
    expect(callsToMeta()).toEqual(['DELETE unsubscribe', 'DELETE revoke']);
    expect(stand.sandbox.calls().every((call) => call.token === 'bearer')).toBe(true);
  });

  it.each([
    ['closes the connection before', { drop: 'before' }],
    ['closes the connection after', { drop: 'after' }],
    ['sends a page', { status: 503, html: '<h1>Sorry</h1>' }],
  ] as const)('is no answer when it %s', async (_name, fault) => {
    stand.sandbox.plantFault({ route: 'revoke', ...fault });
    expect(await disconnectAndSettle()).toMatchObject({ state: 'COMPLETED', accessWithdrawal: 'NO_ANSWER' });
    expect(callsToMeta()).toEqual(['DELETE unsubscribe', 'DELETE revoke']);
  });

  it('is asked for although unsubscribing failed', async () => {
    stand.sandbox.plantFault({ route: 'unsubscribe', status: 500, html: '' });
    expect(await disconnectAndSettle()).toMatchObject({ accessWithdrawal: 'ACCEPTED' });
    expect(callsToMeta()).toEqual(['DELETE unsubscribe', 'DELETE revoke']);
  });

  it('is no answer when nothing of Instagram is there', async () => {
    await stand.sandbox.close();
    expect(await disconnectAndSettle()).toMatchObject({ state: 'COMPLETED', accessWithdrawal: 'NO_ANSWER' });
  });

  it('delays neither the answer nor the erasure, and is given up after ten seconds', async () => {
    const { ana, bea, connection, neighbour } = pair;
    stand.sandbox.vary({ revocation: 'hangs' });
    stand.sandbox.plantFault({ route: 'unsubscribe', account: 'cafe_lisboa', delayMs: 20_000 });
    const began = performance.now();
    for (const answer of [await ana.disconnect(connection), await bea.disconnect(neighbour)]) {
      const { deletionStatus } = answer.data.disconnectInstagram;
      expect(deletionStatus).toMatchObject({ state: 'RECEIVED', accessWithdrawal: 'ASKING' });
    }
    await stand.app.jobs.drain();
    // Everything is removed; only the word "completed", and the receipt, wait for the answer.
    const [status] = await ana.deletionRequests();
    expect(status).toMatchObject({ state: 'ERASING', accessWithdrawal: 'ASKING', receipt: null });
    expect(category(status, 'ANALYTICS').outcome).toBe('REMOVED');
    expect(category(status, 'INSTAGRAM_IDENTITY').outcome).toBe('REMOVED');
    expect(performance.now() - began).toBeLessThan(8_000);

    // A process that was lost while it asked leaves this behind: a minute later nobody asks any more.
    stand.clock.advance({ seconds: 61 });
    expect(await ana.deletionRequests()).toMatchObject([{ accessWithdrawal: 'NOT_KNOWN' }]);

    await stand.app.settled();
    const seconds = (performance.now() - began) / 1000;
    expect(seconds).toBeGreaterThan(9.5);
    expect(seconds).toBeLessThan(15);
    await stand.drain();
    for (const person of [ana, bea]) {
      expect(await person.deletionRequests()).toMatchObject([
        { state: 'COMPLETED', accessWithdrawal: 'NO_ANSWER', receipt: expect.any(String) },
      ]);
    }
    expect(callsToMeta().filter((call) => call === 'DELETE unsubscribe')).toHaveLength(2);
    expect(callsToMeta().filter((call) => call === 'DELETE revoke').length).toBeLessThanOrEqual(2);
  });

  it('changes nothing more when a deauthorize callback follows', async () => {
    stand.sandbox.vary({ revocationCallback: 'on' });
    const before = await pair.others();
    await disconnectAndSettle();
    const done = await snapshot(stand.app.dataSource);
    expect(stand.sandbox.callbacks()).toMatchObject([{ kind: 'deauthorize', account: ANAS, status: 200 }]);
    await stand.drain();
    expect(await snapshot(stand.app.dataSource)).toEqual(done);
    expect(await pair.others()).toEqual(before);
    expect(await rowsWith(stand.app.dataSource, rowIdOf(pair.connection))).toMatchObject({
      'public.deletion_subject': 1,
    });
  });
});

describe('Instagram is not asked', () => {
  it('when the person removed the app there', async () => {
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    expect(await disconnectAndSettle()).toMatchObject({ state: 'COMPLETED', accessWithdrawal: 'NOT_ASKED' });
    expect(callsToMeta()).toEqual([]);
  });

  it('when the token has expired', async () => {
    stand.clock.advance({ days: 61 });
    await pair.ana.signIn();
    expect(await disconnectAndSettle()).toMatchObject({ state: 'COMPLETED', accessWithdrawal: 'NOT_ASKED' });
    expect(callsToMeta()).toEqual([]);
  });

  it('when the connection was granted to another app', async () => {
    await stand.app.dataSource.query(`update instagram_connection set app_id = '99' where id = $1`, [
      rowIdOf(pair.connection),
    ]);
    expect(await disconnectAndSettle()).toMatchObject({ state: 'COMPLETED', accessWithdrawal: 'NOT_ASKED' });
    expect(callsToMeta()).toEqual([]);
  });

  it('when the request came from Meta', async () => {
    await stand.sandbox.sendCallback('deletion', { account: ANAS });
    await stand.drain();
    expect(await pair.ana.deletionRequests()).toMatchObject([{ accessWithdrawal: 'NOT_ASKED' }]);
    expect(callsToMeta()).toEqual([]);
  });
});
