import { join } from 'node:path';
import { withDatabaseAway } from '../../stand/database';
import { connectWithComments, postEvents } from '../../stand/events';
import { ANAS, BEAS } from '../../stand/pair';
import { consent, type Person } from '../../stand/person';
import { scan } from '../../stand/scan';
import { rowIdOf, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let ana: Person;
let connection: string;
let neighbour: string;

/** Nothing is collected for these: most of what is told here is not about numbers. */
const WITHOUT_NUMBERS = { untick: ['instagram_business_manage_insights'] };

/** Two accounts that look alike, each with a connection that may hear of comments. */
beforeEach(async () => {
  stand = await Stand.open();
  ana = await stand.givenAccount('ana@example.com');
  const bea = await stand.givenAccount('bea@example.com');
  connection = await connectWithComments(ana, ANAS, WITHOUT_NUMBERS);
  neighbour = await connectWithComments(bea, BEAS, WITHOUT_NUMBERS);
  await stand.drain();
});
afterEach(() => stand.close());

const query = (statement: string, parameters: unknown[] = []) =>
  stand.app.dataSource.query(statement, parameters);
const events = async (ofConnection = connection): Promise<number> =>
  (
    await query('select count(*)::int as count from instagram_event where connection_id = $1', [
      rowIdOf(ofConnection),
    ])
  )[0].count;
/** When the connection's waiting run is due, in seconds from now. */
const nextRun = async (ofConnection = connection): Promise<number | null> => {
  const [job] = await query('select run_at from graphile_worker.jobs where key = $1', [
    `sync-analytics:${rowIdOf(ofConnection)}`,
  ]);
  return job === undefined ? null : (job.run_at.getTime() - stand.clock.now().getTime()) / 1000;
};
/** Connects again without hearing of comments. */
const turnOff = async (person: Person, id: string, account = ANAS): Promise<void> => {
  const address = await person.startConnect(id, false);
  expect(await person.comeBack(await consent(address, account, WITHOUT_NUMBERS))).toMatchObject({
    outcome: 'limited',
  });
};
const subscribed = (username: string) =>
  stand.sandbox.accounts().find((account) => account.username === username)?.grants[0]?.subscribedFields;
const calls = (route: string) => stand.sandbox.calls().filter((call) => call.route === route);

describe('an event', () => {
  it('is kept as that it came, once, and of its own connection alone', async () => {
    stand.clock.advance({ days: 0, seconds: 1800 });
    const before = await snapshot(stand.app.dataSource, [rowIdOf(connection)]);
    const [sent] = await stand.sandbox.sendEvents({ events: [{ account: ANAS }] });
    expect(sent).toMatchObject({ status: 200, body: '' });
    const [row] = await query('select * from instagram_event');
    expect(row).toEqual({
      id: expect.any(String),
      connection_id: rowIdOf(connection),
      event_index: expect.any(Buffer),
      kind: 'COMMENT',
      media_id_sealed: expect.stringMatching(/^v1\./),
      received_at: stand.clock.now(),
    });
    expect(await snapshot(stand.app.dataSource, [rowIdOf(connection)])).toEqual(before);
  });

  it('of a commenter leaves no trace of who or what, anywhere', async () => {
    const commenter = { id: '98711120003334441', username: 'canary.of.a.commenter' };
    const [text, commentId, mediaId] = [
      'canary-words-of-a-comment',
      '18022200011100033',
      '17933300022200011',
    ];
    const [sent] = await stand.sandbox.sendEvents({
      events: [{ account: ANAS, text, from: commenter, commentId, mediaId }],
    });
    expect(sent?.status).toBe(200);
    expect(await events()).toBe(1);
    await stand.drain();
    await query('checkpoint');
    const [{ folder, database }] = await query(
      `select setting as folder, (select oid::text from pg_database where datname = current_database()) as database
       from pg_settings where name = 'data_directory'`,
    );
    const needles = { ...commenter, commenter: commenter.id, text, commentId, mediaId };
    expect(scan(stand.env.DATA_DIR ?? '', needles)).toEqual([]);
    expect(scan(join(folder, 'pg_wal'), needles)).toEqual([]);
    // Our word for the event is found, so the scan sees what is there.
    const hits = scan(join(folder, 'base', database), { ...needles, ours: 'COMMENT' });
    expect(new Set(hits.map(({ what }) => what))).toEqual(new Set(['ours']));
  });

  it('64 times at once is one row, and the same content in another delivery is the same event', async () => {
    const { body, signature } = stand.sandbox.signEvents({ events: [{ account: ANAS }, { account: BEAS }] });
    const headers = { 'x-hub-signature-256': signature ?? '' };
    const answers = await Promise.all(Array.from({ length: 64 }, () => postEvents(stand, body, headers)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect([await events(), await events(neighbour)]).toEqual([1, 1]);
    // Later, in another order, with one more.
    stand.clock.advance({ days: 0, seconds: 60 });
    await stand.sandbox.sendEvents({
      events: [{ account: BEAS }, { account: ANAS, commentId: '18099900011100033' }, { account: ANAS }],
      times: 3,
    });
    expect([await events(), await events(neighbour)]).toEqual([2, 1]);
    const metrics = await (await stand.visitor().fetch('/metrics')).text();
    expect(metrics).toContain('sociogenie_instagram_events_total{outcome="stored"} 3');
    expect(metrics).toContain(`sociogenie_instagram_events_total{outcome="repeated"} ${63 * 2 + 2 + 3 + 3}`);
  });

  it('a thousand of them fit into one delivery', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({
      account: ANAS,
      commentId: String(18000000000000000n + BigInt(index)),
      text: 'á/'.repeat(60),
    }));
    expect(await stand.sandbox.sendEvents({ events: many })).toMatchObject([{ status: 200 }]);
    expect(await events()).toBe(1000);
  });

  it.each([
    ['an account that nobody connected', { entryId: '17841499999999999' }],
    ['a field that we did not ask for', { account: ANAS, field: 'messages' }],
    ['a comment without a value', { account: ANAS, value: 'x' }],
    ['an account by a wrong kind of id', { entryId: 'me' }],
  ])('of %s is answered 200, kept nowhere, and spoils no other', async (_what, strange) => {
    const before = await snapshot(stand.app.dataSource);
    const alone = await stand.sandbox.sendEvents({ events: [strange], unasked: true });
    expect(alone).toMatchObject([{ status: 200, body: '' }]);
    await stand.drain();
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
    await stand.sandbox.sendEvents({ events: [strange, { account: ANAS }], unasked: true });
    expect(await events()).toBe(1);
  });

  it('of another product of Meta is none of ours', async () => {
    const before = await snapshot(stand.app.dataSource);
    expect(await stand.sandbox.sendEvents({ body: '{"object":"page","entry":[{"id":"1"}]}' })).toMatchObject([
      { status: 200 },
    ]);
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
  });

  it('of a connection without the permission, removed at Instagram or disconnected is dropped', async () => {
    const again = { events: [{ account: ANAS }], unasked: true };
    await turnOff(ana, connection);
    await stand.drain();
    expect(await stand.sandbox.sendEvents(again)).toMatchObject([{ status: 200 }]);
    expect(await events()).toBe(0);
    await connectWithComments(ana, ANAS, { connectionId: connection, ...WITHOUT_NUMBERS });
    await stand.drain();
    stand.clock.advance({ days: 1 });
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    expect(await stand.sandbox.sendEvents(again)).toMatchObject([{ status: 200 }]);
    expect(await events()).toBe(0);
    await ana.signIn();
    await connectWithComments(ana, ANAS, WITHOUT_NUMBERS);
    await stand.sandbox.sendEvents(again);
    expect(await events()).toBe(1);
    await ana.disconnect(connection);
    const delivery = { events: [{ account: ANAS, commentId: '18099900011100033' }], unasked: true };
    expect(await stand.sandbox.sendEvents(delivery)).toMatchObject([{ status: 200 }]);
    await stand.drain();
    expect(await events()).toBe(0);
    expect(await ana.deletionRequests()).toMatchObject([{ state: 'COMPLETED' }]);
  });

  it('is not promised while the database is away, and works when it is back', async () => {
    const delivery = stand.sandbox.signEvents({ events: [{ account: ANAS }] });
    const headers = { 'x-hub-signature-256': delivery.signature ?? '' };
    await withDatabaseAway(stand.env.DATABASE_URL ?? '', async () => {
      expect(await postEvents(stand, delivery.body, headers)).toMatchObject({
        status: 503,
        type: expect.stringContaining('application/problem+json'),
      });
      const forged = await postEvents(stand, `${delivery.body} `, headers);
      expect(forged.status).toBe(400);
    });
    expect(await events()).toBe(0);
    expect((await postEvents(stand, delivery.body, headers)).status).toBe(200);
    expect(await events()).toBe(1);
  });

  it('is accepted with the previous secret while one is rotated', async () => {
    await stand.close();
    stand = await Stand.open({ env: { INSTAGRAM_APP_SECRET_PREVIOUS: 'the-secret-before' } });
    const person = await stand.givenAccount('ana@example.com');
    const own = await connectWithComments(person, ANAS, WITHOUT_NUMBERS);
    const secret = 'the-secret-before';
    const delivery = { events: [{ account: ANAS }], unasked: true, secret };
    expect(await stand.sandbox.sendEvents(delivery)).toMatchObject([{ status: 200 }]);
    expect(await events(own)).toBe(1);
  });
});

describe('the numbers', () => {
  beforeEach(async () => {
    await connectWithComments(ana, ANAS, { connectionId: connection });
    await stand.drain();
  });

  it('are fetched a minute after events, once for all that came', async () => {
    stand.clock.advance({ days: 0, seconds: 1800 });
    await stand.sandbox.sendEvents({ events: [{ account: ANAS }] });
    expect(await nextRun()).toBe(60);
    stand.clock.advance({ days: 0, seconds: 30 });
    await stand.sandbox.sendEvents({ events: [{ account: ANAS, commentId: '18099900011100033' }] });
    expect(await nextRun()).toBe(30);
    expect(await nextRun(neighbour)).toBeNull();
    stand.sandbox.clearCalls();
    stand.clock.advance({ days: 0, seconds: 30 });
    await stand.drain();
    expect(new Set(calls('insights').map(({ account }) => account))).toEqual(new Set([ANAS]));
    // The next burst waits a quarter of an hour, and a repeat brings no run at all.
    await stand.sandbox.sendEvents({ events: [{ account: ANAS }] });
    expect(await nextRun()).toBeNull();
    await stand.sandbox.sendEvents({ events: [{ account: ANAS, commentId: '18099900011100034' }] });
    expect(await nextRun()).toBe(15 * 60);
  });

  it.each([
    ['its limits', { status: 400, code: 4 }],
    ['its own trouble', { status: 500, code: 2 }],
  ])('are not asked for sooner than Instagram allows after %s', async (_what, fault) => {
    stand.clock.advance({ days: 0, seconds: 1800 });
    stand.sandbox.plantFault({ route: 'insights', account: ANAS, times: null, ...fault });
    await ana.syncNow(connection);
    await stand.drain();
    // The pauses grow: one that is longer than what lies between two runs anyhow.
    const longEnough = 16 * 60;
    let pause = (await nextRun()) ?? 0;
    for (let turn = 0; turn < 6 && pause < longEnough; turn += 1) {
      stand.clock.advance({ days: 0, seconds: pause + 1 });
      await stand.drain();
      pause = (await nextRun()) ?? 0;
    }
    expect(pause).toBeGreaterThanOrEqual(longEnough);
    await stand.sandbox.sendEvents({ events: [{ account: ANAS }] });
    expect(await events()).toBe(1);
    expect(await nextRun()).toBe(pause);
  });
});

describe('a connection', () => {
  it('is subscribed to comments when the person let us read them, and to nothing otherwise', async () => {
    expect([subscribed(ANAS), subscribed(BEAS)]).toEqual([['comments'], ['comments']]);
    expect(calls('subscribe').map(({ parameters }) => parameters)).toEqual([
      { subscribed_fields: 'comments' },
      { subscribed_fields: 'comments' },
    ]);
    await (await stand.givenAccount()).givenConnection('atelier_mare', WITHOUT_NUMBERS);
    expect(subscribed('atelier_mare')).toEqual([]);
    expect(calls('subscribe')).toHaveLength(2);
  });

  it('is connected whatever Instagram says to that, and asks again until it works', async () => {
    stand.sandbox.plantFault({ route: 'subscribe', account: 'atelier_mare', status: 500, times: 2 });
    const person = await stand.givenAccount();
    await connectWithComments(person, 'atelier_mare', WITHOUT_NUMBERS);
    expect(await person.connections()).toMatchObject([{ status: 'LIMITED' }]);
    await stand.drain();
    expect(subscribed('atelier_mare')).toEqual([]);
    await stand.repeatFailed();
    await stand.repeatFailed();
    expect(subscribed('atelier_mare')).toEqual(['comments']);
  });

  it('is asked for no more when its grant was replaced meanwhile', async () => {
    const person = await stand.givenAccount();
    stand.sandbox.plantFault({ route: 'subscribe', account: 'atelier_mare', status: 500, times: 1 });
    const own = await connectWithComments(person, 'atelier_mare', WITHOUT_NUMBERS);
    await stand.drain();
    await turnOff(person, own, 'atelier_mare');
    stand.sandbox.clearCalls();
    await stand.repeatFailed();
    expect(calls('subscribe')).toEqual([]);
  });

  it('is unsubscribed when it is disconnected, before access is withdrawn, and its events go', async () => {
    await stand.sandbox.sendEvents({ events: [{ account: ANAS }, { account: BEAS }] });
    stand.sandbox.clearCalls();
    await ana.disconnect(connection);
    await stand.drain();
    const asked = stand.sandbox.calls().filter(({ method }) => method === 'DELETE');
    expect(asked.map(({ route }) => route)).toEqual(['unsubscribe', 'revoke']);
    expect(subscribed(ANAS)).toEqual([]);
    expect([await events(), await events(neighbour)]).toEqual([0, 1]);
  });
});

describe('Instagram is asked to let us read comments', () => {
  const COMMENTS = 'instagram_business_manage_comments';
  const scopes = async (...choice: [id?: string, commentEvents?: boolean]) =>
    new URL(await ana.startConnect(...choice)).searchParams.get('scope')?.split(',');

  it('when the person wants to hear of them, and as long as they do', async () => {
    expect(await scopes()).not.toContain(COMMENTS);
    expect(await scopes(undefined, true)).toContain(COMMENTS);
    // Whoever reconnects keeps what they chose.
    expect(await scopes(connection)).toContain(COMMENTS);
    expect(await scopes(connection, false)).not.toContain(COMMENTS);
    await turnOff(ana, connection);
    expect(await scopes(connection)).not.toContain(COMMENTS);
    expect(await scopes(connection, true)).toContain(COMMENTS);
  });

  it('also when they go on with what they began, and not when they begin something else', async () => {
    await ana.execute('mutation { cancelConnectInstagram { userErrors { message } } }');
    expect(await scopes(undefined, true)).toContain(COMMENTS);
    expect(await scopes()).toContain(COMMENTS);
    expect(await scopes(undefined, false)).not.toContain(COMMENTS);
    expect(await scopes()).not.toContain(COMMENTS);
    expect(await scopes(undefined, true)).toContain(COMMENTS);
    await turnOff(ana, connection);
    expect(await scopes(connection)).not.toContain(COMMENTS);
    expect(await scopes()).not.toContain(COMMENTS);
  });
});

describe('without a verify token', () => {
  it('there are no webhooks: 404, and nobody is subscribed', async () => {
    await stand.close();
    stand = await Stand.open({ env: { META_WEBHOOK_VERIFY_TOKEN: null } });
    const person = await stand.givenAccount();
    expect((await person.execute('{ service { commentEvents } }')).data.service.commentEvents).toBe(false);
    // What is not offered is not asked for either.
    const address = await person.startConnect(undefined, true);
    expect(address).not.toContain('manage_comments');
    // Somebody who let us read comments all the same, as with the webhooks of yesterday.
    const more = address.replace('scope=', 'scope=instagram_business_manage_comments%2C');
    await person.comeBack(await consent(more, ANAS, WITHOUT_NUMBERS));
    expect(await person.connections()).toMatchObject([
      { grantedPermissions: expect.arrayContaining(['MANAGE_COMMENTS']) },
    ]);
    await stand.drain();
    expect(calls('subscribe')).toEqual([]);
    const before = await snapshot(stand.app.dataSource);
    expect(await stand.sandbox.verifyWebhook()).toMatchObject({ status: 404, verified: false });
    const sent = await stand.sandbox.sendEvents({ events: [{ account: ANAS }], unasked: true });
    expect(sent).toMatchObject([{ status: 404 }]);
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
  });
});
