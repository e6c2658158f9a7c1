import { setTimeout as sleep } from 'node:timers/promises';
import { CALLBACK_ROUTES, postSigned, requestDeletion } from '../../stand/callbacks';
import { type ConnectResult, consent, type Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

const ANAS = 'studio_nord';

let stand: Stand;
let ana: Person;
beforeEach(async () => {
  stand = await Stand.open();
  ana = await stand.givenAccount();
});
afterEach(() => stand.close());

/** Comes back from Instagram and waits there until the profile was asked for; it is given a second later. */
async function underWay(connectionId?: string): Promise<{ coming: Promise<ConnectResult> }> {
  const back = await consent(await ana.startConnect(connectionId), ANAS);
  stand.sandbox.clearCalls();
  stand.sandbox.plantFault({ route: 'profile', delayMs: 1_000 });
  const coming = ana.comeBack(back);
  while (!stand.sandbox.calls().some(({ route }) => route === 'long_lived')) await sleep(20);
  await sleep(200);
  return { coming };
}

describe('a callback of Meta that arrives while a connect is under way', () => {
  it.each(CALLBACK_ROUTES)('%s leaves nothing of the grant that it may have meant', async (route) => {
    const { coming } = await underWay();
    expect((await postSigned(stand, route, stand.sandbox.sign({ account: ANAS }))).status).toBe(200);
    expect((await coming).outcome).toBe('ended');
    await stand.drain();
    expect(await ana.connections()).toEqual([]);
    // Trying again is a new grant.
    stand.sandbox.clearFaults();
    expect((await ana.connect(ANAS)).outcome).toBe('connected');
  });

  it('does not let a renewal bring back what it deleted', async () => {
    const connection = await ana.givenConnection(ANAS);
    const { coming } = await underWay(connection);
    const code = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
    expect((await coming).outcome).toBe('unknown');
    await stand.drain();
    expect(await ana.connections()).toEqual([]);
    expect((await ana.deletionStatus(code)).state).toBe('COMPLETED');
  });

  it('does not disturb a connect that is stored', async () => {
    const bea = await stand.givenAccount();
    await bea.givenConnection('cafe_lisboa');
    await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
    await stand.drain();
    expect(await bea.connections()).toMatchObject([{ status: 'ACTIVE' }]);
  });
});
