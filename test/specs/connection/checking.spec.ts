import type { LogFields } from '../../../server/src/platform/log';
import { HeardNotices } from '../../stand/heard-notices';
import { ANAS, BEAS, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
let notices: HeardNotices;
let heard: { event: string; fields: LogFields }[];
beforeEach(async () => {
  notices = new HeardNotices();
  heard = [];
  const keep = (event: string, fields: LogFields = {}) => void heard.push({ event, fields });
  stand = await Stand.open({ overrides: { notices, log: { info: keep, warn: keep, error: keep } } });
  notices.clock = stand.clock;
  pair = await givenPair(stand, { analytics: false });
});
afterEach(() => stand.close());

const anas = async () => (await pair.ana.connections())[0];
const profileCalls = () => stand.sandbox.calls().filter(({ route }) => route === 'profile');
const health = () => stand.app.dataSource.query('select * from connection_health');

async function refusedSync(): Promise<void> {
  stand.clock.advance({ minutes: 6 });
  await pair.ana.syncNow(pair.connection);
  await stand.drain();
}

describe('a refusal that speaks of access', () => {
  it('that the check does not find again changes nothing', async () => {
    stand.sandbox.plantFault({ route: 'insights', account: ANAS, code: 190, subcode: 460 });
    await refusedSync();
    expect(await anas()).toMatchObject({ status: 'ACTIVE' });
    expect(await health()).toMatchObject([{ suspicion: 'ACCESS' }]);
    stand.clock.advance({ minutes: 1 });
    await stand.drain();
    expect(await anas()).toMatchObject({ status: 'ACTIVE', checkedAt: stand.clock.now().toISOString() });
    expect(await health()).toMatchObject([{ suspicion: null, check_due_at: null, access_ended_at: null }]);
    expect(await pair.ana.checks(pair.connection)).toEqual([
      { askedAt: stand.clock.now().toISOString(), kind: 'CHECK', outcome: 'ANSWERED', code: null },
    ]);
    expect(notices.heard).toEqual([]);
  });

  it('is not looked at before a minute has passed, and then once', async () => {
    stand.sandbox.endTokens(ANAS, 'password_changed');
    await refusedSync();
    stand.sandbox.clearCalls();
    stand.clock.advance({ seconds: 59 });
    await stand.drain();
    expect(stand.sandbox.calls()).toEqual([]);
    stand.clock.advance({ seconds: 1 });
    await stand.drain();
    // Hers, and the neighbour's to compare with.
    expect(profileCalls().map(({ account, status }) => [account, status])).toEqual([
      [ANAS, 400],
      [BEAS, 200],
    ]);
  });

  it('of nobody to compare with must be found twice', async () => {
    await pair.bea.disconnect(pair.neighbour);
    await stand.drain();
    stand.sandbox.endTokens(ANAS, 'password_changed');
    await refusedSync();
    stand.clock.advance({ minutes: 1 });
    await stand.drain();
    expect(await anas()).toMatchObject({ status: 'ACTIVE' });
    stand.clock.advance({ minutes: 10 });
    await stand.drain();
    expect(await anas()).toMatchObject({ status: 'RECONNECT_NEEDED', statusReason: 'PASSWORD_CHANGED' });
  });

  it('proven: nothing more is asked but once a day, and the person is told once', async () => {
    stand.sandbox.endTokens(ANAS, 'checkpointed');
    await refusedSync();
    stand.clock.advance({ minutes: 1 });
    await stand.drain();
    const since = stand.clock.now();
    expect(await anas()).toMatchObject({
      ...{ status: 'RECONNECT_NEEDED', statusReason: 'CHECKPOINT', statusSince: since.toISOString() },
      tokenHealth: { nextRefreshAt: null, gaveUpAt: since.toISOString() },
    });
    expect(await pair.ana.syncNow(pair.connection)).toBe('ReconnectNeeded');
    stand.sandbox.clearCalls();
    for (let days = 0; days < 5; days += 1) {
      stand.clock.advance({ days: 1 });
      await stand.run('find-due-renewals', 'warn-of-ending-access');
    }
    expect(stand.sandbox.calls().filter(({ account }) => account === ANAS)).toHaveLength(5);
    expect(notices.heard).toMatchObject([{ kind: 'RECONNECT_NEEDED', aboutAt: since, rung: null }]);
  });

  it('and heals by itself when Instagram takes it back, as after a checkpoint', async () => {
    stand.sandbox.plantFault({ account: ANAS, code: 190, subcode: 459, times: null });
    await refusedSync();
    stand.clock.advance({ minutes: 1 });
    await stand.drain();
    expect(await anas()).toMatchObject({ status: 'RECONNECT_NEEDED' });
    stand.sandbox.clearFaults();
    stand.clock.advance({ days: 1 });
    await stand.drain();
    await pair.ana.signIn();
    const seen = await anas();
    expect(seen).toMatchObject({ status: 'ACTIVE', statusReason: null, paused: [] });
    expect(seen.tokenHealth).toMatchObject({ nextRefreshAt: expect.any(String), gaveUpAt: null });
    expect(await pair.ana.syncNow(pair.connection)).toBeNull();
  });

  it('by reconnecting is forgotten', async () => {
    stand.sandbox.endTokens(ANAS, 'password_changed');
    await refusedSync();
    stand.clock.advance({ minutes: 1 });
    await stand.drain();
    await pair.ana.connect(ANAS, { connectionId: pair.connection });
    expect(await anas()).toMatchObject({ status: 'ACTIVE', statusReason: null });
    expect(await health()).toEqual([]);
  });
});

describe('190/458', () => {
  it('proven leads to DEAUTHORIZED, without the token and its key, as the callback does', async () => {
    stand.sandbox.plantFault({ account: ANAS, code: 190, subcode: 458, times: null });
    const others = await pair.others();
    await refusedSync();
    stand.clock.advance({ minutes: 1 });
    await stand.drain();
    const at = stand.clock.now().toISOString();
    expect(await anas()).toMatchObject({
      ...{ status: 'DEAUTHORIZED', deauthorizedAt: at, tokenHealth: null },
      statusEvidence: { kind: 'CHECK', foundAt: at, code: '190/458' },
    });
    const keys = await stand.app.dataSource.query(
      'select kind from keystore.data_key where subject_id = $1',
      [rowIdOf(pair.connection)],
    );
    expect(keys).toEqual([{ kind: 'profile' }]);
    expect(notices.heard).toMatchObject([{ kind: 'REMOVED_AT_INSTAGRAM' }]);
    // The callback that comes late changes nothing, and tells nobody again.
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    expect(notices.heard).toHaveLength(1);
    expect((await pair.others())['public.account']).toEqual(others['public.account']);
  });

  it('by callback says so, and is told once', async () => {
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS, times: 2 });
    expect(await anas()).toMatchObject({
      status: 'DEAUTHORIZED',
      statusEvidence: { kind: 'CALLBACK', code: null },
    });
    expect(notices.heard).toMatchObject([{ kind: 'REMOVED_AT_INSTAGRAM' }]);
  });
});

