import { consent, type Person } from '../../stand/person';
import { rowIdOf, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

const PUBLISH = 'instagram_business_content_publish';
const INSIGHTS = 'instagram_business_manage_insights';
const BASIC = 'instagram_business_basic';

let stand: Stand;
let ana: Person;
let id: string;
let cleo: Person;
let neighbour: string;
beforeEach(async () => {
  stand = await Stand.open();
  ana = await stand.givenAccount('ana@example.com');
  id = await ana.givenConnection('studio_nord');
  cleo = await stand.givenAccount('cleo@example.com');
  neighbour = await cleo.givenConnection('cafe_lisboa');
});
afterEach(() => stand.close());

const everything = () => snapshot(stand.app.dataSource);
const own = async () => (await ana.connections()).find((one) => one.id === id);
const tokenKeys = (connection = id): Promise<{ id: string; generation: number }[]> =>
  stand.app.dataSource.query(
    `select id, generation from keystore.data_key where kind = 'token' and subject_id = $1`,
    [rowIdOf(connection)],
  );

describe('reconnecting', () => {
  it.each([
    [
      'whose access ran out',
      async () => {
        stand.clock.advance({ days: 61 });
        await ana.signIn();
      },
      'RECONNECT_NEEDED',
    ],
    [
      'whose access Instagram ended',
      async () => {
        stand.sandbox.endTokens('studio_nord', 'password_changed');
        await ana.checkNow(id);
        await stand.drain();
      },
      'RECONNECT_NEEDED',
    ],
    [
      'that was removed at Instagram',
      () => stand.sandbox.sendCallback('deauthorize', { account: 'studio_nord' }),
      'DEAUTHORIZED',
    ],
  ])(
    'a connection %s restores it: same id, same history, a new generation, the old key destroyed',
    async (_name, end, status) => {
      const before = await own();
      const [oldKey] = await tokenKeys();
      const neighbours = await tokenKeys(neighbour);
      await end();
      expect((await own()).status).toBe(status);
      const again = await ana.connect('studio_nord', { connectionId: id });
      expect(again).toMatchObject({ outcome: 'connected', connectionId: id });
      expect(await own()).toMatchObject({
        ...{ status: 'ACTIVE', statusReason: null, deauthorizedAt: null, connectedAt: before.connectedAt },
        analyticsSync: { storedDays: before.analyticsSync.storedDays },
      });
      expect(await tokenKeys()).toEqual([{ id: expect.not.stringMatching(oldKey?.id ?? ''), generation: 2 }]);
      expect(await tokenKeys(neighbour)).toEqual(neighbours);
      // It works: the new token is the one that is used.
      await stand.drain();
      stand.clock.advance({ seconds: 1 });
      expect(await ana.checkNow(id)).toBeNull();
      await stand.drain();
      expect((await ana.checks(id, 1))[0]).toMatchObject({ outcome: 'ANSWERED' });
    },
  );

  it('with another Instagram account names both, and changes nothing', async () => {
    const before = await everything();
    const result = await ana.connect('atelier_mare', { connectionId: id });
    expect(result).toEqual({
      ...{ status: 302, path: '/integrations', outcome: 'wrong-account', connectionId: id },
      aside: { as: 'atelier_mare' },
    });
    expect(await everything()).toEqual(before);
    expect(stand.sandbox.calls().filter(({ route }) => route === 'revoke')).toEqual([]);
  });

  it('with one that another account holds says no more than that it is another', async () => {
    const before = await everything();
    const result = await ana.connect('cafe_lisboa', { connectionId: id });
    expect(result).toMatchObject({ outcome: 'wrong-account', aside: { as: 'cafe_lisboa' } });
    expect(await everything()).toEqual(before);
  });
});

describe('granting what was missing', () => {
  it('asks for all that is needed again, because a grant holds what was asked for in it, and mends the card', async () => {
    await ana.connect('studio_nord', { connectionId: id, untick: [INSIGHTS] });
    expect(await own()).toMatchObject({ status: 'LIMITED', missingPermissions: ['MANAGE_INSIGHTS'] });
    const asked = new URL(await ana.startConnect(id)).searchParams.get('scope');
    expect(asked?.split(',')).toEqual([BASIC, PUBLISH, INSIGHTS]);
    const { outcome } = await ana.connect('studio_nord', { connectionId: id });
    expect(outcome).toBe('connected');
    expect(await own()).toMatchObject({ status: 'ACTIVE', missingPermissions: [] });
  });

  it('says so when fewer than before were granted, and believes it', async () => {
    const { outcome } = await ana.connect('studio_nord', { connectionId: id, untick: [INSIGHTS] });
    expect(outcome).toBe('fewer');
    expect(await own()).toMatchObject({ status: 'LIMITED', missingPermissions: ['MANAGE_INSIGHTS'] });
    // Another one this time: analytics is back, publishing is gone.
    const other = await ana.connect('studio_nord', { connectionId: id, untick: [PUBLISH] });
    expect(other.outcome).toBe('fewer');
    expect(await own()).toMatchObject({ missingPermissions: ['CONTENT_PUBLISH'] });
    // The same again is nothing less.
    const same = await ana.connect('studio_nord', { connectionId: id, untick: [PUBLISH] });
    expect(same.outcome).toBe('limited');
  });
});

describe('many connections', () => {
  const NAMES = ['cafe_lisboa', 'atelier_mare'] as const;
  beforeEach(async () => {
    await stand.close();
    stand = await Stand.open({ limits: { connectionsPerAccount: 2 } });
    ana = await stand.givenAccount('ana@example.com');
    id = (await ana.connect('studio_nord')).connectionId ?? '';
  });

  it('are bound: no more is begun, and those that are there can be connected again', async () => {
    await ana.connect(NAMES[0]);
    const before = await everything();
    const answer = await ana.execute(
      `mutation { connectInstagram(input: {}) { authorizationUrl userErrors { __typename ... on TooManyConnections { limit } } } }`,
    );
    expect(answer.data.connectInstagram).toEqual({
      authorizationUrl: null,
      userErrors: [{ __typename: 'TooManyConnections', limit: 2 }],
    });
    expect(await everything()).toEqual(before);
    expect((await ana.connect('studio_nord', { connectionId: id })).outcome).toBe('connected');
    // A neighbour has a bound of their own, and room is made by disconnecting.
    const dora = await stand.givenAccount('dora@example.com');
    expect((await dora.connect(NAMES[1])).outcome).toBe('connected');
    await ana.disconnect(id);
    await expect(ana.startConnect()).resolves.toContain('authorize');
  });

  it('the last place is taken once, by two that come back together', async () => {
    const elsewhere = stand.visitor();
    elsewhere.email = ana.email;
    await elsewhere.signIn();
    const windows = [ana, elsewhere] as const;
    const urls = await Promise.all(windows.map((window) => window.startConnect()));
    const backs = await Promise.all(urls.map((url, index) => consent(url, NAMES[index] ?? '')));
    const results = await Promise.all(windows.map((window, index) => window.comeBack(backs[index] ?? '')));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['connected', 'too-many']);
    expect(await ana.connections()).toHaveLength(2);
  });
});
