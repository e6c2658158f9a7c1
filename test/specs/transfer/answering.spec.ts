import { activityOf } from '../../stand/activity';
import { ANAS, BEAS } from '../../stand/pair';
import type { Person } from '../../stand/person';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';
import {
  ask,
  askedOf,
  givenRequest,
  givenThree,
  keep,
  kindsOf,
  later,
  refusal,
  refusedProof,
  release,
  requestsOf,
  type Three,
  withdraw,
} from '../../stand/transfers';

let stand: Stand;
let three: Three;
let request: string;
let neighbours: string;
beforeEach(async () => {
  stand = await Stand.open();
  three = await givenThree(stand);
  request = await givenRequest(three.bea, ANAS);
  neighbours = await givenRequest(three.bea, BEAS);
  stand.clock.advance({ hours: 1 });
});
afterEach(() => stand.close());

/** Cleo's connection, what hangs on it and what Bea asked about it. */
const ofNeighbour = () => rowsWith(stand.app.dataSource, rowIdOf(three.neighbour));
const everything = () => snapshot(stand.app.dataSource);
const newest = async (person: Person) => (await kindsOf(person))[0];

describe('the holder keeps the connection', () => {
  it('so nothing moves, whoever asked is told, and forgets the handle', async () => {
    const { ana, bea, cleo, connection } = three;
    const [before, neighbour] = [(await ana.connections())[0], await ofNeighbour()];
    expect(refusal(await keep(ana, connection))).toBeNull();
    expect((await ana.connections())[0]).toEqual(before);
    expect(await askedOf(ana)).toEqual({ [ANAS]: null });
    expect(await newest(bea)).toBe('TRANSFER_KEPT');
    expect(await requestsOf(bea)).toMatchObject([{ id: neighbours, state: 'ASKED' }]);
    const rows = await stand.app.dataSource.query(
      'select username_sealed, answer_by from transfer_request where kept_at is not null',
    );
    expect(rows).toEqual([{ username_sealed: null, answer_by: null }]);
    expect(await ofNeighbour()).toEqual(neighbour);
    expect(await askedOf(cleo)).toEqual({ [BEAS]: expect.objectContaining({ overdue: false }) });
  });

  it('and is not asked again for 30 days, whoever asks', async () => {
    const { ana, bea, connection } = three;
    await keep(ana, connection);
    const dora = await stand.givenAccount('dora@example.com');
    for (const person of [bea, dora]) {
      const proof = await refusedProof(person, ANAS);
      const before = await everything();
      const answer = await ask(person, proof);
      expect(refusal(answer)).toBe('TransferTooSoon');
      expect(await everything()).toEqual(before);
    }
    // Not a second earlier, and then it can be.
    await later(stand, [bea], { days: 30, seconds: -1 });
    expect(refusal(await ask(bea, await refusedProof(bea, ANAS)))).toBe('TransferTooSoon');
    stand.clock.advance({ seconds: 1 });
    expect(refusal(await ask(bea, await refusedProof(bea, ANAS)))).toBeNull();
  });

  it('leaves the one who controls the account a way: removing the app at Instagram frees it', async () => {
    const { ana, bea, connection } = three;
    await keep(ana, connection);
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    expect((await bea.connect(ANAS)).outcome).toBe('connected');
    expect((await ana.connections())[0]).toMatchObject({ id: connection, status: 'DEAUTHORIZED' });
  });

  it('once: a second answer finds nobody asking', async () => {
    const { ana, connection } = three;
    await keep(ana, connection);
    const before = await everything();
    expect(refusal(await keep(ana, connection))).toBe('NoTransferAsked');
    expect(refusal(await release(ana, connection))).toBe('NoTransferAsked');
    expect(await everything()).toEqual(before);
  });
});

describe('the holder releases the connection', () => {
  it('so it is disconnected with a receipt, and whoever asked begins with an empty history', async () => {
    const { ana, bea, cleo, connection } = three;
    const neighbour = await ofNeighbour();
    const answer = await release(ana, connection);
    const status = answer.data.releaseConnection.deletionStatus;
    expect(status).toMatchObject({
      ...{ state: 'RECEIVED', source: 'TRANSFER', accessWithdrawal: 'NOT_ASKED' },
    });
    expect(await ana.connections()).toEqual([]);
    await stand.drain();
    expect(await newest(bea)).toBe('TRANSFER_READY');
    expect(await requestsOf(bea)).toMatchObject([{ id: neighbours }]);
    const [deletion] = await ana.deletionRequests();
    expect(deletion).toMatchObject({ state: 'COMPLETED', receipt: expect.stringMatching(/^ey/) });
    // Only what tells of the deletion still names the connection.
    const left = Object.keys(await rowsWith(stand.app.dataSource, rowIdOf(connection)));
    expect(left.filter((table) => !table.startsWith('graphile_worker.'))).toEqual([
      'public.deletion_outcome',
      'public.deletion_subject',
    ]);
    // The grant at Instagram is shared with Bea: it was not withdrawn.
    expect(stand.sandbox.calls().filter(({ route }) => route === 'revoke')).toEqual([]);

    const moved = await bea.connect(ANAS);
    expect(moved.outcome).toBe('connected');
    expect(moved.connectionId).not.toBe(connection);
    expect((await bea.connections())[0]).toMatchObject({
      ...{ username: ANAS, connectedAt: stand.clock.now().toISOString() },
      analyticsSync: { storedDays: 0 },
    });
    expect(await ofNeighbour()).toEqual(neighbour);
    expect((await cleo.connections())[0].status).toBe('ACTIVE');
  });

  it('twice is the same deletion', async () => {
    const { ana, connection } = three;
    const first = await release(ana, connection);
    const second = await release(ana, connection);
    const code = (answer: typeof first) => answer.data.releaseConnection.deletionStatus.confirmationCode;
    expect(code(second)).toBe(code(first));
    expect(await ana.deletionRequests()).toHaveLength(1);
  });

  it('is told on the public page as what it was', async () => {
    const { ana, connection } = three;
    const answer = await release(ana, connection);
    const code = answer.data.releaseConnection.deletionStatus.confirmationCode;
    await stand.drain();
    const page = await (await fetch(`${stand.url}/deletion-status/${code}`)).text();
    expect(page).toContain('because the Instagram account moves to another SocioGenie account');
    expect(page).not.toMatch(/studio_nord|bea@/);
  });
});

describe('whoever asked takes it back', () => {
  it('so it ends, the holder is told, and another request can be made at once', async () => {
    const { ana, bea, connection } = three;
    const neighbour = await ofNeighbour();
    expect(refusal(await withdraw(bea, request))).toBeNull();
    expect(await requestsOf(bea)).toMatchObject([{ id: neighbours }]);
    expect(await askedOf(ana)).toEqual({ [ANAS]: null });
    expect((await activityOf(ana))[0]).toMatchObject({
      kind: 'TRANSFER_ENDED',
      connection: { id: connection },
    });
    expect(await ofNeighbour()).toEqual(neighbour);
    const before = await everything();
    expect(refusal(await withdraw(bea, request))).toBe('NOT_FOUND');
    expect(await everything()).toEqual(before);
    stand.clock.advance({ seconds: 1 });
    await givenRequest(bea, ANAS);
    expect(await newest(ana)).toBe('TRANSFER_ASKED');
  });
});
