import { activityOf } from '../../stand/activity';
import { confirmAddress } from '../../stand/confirmed';
import { mailbox } from '../../stand/mailbox';
import { ANAS, BEAS } from '../../stand/pair';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';
import {
  ask,
  askedOf,
  givenRequest,
  givenThree,
  keep,
  refusal,
  refusedProof,
  release,
  requestsOf,
  type Three,
  withdraw,
} from '../../stand/transfers';

let stand: Stand;
let three: Three;
beforeEach(async () => {
  stand = await Stand.open();
  three = await givenThree(stand);
});
afterEach(() => stand.close());

const NOW = '2026-11-23T18:00:00.000Z';
const ANSWER_BY = '2026-11-26T18:00:00.000Z';
const READY_UNTIL = '2026-12-03T18:00:00.000Z';
const everything = () => snapshot(stand.app.dataSource);

describe('connecting what another account holds', () => {
  it('is refused, stores nothing, and gives the browser alone what it takes to ask', async () => {
    const before = await everything();
    const { outcome, connectionId, aside } = await three.bea.connect(ANAS);
    expect({ outcome, connectionId }).toEqual({ outcome: 'taken', connectionId: null });
    expect(await everything()).toEqual(before);
    // It is sealed: neither the handle nor the holder can be read from it.
    const proof = aside?.proof ?? '';
    expect(proof).toMatch(/^v1\.[\w.-]+$/);
    for (const text of [ANAS, rowIdOf(three.connection), three.ana.email])
      expect(Buffer.from(proof.split('.').at(-1) ?? '', 'base64url').toString('latin1')).not.toContain(text);
  });
});

describe('asking for it', () => {
  it('tells the holder, without a word about who asks, and shows both sides how far it is', async () => {
    const { ana, bea, cleo } = three;
    const id = await givenRequest(bea, ANAS);
    const neighbours = await givenRequest(bea, BEAS);
    expect(id).toMatch(/^tr_[0-9a-f]{32}$/);
    const times = { askedAt: NOW, answerDueAt: ANSWER_BY };
    const own = { state: 'ASKED', ...times, endsAt: READY_UNTIL };
    expect(await requestsOf(bea)).toEqual(
      expect.arrayContaining([
        { id, username: ANAS, ...own },
        { id: neighbours, username: BEAS, ...own },
      ]),
    );
    expect(await askedOf(ana)).toEqual({ [ANAS]: { ...times, overdue: false, endsAt: READY_UNTIL } });
    expect(await activityOf(ana)).toEqual([
      expect.objectContaining({
        kind: 'TRANSFER_ASKED',
        sentence: 'Somebody asks to move an Instagram account away from here',
        aboutAt: ANSWER_BY,
        connection: { id: three.connection, username: ANAS },
      }),
    ]);
    expect(await activityOf(cleo)).toHaveLength(1);
    expect(await activityOf(bea)).toEqual([]);
    // The holder's side holds nothing of who asks, and whoever asks nothing of the holder.
    const beas = rowIdOf(await bea.accountId());
    const anas = await rowsWith(stand.app.dataSource, rowIdOf(await ana.accountId()));
    expect(Object.keys(await rowsWith(stand.app.dataSource, beas))).toContain('public.transfer_request');
    expect(Object.keys(anas)).not.toContain('public.transfer_request');
  });

  it('stores no token: nothing of Bea’s grant is kept, and none was withdrawn', async () => {
    await givenRequest(three.bea, ANAS);
    const keys = await stand.app.dataSource.query(
      `select kind, count(*)::int as count from keystore.data_key group by kind order by kind`,
    );
    expect(keys).toEqual([
      { kind: 'account', count: 3 },
      { kind: 'profile', count: 2 },
      { kind: 'token', count: 2 },
    ]);
    expect(stand.sandbox.calls().filter(({ route }) => route === 'revoke')).toEqual([]);
  });

  it('is mailed to the holder, even one who wants few mails, with the time by the holder’s clock', async () => {
    const { ana, bea } = three;
    await confirmAddress(stand, ana);
    const muted = await ana.execute(
      `mutation { setNotificationPreference(input: { kind: TRANSFER_ASKED, mailed: false }) { userErrors { __typename } } }`,
    );
    expect(refusal(muted)).not.toBeNull();
    stand.clock.advance({ seconds: 1 });
    await givenRequest(bea, ANAS);
    const [mail] = await mailbox(stand, ana.email);
    expect(mail?.subject).toBe('Somebody asks to move an Instagram account away from here');
    expect(mail?.text).toContain('Thu 26 Nov 2026, 19:00 (Europe/Berlin)');
    expect(mail?.link?.hash).toBe(`#${three.connection}`);
    for (const word of [ANAS, 'bea', 'Bea']) expect(mail?.text).not.toContain(word);
  });

  it('again is the same request, and coming back too early is refused without another offer', async () => {
    const { ana, bea } = three;
    const proof = await refusedProof(bea, ANAS);
    const first = await ask(bea, proof);
    const before = await everything();
    expect((await ask(bea, proof)).data).toEqual(first.data);
    expect(await bea.connect(ANAS)).toEqual({
      status: 302,
      path: '/integrations',
      outcome: 'taken',
      connectionId: null,
    });
    expect(await everything()).toEqual(before);
    expect(await activityOf(ana)).toHaveLength(1);
  });
});

