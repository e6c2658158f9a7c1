import { type CallbackRoute, postSigned, requestDeletion } from '../../stand/callbacks';
import { ANAS, category, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
let others: Record<string, string>;
beforeEach(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
  others = await pair.others();
});
afterEach(async () => {
  const after = await pair.others();
  await stand.close();
  expect(after).toEqual(others);
});

const count = async (table: string): Promise<number> =>
  (await stand.app.dataSource.query(`select count(*)::int as count from ${table}`))[0].count;

/** Only what proves the deletion still speaks of Ana's connection. */
async function expectErased(): Promise<void> {
  await stand.run('tidy');
  const tables = Object.keys(await rowsWith(stand.app.dataSource, rowIdOf(pair.connection)));
  expect(tables.filter((table) => !table.startsWith('public.deletion_'))).toEqual([]);
  expect(await pair.ana.connections()).toEqual([]);
  for (const request of await pair.ana.deletionRequests()) expect(request.state).toBe('COMPLETED');
}

describe('the same data-deletion request', () => {
  it('64 times at once is one: one answer, one record, one job', async () => {
    const signed = stand.sandbox.sign({ account: ANAS });
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => postSigned(stand, '/meta/data-deletion', signed)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await count('deletion_request')).toBe(1);
    expect(await count(`graphile_worker.jobs where task_identifier = 'erase'`)).toBe(1);
    await expectErased();
  });

  it('gets the same answer while it runs, when it is done, and after a new connect, and does nothing', async () => {
    const signed = stand.sandbox.sign({ account: ANAS });
    const code = await requestDeletion(stand, signed);
    expect(await requestDeletion(stand, signed)).toBe(code);
    await stand.drain();
    stand.clock.advance({ days: 20 });
    await pair.ana.signIn();
    const again = await pair.ana.givenConnection(ANAS);
    const before = await snapshot(stand.app.dataSource);
    expect(await requestDeletion(stand, signed)).toBe(code);
    await stand.drain();
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
    expect(await pair.ana.connections()).toMatchObject([{ id: again, status: 'ACTIVE' }]);
    others = await pair.others();
  });

  it('with other bytes is another request with a code of its own', async () => {
    const first = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
    const numeric = stand.sandbox.sign({ account: ANAS, numericUserId: true });
    const second = await requestDeletion(stand, numeric);
    expect(second).not.toBe(first);
    expect(await count('deletion_request')).toBe(2);
    await expectErased();
  });
});

describe('64 callbacks at once', () => {
  it('that are one deauthorization: one record, one answer, and the rest stays', async () => {
    const signed = stand.sandbox.sign({ account: ANAS });
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => postSigned(stand, '/meta/deauthorize', signed)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await count('deauthorization')).toBe(1);
    expect(await pair.ana.connections()).toMatchObject([
      { id: pair.connection, status: 'DEAUTHORIZED', analyticsSync: { storedDays: 33 } },
    ]);
  });

  it('that are one value at both routes: one record each, and the deletion wins', async () => {
    const signed = stand.sandbox.sign({ account: ANAS });
    const routes = ['/meta/deauthorize', '/meta/data-deletion'] as const;
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) => postSigned(stand, routes[index % 2 === 0 ? 0 : 1], signed)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(2);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect([await count('deauthorization'), await count('deletion_request')]).toEqual([1, 1]);
    await expectErased();
  });
});

describe('a request that arrives while another erases', () => {
  it('gets its own code, says so, and completes with it', async () => {
    await pair.ana.disconnect(pair.connection);
    const code = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
    expect(await stand.visitor().deletionStatus(code)).toMatchObject({ state: 'RECEIVED' });
    await expectErased();
    const [joined, first] = sortBySource(await pair.ana.deletionRequests());
    expect(joined.confirmationCode).toBe(code);
    for (const name of ['ACCESS_KEYS', 'INSTAGRAM_IDENTITY', 'ANALYTICS'] as const) {
      expect(category(joined, name)).toEqual({
        outcome: 'REMOVED',
        count: null,
        reason: 'Removed together with an earlier request that was already running',
      });
      expect(category(first, name)).toMatchObject({ outcome: 'REMOVED', reason: null });
    }
    expect(category(first, 'ANALYTICS').count).toBe(33);
  });

  it.each(['the other’s job runs first', 'both jobs run at once'])(
    'leaves the counts with the one that cut the connection when %s',
    async (when) => {
      await pair.ana.disconnect(pair.connection);
      await stand.app.settled();
      const later =
        'select graphile_worker.reschedule_jobs(array_agg(id), priority => 9) from graphile_worker.jobs';
      await stand.app.dataSource.query(later);
      await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
      if (when === 'both jobs run at once')
        await Promise.all([stand.app.jobs.drain(), stand.app.jobs.drain()]);
      await expectErased();
      const [, first] = sortBySource(await pair.ana.deletionRequests());
      expect(category(first, 'INSTAGRAM_IDENTITY')).toMatchObject({ outcome: 'REMOVED', count: 1 });
      expect(category(first, 'ANALYTICS')).toMatchObject({ outcome: 'REMOVED', count: 33 });
    },
  );
});

describe('one value at both routes', () => {
  it.each<readonly [CallbackRoute, CallbackRoute]>([
    ['/meta/deauthorize', '/meta/data-deletion'],
    ['/meta/data-deletion', '/meta/deauthorize'],
  ])('%s and then %s: each does its own', async (first, second) => {
    const signed = stand.sandbox.sign({ account: ANAS });
    expect((await postSigned(stand, first, signed)).status).toBe(200);
    expect((await postSigned(stand, second, signed)).status).toBe(200);
    expect([await count('deauthorization'), await count('deletion_request')]).toEqual([1, 1]);
    await expectErased();
    const kept = category((await pair.ana.deletionRequests())[0], 'ACCESS_KEYS');
    expect(kept.outcome).toBe(first === '/meta/deauthorize' ? 'NOTHING_HELD' : 'REMOVED');
  });
});

describe('deauthorize, delete and disconnect', () => {
  const acts = {
    deauthorize: () => stand.sandbox.sendCallback('deauthorize', { account: ANAS }),
    delete: () => stand.sandbox.sendCallback('deletion', { account: ANAS }),
    disconnect: () => pair.ana.disconnect(pair.connection),
  };
  const orders = (['deauthorize', 'delete', 'disconnect'] as const).flatMap((first, _, all) => {
    const [a, b] = all.filter((other) => other !== first) as [keyof typeof acts, keyof typeof acts];
    return [[first, a, b] as const, [first, b, a] as const];
  });

  it.each(orders)('%s, %s, %s end the same, run one by one or all at once', async (...order) => {
    for (const act of order) {
      await acts[act]();
      await stand.drain();
    }
    await expectErased();
    const again = await pair.ana.givenConnection(ANAS);
    stand.clock.advance({ seconds: 1 });
    for (const act of order) await (act === 'disconnect' ? pair.ana.disconnect(again) : acts[act]());
    await stand.drain();
    await expectErased();
    const left = await rowsWith(stand.app.dataSource, rowIdOf(again));
    expect(Object.keys(left)).toEqual(['public.deletion_outcome', 'public.deletion_subject']);
    // A request of Meta's after the end has no subject: it and its receipt are rows of nobody's.
    const ofNobody = ['public.deletion_request', 'public.receipt'].map((table) => [
      table,
      expect.any(String),
    ]);
    others = { ...others, ...Object.fromEntries(ofNobody) };
  });
});

// biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
function sortBySource(requests: any[]): any[] {
  return requests.sort((one, other) => other.source.localeCompare(one.source));
}
