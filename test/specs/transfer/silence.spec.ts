import { ANAS, BEAS } from '../../stand/pair';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';
import {
  askedOf,
  givenRequest,
  givenThree,
  keep,
  kindsOf,
  later,
  refusal,
  release,
  requestsOf,
  type Three,
} from '../../stand/transfers';

let stand: Stand;
let three: Three;
beforeEach(async () => {
  stand = await Stand.open();
  three = await givenThree(stand);
  await givenRequest(three.bea, ANAS);
  stand.clock.advance({ minutes: 1 });
  await givenRequest(three.bea, BEAS);
  stand.clock.advance({ minutes: -1 });
});
afterEach(() => stand.close());

const everything = () => snapshot(stand.app.dataSource);
const pass = (passed: Parameters<typeof later>[2]) =>
  later(stand, [three.ana, three.bea, three.cleo], passed);

describe('72 hours without an answer', () => {
  it('are not over a second before: connecting is refused, and nobody is told', async () => {
    await pass({ hours: 72, seconds: -1 });
    await stand.run('settle-transfers');
    const before = await everything();
    expect((await three.bea.connect(ANAS)).outcome).toBe('taken');
    expect(await everything()).toEqual(before);
    expect(await kindsOf(three.bea)).toEqual([]);
  });

  it('when over, whoever asked is told once, and nothing is taken before they connect', async () => {
    const { ana, bea, connection } = three;
    await pass({ hours: 72 });
    const before = (await ana.connections())[0];
    await stand.run('settle-transfers', 'settle-transfers');
    expect(await kindsOf(bea)).toEqual(['TRANSFER_READY']);
    expect(await requestsOf(bea)).toMatchObject([
      { username: ANAS, state: 'READY' },
      { username: BEAS, state: 'ASKED' },
    ]);
    expect((await ana.connections())[0]).toEqual(before);
    expect(await askedOf(ana)).toMatchObject({ [ANAS]: { overdue: true } });
    // The holder can still let it go, and not keep it any more.
    const state = await everything();
    expect(refusal(await keep(ana, connection))).toBe('TransferOverdue');
    expect(await everything()).toEqual(state);
    expect(refusal(await release(ana, connection))).toBeNull();
  });

  it('then connecting moves it: disconnected there with a receipt, empty here, and the neighbour as before', async () => {
    const { ana, bea, cleo, connection, neighbour } = three;
    await ana.syncNow(connection);
    await stand.drain();
    expect((await ana.connections())[0].analyticsSync.storedDays).toBeGreaterThan(0);
    await pass({ hours: 72 });
    const others = await rowsWith(stand.app.dataSource, rowIdOf(neighbour));
    const cleos = (await cleo.connections())[0];
    const { outcome, connectionId } = await bea.connect(ANAS);
    expect(outcome).toBe('connected');
    expect(connectionId).not.toBe(connection);

    expect(await ana.connections()).toEqual([]);
    expect((await ana.deletionRequests())[0]).toMatchObject({
      ...{ state: 'RECEIVED', source: 'TRANSFER', accessWithdrawal: 'NOT_ASKED' },
    });
    expect(await kindsOf(ana)).toEqual(['TRANSFER_MOVED', 'TRANSFER_ASKED']);
    expect((await bea.connections())[0]).toMatchObject({
      status: 'ACTIVE',
      analyticsSync: { storedDays: 0 },
    });
    expect(await requestsOf(bea)).toMatchObject([{ username: BEAS }]);

    stand.clock.advance({ seconds: 1 });
    await stand.drain();
    // Its own first sync filled it; nothing of the old connection is left but the record.
    expect((await bea.connections())[0].analyticsSync.storedDays).toBeGreaterThan(0);
    const left = Object.keys(await rowsWith(stand.app.dataSource, rowIdOf(connection)));
    expect(left.filter((table) => !table.startsWith('graphile_worker.'))).toEqual([
      'public.deletion_outcome',
      'public.deletion_subject',
    ]);
    expect((await ana.deletionRequests())[0]).toMatchObject({
      state: 'COMPLETED',
      receipt: expect.stringMatching(/^ey/),
    });
    expect(await kindsOf(ana)).toEqual(['DELETION_COMPLETED', 'TRANSFER_MOVED']);
    expect(stand.sandbox.calls().filter(({ route }) => route === 'revoke')).toEqual([]);
    expect(await rowsWith(stand.app.dataSource, rowIdOf(neighbour))).toEqual(others);
    expect((await cleo.connections())[0]).toEqual(cleos);
  });

  it('give it to nobody else: a third account is refused', async () => {
    await pass({ hours: 73 });
    const dora = await stand.givenAccount('dora@example.com');
    const before = await everything();
    expect((await dora.connect(ANAS)).outcome).toBe('taken');
    expect(await everything()).toEqual(before);
  });

  it('ask for control once more: another Instagram account does not do', async () => {
    const { ana, bea, connection } = three;
    await pass({ hours: 73 });
    expect((await bea.connect('atelier_mare')).outcome).toBe('connected');
    expect((await ana.connections())[0]).toMatchObject({ id: connection, status: 'ACTIVE' });
  });

  it('are enough for the row that whoever asked has of it, which keeps its own history', async () => {
    await stand.close();
    stand = await Stand.open();
    const bea = await stand.givenAccount('bea@example.com');
    const own = await bea.givenConnection(ANAS);
    const days = (await bea.connections())[0].analyticsSync.storedDays;
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    const ana = await stand.givenAccount('ana@example.com');
    await ana.connect(ANAS);
    await givenRequest(bea, ANAS);
    await later(stand, [ana, bea], { hours: 72 });
    expect(await bea.connect(ANAS, { connectionId: own })).toMatchObject({
      outcome: 'connected',
      connectionId: own,
    });
    expect((await bea.connections())[0]).toMatchObject({
      status: 'ACTIVE',
      analyticsSync: { storedDays: days },
    });
    expect(await ana.connections()).toEqual([]);
  });
});

describe('a week more without whoever asked', () => {
  it('ends the request: the holder is told that it stays, and it stays', async () => {
    const { ana, bea, connection } = three;
    await pass({ hours: 72 });
    await stand.run('settle-transfers');
    await pass({ days: 7 });
    const before = await everything();
    expect((await bea.connect(ANAS)).outcome).toBe('taken');
    expect(refusal(await release(ana, connection))).toBe('NoTransferAsked');
    expect(await everything()).toEqual(before);
    expect(await askedOf(ana)).toEqual({ [ANAS]: null });
    await stand.run('settle-transfers', 'settle-transfers');
    expect(await kindsOf(ana)).toEqual(['TRANSFER_ENDED', 'TRANSFER_ASKED']);
    expect(await requestsOf(bea)).toMatchObject([{ username: BEAS }]);
    // And it can be asked for anew.
    await givenRequest(bea, ANAS);
  });

  it('is forgotten by the daily job where the job that tells did not run, and a no after 30 days', async () => {
    const { cleo, neighbour } = three;
    await keep(cleo, neighbour);
    const left = async () => (await stand.app.dataSource.query('select from transfer_request')).length;
    stand.clock.advance({ days: 11 });
    await stand.run('tidy');
    expect(await left()).toBe(2);
    stand.clock.advance({ seconds: 1 });
    await stand.run('tidy');
    expect(await left()).toBe(1);
    stand.clock.advance({ days: 19, minutes: 2 });
    await stand.run('tidy');
    expect(await left()).toBe(0);
  });
});
