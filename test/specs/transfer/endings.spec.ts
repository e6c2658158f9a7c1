import { postSigned, requestDeletion } from '../../stand/callbacks';
import { ANAS, BEAS } from '../../stand/pair';
import { rowIdOf, rowsWith } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';
import {
  ask,
  askedOf,
  givenRequest,
  givenThree,
  kindsOf,
  refusal,
  refusedProof,
  requestsOf,
  type Three,
} from '../../stand/transfers';

let stand: Stand;
let three: Three;
let others: Record<string, number>;
beforeEach(async () => {
  stand = await Stand.open();
  three = await givenThree(stand);
  await givenRequest(three.bea, ANAS);
  stand.clock.advance({ seconds: 1 });
  await givenRequest(three.bea, BEAS);
  others = await rowsWith(stand.app.dataSource, rowIdOf(three.neighbour));
  stand.clock.advance({ seconds: 1 });
});
// Whatever ended the one, Cleo's connection and what Bea asked about it are as they were.
afterEach(async () => {
  expect(await rowsWith(stand.app.dataSource, rowIdOf(three.neighbour))).toEqual(others);
  await stand.close();
});

const requestsLeft = async (): Promise<number> =>
  (await stand.app.dataSource.query('select from transfer_request')).length;

describe('while an Instagram account is asked for', () => {
  it.each([
    ['the holder disconnects', () => three.ana.disconnect(three.connection)],
    ['Meta asks to delete it', () => requestDeletion(stand, stand.sandbox.sign({ account: ANAS }))],
    ['the holder deletes the account', () => three.ana.deleteAccount()],
  ])(
    '%s: it goes with the connection, and whoever asked is told once and can connect',
    async (_what, end) => {
      await end();
      // Cut, and its rows are still to go: nothing is asked of the holder any more, and it can be connected already.
      expect(await requestsOf(three.bea)).toMatchObject([
        { username: ANAS, state: 'READY' },
        { username: BEAS, state: 'ASKED' },
      ]);
      await stand.drain();
      await stand.run('settle-transfers');
      expect(await kindsOf(three.bea)).toEqual(['TRANSFER_READY']);
      expect(await requestsOf(three.bea)).toMatchObject([{ username: BEAS }]);
      expect(await requestsLeft()).toBe(1);
      stand.clock.advance({ minutes: 6 });
      expect((await three.bea.connect(ANAS)).outcome).toBe('connected');
    },
  );

  it('the app is removed at Instagram: the request ends, and whoever asked can connect', async () => {
    await postSigned(stand, '/meta/deauthorize', stand.sandbox.sign({ account: ANAS }));
    expect(await requestsOf(three.bea)).toMatchObject([{ username: ANAS, state: 'READY' }, {}]);
    expect(await askedOf(three.ana)).toMatchObject({ [ANAS]: expect.anything() });
    await stand.run('settle-transfers', 'settle-transfers');
    expect(await kindsOf(three.bea)).toEqual(['TRANSFER_READY']);
    expect(await askedOf(three.ana)).toEqual({ [ANAS]: null });
    expect(await requestsLeft()).toBe(1);
    stand.clock.advance({ minutes: 6 });
    expect((await three.bea.connect(ANAS)).outcome).toBe('connected');
    // What the holder keeps of it blocks nobody, and cannot be connected again while another holds it.
    const again = await three.ana.connect(ANAS, { connectionId: three.connection });
    expect(again.outcome).toBe('taken');
    expect((await three.ana.connections())[0]).toMatchObject({ status: 'DEAUTHORIZED' });
  });

  it('the holder connects it again: that is no answer, and the time goes on', async () => {
    await three.ana.connect(ANAS, { connectionId: three.connection });
    expect(await askedOf(three.ana)).toMatchObject({ [ANAS]: { answerDueAt: '2026-11-26T18:00:00.000Z' } });
    expect(await requestsLeft()).toBe(2);
  });

  it('whoever asked connects after a removal, before anybody was told: the request is forgotten', async () => {
    await postSigned(stand, '/meta/deauthorize', stand.sandbox.sign({ account: ANAS }));
    stand.clock.advance({ minutes: 6 });
    expect((await three.bea.connect(ANAS)).outcome).toBe('connected');
    expect(await requestsLeft()).toBe(1);
    await stand.drain();
    await stand.run('settle-transfers');
    expect(await kindsOf(three.bea)).toEqual([]);
  });
});

describe('whoever asked deletes the account', () => {
  it('so what was asked goes, the holders keep what they have and are told, and nothing names who asked', async () => {
    const { ana, bea, cleo } = three;
    const beas = rowIdOf(await bea.accountId());
    const proof = await refusedProof(await stand.givenAccount('dora@example.com'), ANAS);
    await bea.deleteAccount();
    await stand.drain();
    expect(await requestsLeft()).toBe(0);
    for (const [holder, name] of [
      [ana, ANAS],
      [cleo, BEAS],
    ] as const) {
      expect(await askedOf(holder)).toEqual({ [name]: null });
      expect(await kindsOf(holder)).toEqual(['TRANSFER_ENDED', 'TRANSFER_ASKED']);
    }
    const named = Object.keys(await rowsWith(stand.app.dataSource, beas));
    expect(named.filter((table) => !table.startsWith('graphile_worker.'))).toEqual([]);
    // Told of the end: what names the neighbour now is one notice more, and no request.
    others = await rowsWith(stand.app.dataSource, rowIdOf(three.neighbour));
    expect(others).not.toHaveProperty(['public.transfer_request']);
    expect(refusal(await ask(ana, proof))).toBe('TransferNotProved');
  });
});