describe('checking now', () => {
  it('asks Instagram once, and shows what it said', async () => {
    stand.sandbox.clearCalls();
    stand.clock.advance({ minutes: 3 });
    expect(await pair.ana.checkNow(pair.connection)).toBeNull();
    await stand.drain();
    expect(stand.sandbox.calls()).toMatchObject([{ route: 'profile', account: ANAS, status: 200 }]);
    expect(await anas()).toMatchObject({ checkedAt: stand.clock.now().toISOString() });
    expect(await pair.ana.checks(pair.connection)).toMatchObject([{ kind: 'CHECK', outcome: 'ANSWERED' }]);
  });

  it.each([
    [{ code: 2, status: 503 }, 'TROUBLE', '2'],
    [{ drop: 'before' }, 'NO_ANSWER', null],
    [{ code: 4 }, 'RATE_LIMITED', '4'],
  ] as const)('answered %j once, changes nothing', async (fault, outcome, code) => {
    stand.sandbox.plantFault({ account: ANAS, ...fault });
    await pair.ana.checkNow(pair.connection);
    await stand.drain();
    expect(await anas()).toMatchObject({ status: 'ACTIVE', statusReason: null });
    expect(await pair.ana.checks(pair.connection)).toMatchObject([{ outcome, code }]);
  });

  it('refused while all others are refused as well, changes nothing', async () => {
    stand.sandbox.plantFault({ code: 190, subcode: 460, times: null });
    await pair.ana.checkNow(pair.connection);
    await stand.drain();
    expect(await anas()).toMatchObject({ status: 'ACTIVE', statusReason: null });
    expect(await pair.ana.checks(pair.connection)).toMatchObject([
      { outcome: 'ACCESS_REFUSED', code: '190/460' },
    ]);
  });

  it('is found in the log by the id that its card shows, which nobody else can look up', async () => {
    const idOf = async (who: Pair['ana']) =>
      (await who.execute('{ viewer { instagramConnections { diagnosticId } } }')).data.viewer
        .instagramConnections[0].diagnosticId;
    stand.sandbox.plantFault({ account: ANAS, code: 2, status: 503 });
    await pair.ana.checkNow(pair.connection);
    await stand.drain();
    const lines = heard.filter(({ event }) => event === 'connection.checked');
    expect(lines.map(({ fields }) => fields.connection)).toEqual([await idOf(pair.ana)]);
    expect(await idOf(pair.bea)).not.toBe(await idOf(pair.ana));
  });

  it('can be read without the renewals between', async () => {
    stand.clock.advance({ days: 8 });
    await pair.ana.signIn();
    await stand.run('find-due-renewals');
    await pair.ana.checkNow(pair.connection);
    await stand.drain();
    const kinds = async (kind: string) => {
      const query = `query ($id: ID!) { viewer { instagramConnection(id: $id) { checks(kind: ${kind}) { kind } } } }`;
      const answer = await pair.ana.execute(query, { id: pair.connection });
      return answer.data.viewer.instagramConnection.checks;
    };
    expect(await kinds('RENEWAL')).toEqual([{ kind: 'RENEWAL' }]);
    expect(await kinds('CHECK')).toEqual([{ kind: 'CHECK' }]);
  });

  it('of what is removed or somebody else’s asks nothing', async () => {
    stand.sandbox.clearCalls();
    expect(await pair.bea.checkNow(pair.connection)).toBe('NOT_FOUND');
    expect(await pair.ana.checkNow('conn_0')).toBe('NOT_FOUND');
    expect(await stand.visitor().checkNow(pair.connection)).toBe('UNAUTHENTICATED');
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    expect(await pair.ana.checkNow(pair.connection)).toBe('ReconnectNeeded');
    await stand.drain();
    expect(stand.sandbox.calls()).toEqual([]);
  });
});