describe('asking that is refused', () => {
  let proof: string;
  beforeEach(async () => {
    proof = await refusedProof(three.bea, ANAS);
  });

  it.each(['', 'x', 'v1.a.b.c', 'v1....', '€'.repeat(5000)])('for want of a proof: %p', async (text) => {
    const before = await everything();
    expect(refusal(await ask(three.bea, text))).toBe('TransferNotProved');
    expect(await everything()).toEqual(before);
  });

  it('with somebody else’s proof', async () => {
    const before = await everything();
    expect(refusal(await ask(three.cleo, proof))).toBe('TransferNotProved');
    expect(await everything()).toEqual(before);
  });

  it('with a sealed text of the account that is no proof', async () => {
    const { bea } = three;
    const [row] = await stand.app.dataSource.query('select email_sealed from account where id = $1', [
      rowIdOf(await bea.accountId()),
    ]);
    expect(refusal(await ask(bea, row.email_sealed))).toBe('TransferNotProved');
  });

  it('a quarter of an hour after Instagram vouched', async () => {
    const before = await everything();
    stand.clock.advance({ minutes: 15 });
    expect(refusal(await ask(three.bea, proof))).toBe('TransferNotProved');
    expect(await everything()).toEqual(before);
  });

  it('while somebody else has asked, without a word about whom', async () => {
    const dora = await stand.givenAccount('dora@example.com');
    await givenRequest(dora, ANAS);
    const before = await everything();
    const answer = await ask(three.bea, proof);
    expect(refusal(answer)).toBe('TransferTooSoon');
    expect(JSON.stringify(answer)).not.toMatch(/dora|another account|somebody/i);
    expect(await everything()).toEqual(before);
  });

  it('when the account is free by now', async () => {
    await three.ana.disconnect(three.connection);
    const before = await everything();
    expect(refusal(await ask(three.bea, proof))).toBe('TransferNotNeeded');
    await stand.drain();
    expect(refusal(await ask(three.bea, proof))).toBe('TransferNotNeeded');
    expect((await everything())['public.transfer_request']).toBe(before['public.transfer_request']);
  });

  it('too often', async () => {
    await stand.close();
    stand = await Stand.open({ limits: { transferPerAccount: { points: 1, perSeconds: 86_400 } } });
    three = await givenThree(stand);
    await givenRequest(three.bea, ANAS);
    const before = await everything();
    expect(refusal(await ask(three.bea, 'x'))).toBe('RATE_LIMITED');
    expect(await everything()).toEqual(before);
  });

  it('signed out, and about what is not one’s own', async () => {
    const { ana, bea, cleo, connection, neighbour } = three;
    const id = await givenRequest(bea, BEAS);
    const before = await everything();
    expect(refusal(await ask(stand.visitor(), proof))).toBe('UNAUTHENTICATED');
    for (const given of [neighbour, 'conn_x', `conn_${'0'.repeat(32)}`, id]) {
      expect(refusal(await keep(ana, given))).toBe('NOT_FOUND');
      expect(refusal(await release(ana, given))).toBe('NOT_FOUND');
    }
    for (const other of [ana, cleo]) expect(refusal(await withdraw(other, id))).toBe('NOT_FOUND');
    // Nobody asks for this one.
    expect(refusal(await keep(ana, connection))).toBe('NoTransferAsked');
    expect(refusal(await release(ana, connection))).toBe('NoTransferAsked');
    expect(await everything()).toEqual(before);
  });
});
