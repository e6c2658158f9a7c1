import { consent, type Person } from '../../stand/person';
import { snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let ana: Person;
let before: Record<string, string>;

beforeEach(async () => {
  stand = await Stand.open();
  ana = await stand.givenAccount('ana@example.com');
  const neighbour = await stand.givenAccount('neighbour@example.com');
  await neighbour.givenConnection('cafe_lisboa');
  before = await snapshot(stand.app.dataSource);
});

// Whatever was refused, nothing is stored, and the neighbour's rows are as they were.
afterEach(async () => {
  const after = await snapshot(stand.app.dataSource);
  await stand.close();
  expect(after).toEqual(before);
});

describe('a connect that does not come about', () => {
  it('cancelled at Instagram', async () => {
    const result = await ana.connect('studio_nord', { decision: 'cancel' });
    expect(result).toEqual({ status: 302, path: '/integrations', outcome: 'cancelled', connectionId: null });
  });

  it('finished after ten minutes', async () => {
    const url = await ana.startConnect();
    const back = await consent(url, 'studio_nord');
    stand.clock.advance({ minutes: 10 });
    expect((await ana.comeBack(back)).outcome).toBe('expired');
  });

  it('returned with a state that was never given out', async () => {
    const result = await ana.comeBack(`${stand.url}/meta/oauth/callback?code=abc&state=${'x'.repeat(43)}`);
    expect(result.outcome).toBe('unknown');
  });

  it.each(['', '?', '?state=', '?code=x', '?state=%00&code=%FF', `?state=${'y'.repeat(5000)}`])(
    'returned with a broken address: %p',
    async (query) => {
      const result = await ana.comeBack(`${stand.url}/meta/oauth/callback${query}`);
      expect(result).toMatchObject({ status: 302, path: '/integrations', outcome: 'unknown' });
    },
  );

  it('finished by somebody else', async () => {
    const back = await consent(await ana.startConnect(), 'studio_nord');
    const mallory = await stand.givenAccount('mallory@example.com');
    before = await snapshot(stand.app.dataSource);
    expect((await mallory.comeBack(back)).outcome).toBe('foreign');
    expect((await ana.comeBack(back)).outcome).toBe('used');
  });

  it('finished in another session of the same account', async () => {
    const elsewhere = stand.visitor();
    elsewhere.email = ana.email;
    await elsewhere.signIn();
    before = await snapshot(stand.app.dataSource);
    const back = await consent(await ana.startConnect(), 'studio_nord');
    expect((await elsewhere.comeBack(back)).outcome).toBe('foreign');
  });

  it('finished signed out', async () => {
    const back = await consent(await ana.startConnect(), 'studio_nord');
    await ana.signOut();
    expect((await ana.comeBack(back)).outcome).toBe('signed-out');
  });

  it('of a personal account, should Instagram let it through', async () => {
    stand.sandbox.vary({ personalAccounts: 'let_through' });
    expect((await ana.connect('ines_moura')).outcome).toBe('not-professional');
  });

  it('of an account that somebody else holds, without a word about whom', async () => {
    const result = await ana.connect('cafe_lisboa');
    expect(result).toEqual({
      ...{ status: 302, path: '/integrations', outcome: 'taken', connectionId: null },
      aside: { proof: expect.stringMatching(/^v1\./) },
    });
    const revocations = stand.sandbox.calls().filter((call) => call.route === 'revoke');
    expect(revocations).toEqual([]);
  });

  it('for a connection that is not the viewer’s', async () => {
    const stranger = await stand.givenAccount('stranger@example.com');
    before = await snapshot(stand.app.dataSource);
    const [foreign] = await stand.app.dataSource.query('select id from instagram_connection');
    for (const id of [
      `conn_${foreign.id.replaceAll('-', '')}`,
      `conn_${'0'.repeat(32)}`,
      'conn_x',
      'acc_1',
      '',
    ]) {
      const answer = await stranger.execute(
        'mutation ($id: ID) { connectInstagram(input: { connectionId: $id }) { authorizationUrl } }',
        { id },
      );
      expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  it('begun by nobody', async () => {
    const answer = await stand
      .visitor()
      .execute('mutation { connectInstagram(input: {}) { authorizationUrl } }');
    expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['exchange', { code: 400, status: 400 }, 'failed'],
    ['exchange', { drop: 'after' }, 'no-answer'],
    ['exchange', { html: '<h1>Sorry</h1>', status: 503 }, 'no-answer'],
    ['long_lived', { code: 190, status: 400 }, 'failed'],
    ['long_lived', { drop: 'before' }, 'no-answer'],
    ['profile', { code: 10, status: 403 }, 'failed'],
    ['profile', { html: '', status: 500 }, 'no-answer'],
  ] as const)('when Instagram fails at %s with %j', async (route, fault, outcome) => {
    stand.sandbox.plantFault({ route, ...fault });
    expect((await ana.connect('studio_nord')).outcome).toBe(outcome);
  });

  it('when something of ours breaks, without blaming Instagram', async () => {
    const { dataSource } = stand.app;
    const back = await consent(await ana.startConnect(), 'studio_nord');
    await dataSource.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'no room'; end $$`,
    );
    await dataSource.query(
      'create trigger refuse before insert on instagram_connection for each row execute function refuse()',
    );
    try {
      expect(await ana.comeBack(back)).toMatchObject({ outcome: 'broken', connectionId: null });
    } finally {
      await dataSource.query('drop function refuse cascade');
    }
  });

  it('ten returns at once: one goes on', async () => {
    const back = await consent(await ana.startConnect(), 'studio_nord', { decision: 'allow' });
    const results = await Promise.all(Array.from({ length: 10 }, () => ana.comeBack(back)));
    const outcomes = results.map((result) => result.outcome).sort();
    expect(outcomes).toEqual(['connected', ...Array(9).fill('used')]);
    expect(stand.sandbox.calls().filter((call) => call.route === 'exchange')).toHaveLength(2);
    before = await snapshot(stand.app.dataSource);
  });
});
