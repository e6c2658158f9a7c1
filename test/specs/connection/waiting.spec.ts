import { consent, type Person } from '../../stand/person';
import { snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let ana: Person;
let bea: Person;

beforeEach(async () => {
  stand = await Stand.open();
  ana = await stand.givenAccount('ana@example.com');
  bea = await stand.givenAccount('bea@example.com');
});
afterEach(() => stand.close());

const waitsFor = async (person: Person) =>
  (await person.execute('{ viewer { connectAttempt { startedAt expiresAt connectionId } } }')).data.viewer
    .connectAttempt;
const cancel = (person: Person) =>
  person.execute(
    'mutation { cancelConnectInstagram { account { id connectAttempt { startedAt } } userErrors { message } } }',
  );

describe('a connect that has not come back from Instagram', () => {
  it('is seen by the one who began it, until its link ends', async () => {
    expect(await waitsFor(ana)).toBeNull();
    const startedAt = stand.clock.now();
    await ana.startConnect();
    const waiting = {
      startedAt: startedAt.toISOString(),
      expiresAt: new Date(startedAt.getTime() + 600_000).toISOString(),
      connectionId: null,
    };
    expect(await waitsFor(ana)).toEqual(waiting);
    expect(await waitsFor(bea)).toBeNull();
    stand.clock.advance({ minutes: 9, seconds: 59 });
    expect(await waitsFor(ana)).toEqual(waiting);
    stand.clock.advance({ seconds: 1 });
    expect(await waitsFor(ana)).toBeNull();
  });

  it('is not seen in another browser, which could not finish it', async () => {
    await ana.startConnect();
    const elsewhere = stand.visitor();
    elsewhere.email = ana.email;
    await elsewhere.signIn();
    expect(await waitsFor(elsewhere)).toBeNull();
    expect(await waitsFor(ana)).not.toBeNull();
  });

  it('names the connection that it is to renew', async () => {
    const id = await ana.givenConnection('studio_nord');
    expect(await waitsFor(ana)).toBeNull();
    await ana.startConnect(id);
    expect(await waitsFor(ana)).toMatchObject({ connectionId: id });
  });

  it.each([['allow'], ['cancel']] as const)('is over with the way back: %s', async (decision) => {
    const back = await consent(await ana.startConnect(), 'studio_nord', { decision });
    expect(await waitsFor(ana)).not.toBeNull();
    await ana.comeBack(back);
    expect(await waitsFor(ana)).toBeNull();
  });
});

describe('beginning once more', () => {
  it('takes the place of what was open: the earlier link is worth nothing', async () => {
    const earlier = await consent(await ana.startConnect(), 'studio_nord');
    const others = await consent(await bea.startConnect(), 'cafe_lisboa');
    stand.clock.advance({ minutes: 4 });
    const later = await consent(await ana.startConnect(), 'studio_nord');
    expect(await waitsFor(ana)).toMatchObject({ startedAt: stand.clock.now().toISOString() });
    expect((await ana.comeBack(earlier)).outcome).toBe('unknown');
    expect(await ana.connections()).toEqual([]);
    expect((await ana.comeBack(later)).outcome).toBe('connected');
    expect((await bea.comeBack(others)).outcome).toBe('connected');
  });

  it('of what is refused leaves what was open', async () => {
    const back = await consent(await ana.startConnect(), 'studio_nord');
    const refused = await ana.execute(
      'mutation { connectInstagram(input: { connectionId: "conn_0" }) { authorizationUrl } }',
    );
    expect(refused.errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await ana.comeBack(back)).outcome).toBe('connected');
  });
});

describe('cancelling here', () => {
  it('makes the way back worthless: nothing changes, and the other account’s stays', async () => {
    const back = await consent(await ana.startConnect(), 'studio_nord');
    const others = await consent(await bea.startConnect(), 'studio_nord');
    expect((await cancel(ana)).data.cancelConnectInstagram).toEqual({
      account: { id: await ana.accountId(), connectAttempt: null },
      userErrors: [],
    });
    const before = await snapshot(stand.app.dataSource);
    expect(await ana.comeBack(back)).toMatchObject({ outcome: 'unknown', connectionId: null });
    expect(stand.sandbox.calls().filter(({ route }) => route === 'exchange')).toEqual([]);
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
    expect(await waitsFor(bea)).not.toBeNull();
    expect((await bea.comeBack(others)).outcome).toBe('connected');
  });

  it('what is being finished at this moment stores nothing', async () => {
    const back = await consent(await ana.startConnect(), 'studio_nord');
    stand.sandbox.plantFault({ route: 'profile', delayMs: 600 });
    stand.sandbox.clearCalls();
    const coming = ana.comeBack(back);
    while (!stand.sandbox.calls().some(({ route }) => route === 'long_lived'))
      await new Promise((resolve) => setTimeout(resolve, 10));
    await cancel(ana);
    expect((await coming).outcome).toBe('ended');
    expect(await ana.connections()).toEqual([]);
  });

  it('leaves what is connected, and has nothing to do where nothing was begun', async () => {
    await ana.givenConnection('studio_nord');
    const before = await snapshot(stand.app.dataSource);
    expect((await cancel(ana)).errors).toEqual([]);
    expect((await cancel(bea)).errors).toEqual([]);
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
    expect((await cancel(stand.visitor())).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
