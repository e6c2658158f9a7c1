import { CALLBACK_ROUTES, postSigned } from '../../stand/callbacks';
import { withDatabaseAway } from '../../stand/database';
import { ANAS, givenPair } from '../../stand/pair';
import { snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
beforeEach(async () => {
  stand = await Stand.open();
});
afterEach(() => stand.close());

it('without a database nothing is promised, and the same request works when it is back', async () => {
  const pair = await givenPair(stand);
  const [before, others] = [await snapshot(stand.app.dataSource), await pair.others()];
  const genuine = stand.sandbox.sign({ account: ANAS });

  await withDatabaseAway(stand.env.DATABASE_URL ?? '', async () => {
    for (const route of CALLBACK_ROUTES) {
      const answer = await postSigned(stand, route, genuine);
      expect(answer).toMatchObject({
        status: 503,
        type: expect.stringContaining('application/problem+json'),
      });
      expect(answer.body).not.toMatch(/confirmation_code|postgres|ECONN|spec_/);
      // A forgery needs no database to be refused.
      const forged = await postSigned(stand, route, stand.sandbox.sign({ account: ANAS, tamper: 'payload' }));
      expect(forged.status).toBe(400);
    }
    const readiness = await stand.visitor().fetch('/readyz');
    expect(readiness.status).toBe(503);
    const disconnected = await pair.ana.disconnect(pair.connection);
    expect(disconnected.data).toBeNull();
    expect(disconnected.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
  });

  expect(await snapshot(stand.app.dataSource)).toEqual(before);
  expect(stand.sandbox.calls().filter((call) => call.method === 'DELETE')).toEqual([]);
  expect(await pair.ana.connections()).toMatchObject([{ status: 'ACTIVE' }]);

  for (const route of CALLBACK_ROUTES) expect((await postSigned(stand, route, genuine)).status).toBe(200);
  await stand.drain();
  expect(await pair.ana.deletionRequests()).toMatchObject([{ state: 'COMPLETED' }]);
  expect(await pair.others()).toEqual(others);
});
