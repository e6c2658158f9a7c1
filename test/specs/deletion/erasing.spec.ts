import type { Eraser } from '../../../server/src/features/deletion';
import { ANAS, category, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf, rowsWith } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
let others: Record<string, string>;

/** How the main eraser of a category is led astray: the first of it; set by a spec, taken away to mend it. */
let astray: Partial<
  Record<string, { erase(...args: [...Parameters<Eraser['erase']>, Eraser['erase']]): Promise<number> }>
> = {};
const lead = (eraser: Eraser): Eraser => ({
  ...eraser,
  erase: (subject, tx) => (astray[eraser.category]?.erase ?? eraser.erase)(subject, tx, eraser.erase),
});

beforeEach(async () => {
  astray = {};
  stand = await Stand.open({
    overrides: {
      erasers: (erasers) =>
        erasers.map((eraser) =>
          erasers.find(({ category: name }) => name === eraser.category) === eraser ? lead(eraser) : eraser,
        ),
    },
  });
  pair = await givenPair(stand);
  others = await pair.others();
});
afterEach(async () => {
  const after = await pair.others();
  await stand.close();
  expect(after).toEqual(others);
});

const own = async () => (await pair.ana.deletionRequests())[0];
const rowsOfAnas = () => rowsWith(stand.app.dataSource, rowIdOf(pair.connection));
const alerts = async () =>
  /^sociogenie_operator_alerts_total\{event="deletion.needs-attention"\} (\d+)$/m.exec(
    await (await stand.visitor().fetch('/metrics')).text(),
  )?.[1];

async function expectMended(): Promise<void> {
  astray = {};
  stand.clock.advance({ minutes: 1 });
  await stand.repeatFailed();
  const status = await own();
  expect(status).toMatchObject({ state: 'COMPLETED', completedAt: stand.clock.now().toISOString() });
  expect(status.receipt).toEqual(expect.any(String));
  expect(category(status, 'ANALYTICS')).toMatchObject({ outcome: 'REMOVED', count: 33 });
  expect(category(status, 'INSTAGRAM_IDENTITY')).toMatchObject({ outcome: 'REMOVED', count: 1 });
  await stand.run('tidy');
  expect(await rowsOfAnas()).toEqual({ 'public.deletion_outcome': 3, 'public.deletion_subject': 1 });
}

describe('an erasure', () => {
  it('is received, erases, and is completed, for everybody to see', async () => {
    const { promise: pause, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    astray.INSTAGRAM_IDENTITY = {
      erase: async (subject, tx, asItIs) => {
        reach();
        await pause;
        return asItIs(subject, tx);
      },
    };
    const answer = await pair.ana.disconnect(pair.connection);
    const code = answer.data.disconnectInstagram.deletionStatus.confirmationCode;
    const seen = () => stand.visitor().deletionStatus(code);
    expect(await seen()).toMatchObject({ state: 'RECEIVED', completedAt: null });
    expect(category(await seen(), 'ANALYTICS').outcome).toBe('PENDING');

    const erasing = stand.drain();
    await reached;
    expect(await seen()).toMatchObject({ state: 'ERASING', completedAt: null });
    expect(category(await seen(), 'ANALYTICS').outcome).toBe('REMOVED');
    expect(category(await seen(), 'INSTAGRAM_IDENTITY').outcome).toBe('PENDING');

    goOn();
    await erasing;
    expect(await seen()).toMatchObject({ state: 'COMPLETED', completedAt: stand.clock.now().toISOString() });
  });

  it.each(['ANALYTICS', 'INSTAGRAM_IDENTITY'] as const)(
    'whose %s cannot be erased says so, tells the operator, leaves no key, and is finished when it can',
    async (name) => {
      astray[name] = { erase: () => Promise.reject(new Error('the table is on fire')) };
      await pair.ana.disconnect(pair.connection);
      await stand.drain();
      expect(await own()).toMatchObject({ state: 'NEEDS_ATTENTION', completedAt: null, receipt: null });
      expect(category(await own(), name)).toMatchObject({ outcome: 'FAILED' });
      expect(await alerts()).toBe('1');
      expect(await rowsOfAnas()).not.toHaveProperty(['keystore.data_key']);
      expect(await pair.ana.connections()).toEqual([]);

      await stand.repeatFailed();
      expect(await own()).toMatchObject({ state: 'NEEDS_ATTENTION' });
      expect(await alerts()).toBe('2');
      await expectMended();
    },
  );

  it('that leaves something behind is found out by the second count', async () => {
    astray.ANALYTICS = {
      erase: async ({ connectionId }, tx) => {
        const { affected } = await tx.delete('analytics_day', { connectionId });
        return affected ?? 0;
      },
    };
    // The row that the rest hangs on would not go either: a database that does not mind is the worse case.
    await stand.app.dataSource.query(
      'alter table analytics_sync drop constraint analytics_sync_connection_fkey',
    );
    await pair.ana.disconnect(pair.connection);
    await stand.drain();
    expect(await own()).toMatchObject({ state: 'NEEDS_ATTENTION', completedAt: null, receipt: null });
    expect(category(await own(), 'ANALYTICS')).toMatchObject({ outcome: 'FAILED' });
    expect(category(await own(), 'INSTAGRAM_IDENTITY')).toMatchObject({ outcome: 'REMOVED' });
    await expectMended();
  });

  it('that is repeated counts nothing twice and nothing away', async () => {
    astray.INSTAGRAM_IDENTITY = { erase: () => Promise.reject(new Error('not yet')) };
    await stand.sandbox.sendCallback('deletion', { account: ANAS });
    for (let run = 0; run < 3; run += 1) await stand.repeatFailed();
    expect(category(await own(), 'ANALYTICS')).toMatchObject({ outcome: 'REMOVED', count: 33 });
    await expectMended();
  });
});

describe('a sync that is under way', () => {
  const acts = {
    disconnect: () => pair.ana.disconnect(pair.connection),
    'deletion callback': () => stand.sandbox.sendCallback('deletion', { account: ANAS }),
    'deauthorize callback': () => stand.sandbox.sendCallback('deauthorize', { account: ANAS }),
  };

  it.each(Object.keys(acts) as (keyof typeof acts)[])('writes nothing more after a %s', async (act) => {
    stand.clock.advance({ days: 2 });
    await pair.ana.signIn();
    await pair.ana.syncNow(pair.connection);
    stand.sandbox.clearCalls();
    stand.sandbox.plantFault({ route: 'insights', after: 2, delayMs: 1_500 });
    const syncing = stand.app.jobs.drain();
    while (stand.sandbox.calls().filter((call) => call.route === 'insights').length < 3)
      await new Promise((resolve) => setTimeout(resolve, 20));

    await acts[act]();
    await stand.app.jobs.drain();
    const { 'graphile_worker._private_jobs': _, ...atOnce } = await rowsOfAnas();
    const days = () =>
      stand.app.dataSource.query('select * from analytics_day where connection_id = $1 order by day', [
        rowIdOf(pair.connection),
      ]);
    const then = await days();
    expect(then).toHaveLength(act === 'deauthorize callback' ? 33 : 0);

    await syncing;
    await stand.drain();
    const { 'graphile_worker._private_jobs': __, ...afterwards } = await rowsOfAnas();
    expect(afterwards).toEqual(atOnce);
    expect(await days()).toEqual(then);
    if (act !== 'deauthorize callback') expect(await own()).toMatchObject({ state: 'COMPLETED' });
  });
});
