import { rowIdOf, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
beforeEach(async () => {
  stand = await Stand.open();
});
afterEach(() => stand.close());

const PUBLISH = 'instagram_business_content_publish';
const INSIGHTS = 'instagram_business_manage_insights';

describe('connecting an Instagram account', () => {
  it('ends on the integrations screen with a connection that shows what was granted', async () => {
    const ana = await stand.givenAccount();
    const result = await ana.connect('studio_nord');
    expect(result).toEqual({
      status: 302,
      path: '/integrations',
      outcome: 'connected',
      connectionId: expect.stringMatching(/^conn_[0-9a-f]{32}$/),
    });
    const [connection, ...others] = await ana.connections();
    expect(others).toEqual([]);
    expect(connection).toMatchObject({
      id: result.connectionId,
      username: 'studio_nord',
      displayName: 'Studio Nord',
      status: 'ACTIVE',
      connectedAt: stand.clock.now().toISOString(),
      grantedPermissions: ['BASIC', 'CONTENT_PUBLISH', 'MANAGE_INSIGHTS'],
      missingPermissions: [],
      deauthorizedAt: null,
    });
    const days = (Date.parse(connection.tokenHealth.expiresAt) - stand.clock.now().getTime()) / 86_400_000;
    expect(days).toBeCloseTo(5_183_944 / 86_400, 3);
  });

  it('asks for the three needed permissions, with a state that is stored only as a digest', async () => {
    const ana = await stand.givenAccount();
    const url = new URL(await ana.startConnect());
    expect(url.searchParams.get('scope')?.split(',')).toEqual([
      'instagram_business_basic',
      PUBLISH,
      INSIGHTS,
    ]);
    expect(url.searchParams.get('redirect_uri')).toBe(`${stand.url}/meta/oauth/callback`);
    const state = url.searchParams.get('state') ?? '';
    expect(state).toMatch(/^[\w-]{43}$/);
    const rows = await stand.app.dataSource.query(
      'select connect_attempt::text as text from connect_attempt',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].text).not.toContain(state);
  });

  it.each([
    ['as observed', { exchangeWrapper: 'flat', exchangeUserId: 'number', exchangePermissions: 'array' }],
    ['as documented', { exchangeWrapper: 'data', exchangeUserId: 'string', exchangePermissions: 'string' }],
    ['without permissions, /me wrapped', { exchangePermissions: 'absent', profileWrapper: 'data' }],
    [
      'with numbers everywhere',
      { exchangeUserId: 'number', profileIds: 'number', exchangeIdentity: 'separate' },
    ],
  ] as const)('takes the reply %s, and keeps all digits of all three ids', async (_name, variants) => {
    stand.sandbox.vary(variants);
    const ana = await stand.givenAccount();
    const { outcome } = await ana.connect('cafe_lisboa');
    expect(outcome).toBe('connected');
    await stand.drain();
    // The path of the calls holds the professional id; the callbacks find the connection by each of the ids.
    expect((await ana.connections())[0].analyticsSync.storedDays).toBeGreaterThan(0);
    for (const userId of ['app_scoped', 'professional', 'exchange'] as const) {
      if (userId === 'exchange' && !('exchangeIdentity' in variants)) continue;
      await ana.connect('cafe_lisboa');
      expect((await ana.connections())[0].status).toBe('ACTIVE');
      await stand.sandbox.sendCallback('deauthorize', { account: 'cafe_lisboa', userId });
      expect((await ana.connections())[0].status).toBe('DEAUTHORIZED');
      stand.clock.advance({ seconds: 1 });
    }
  });

  it('is limited when a permission was unticked', async () => {
    const ana = await stand.givenAccount();
    const { outcome } = await ana.connect('studio_nord', { untick: [INSIGHTS] });
    expect(outcome).toBe('limited');
    expect((await ana.connections())[0]).toMatchObject({
      status: 'LIMITED',
      grantedPermissions: ['BASIC', 'CONTENT_PUBLISH'],
      missingPermissions: ['MANAGE_INSIGHTS'],
    });
  });

  it('selects the first connection for analytics, and lets the person choose another', async () => {
    const ana = await stand.givenAccount();
    const first = await ana.givenConnection('studio_nord');
    const second = await ana.givenConnection('cafe_lisboa');
    const selected = '{ viewer { selectedConnection { id } } }';
    expect((await ana.execute(selected)).data.viewer.selectedConnection.id).toBe(first);
    const choose = `mutation ($id: ID!) { selectConnection(input: { connectionId: $id }) { account { selectedConnection { id } } } }`;
    const answer = await ana.execute(choose, { id: second });
    expect(answer.data.selectConnection.account.selectedConnection.id).toBe(second);
  });
});

describe('connecting again what this account holds', () => {
  it.each([
    ['while it is alive', false],
    ['after it was removed at Instagram', true],
  ])('keeps the row and its analytics, with a new grant, %s', async (_name, deauthorized) => {
    const ana = await stand.givenAccount();
    const id = await ana.givenConnection('studio_nord');
    const before = (await ana.connections())[0];
    const keyBefore = await tokenKeys(id);
    if (deauthorized) {
      await stand.sandbox.sendCallback('deauthorize', { account: 'studio_nord' });
      expect((await ana.connections())[0].status).toBe('DEAUTHORIZED');
    }
    stand.clock.advance({ hours: 1 });

    for (const connectionId of [undefined, id]) {
      const again = await ana.connect('studio_nord', connectionId === undefined ? {} : { connectionId });
      expect(again).toMatchObject({ outcome: 'connected', connectionId: id });
    }
    const after = (await ana.connections())[0];
    expect(after).toMatchObject({
      id,
      status: 'ACTIVE',
      connectedAt: before.connectedAt,
      deauthorizedAt: null,
    });
    expect(after.analyticsSync.storedDays).toBe(before.analyticsSync.storedDays);
    const keyAfter = await tokenKeys(id);
    expect(keyAfter).toEqual([{ id: expect.any(String), generation: 3 }]);
    expect(keyAfter[0]?.id).not.toBe(keyBefore[0]?.id);
  });

  it('refuses another Instagram account for a given connection, and changes nothing', async () => {
    const ana = await stand.givenAccount();
    const id = await ana.givenConnection('studio_nord');
    const before = await snapshot(stand.app.dataSource);
    const result = await ana.connect('cafe_lisboa', { connectionId: id });
    expect(result).toMatchObject({ outcome: 'wrong-account', connectionId: id });
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
  });
});

function tokenKeys(connectionId: string): Promise<{ id: string; generation: number }[]> {
  return stand.app.dataSource.query(
    `select id, generation from keystore.data_key where kind = 'token' and subject_id = $1`,
    [rowIdOf(connectionId)],
  );
}