it('a check whose job was lost is made all the same', async () => {
  stand.sandbox.endTokens(ANAS, 'password_changed');
  await refusedSync();
  await stand.app.dataSource.query('delete from graphile_worker._private_jobs');
  stand.clock.advance({ minutes: 11 });
  await stand.run('find-due-checks');
  expect(await anas()).toMatchObject({ status: 'RECONNECT_NEEDED' });
});

it('a check that a deletion overtakes stores nothing', async () => {
  stand.sandbox.endTokens(ANAS, 'password_changed');
  await refusedSync();
  stand.clock.advance({ minutes: 1 });
  stand.sandbox.plantFault({ route: 'profile', account: ANAS, delayMs: 800 });
  stand.sandbox.clearCalls();
  const check = stand.drain();
  while (profileCalls().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await stand.sandbox.sendCallback('deletion', { account: ANAS });
  await check;
  await stand.drain();
  for (const table of ['connection_health', 'connection_check', 'connection_warning', 'token_renewal'])
    expect(
      await stand.app.dataSource.query(`select 1 from ${table} where connection_id = $1`, [
        rowIdOf(pair.connection),
      ]),
    ).toEqual([]);
  expect(notices.heard).toEqual([]);
});

describe('asking too often', () => {
  it('is refused with a time', async () => {
    await stand.close();
    stand = await Stand.open({ limits: { checkPerConnection: { points: 3, perSeconds: 300 } } });
    pair = await givenPair(stand, { analytics: false });
    const answers: (string | null)[] = [];
    for (let time = 0; time < 4; time += 1) answers.push(await pair.ana.checkNow(pair.connection));
    expect(answers).toEqual([null, null, null, 'CheckTooSoon']);
    expect(await pair.bea.checkNow(pair.neighbour)).toBeNull();
  });
});
