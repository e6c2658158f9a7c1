import { Collecting } from '../../stand/collecting';

/** Noon in Los Angeles. */
const START = new Date('2026-11-23T20:00:00.000Z');

let stand: Collecting;
beforeAll(async () => {
  stand = await Collecting.open(START);
});
afterAll(() => stand.close());
beforeEach(() => stand.reset());

describe('asking for a run', () => {
  it('queues one, and the next five minutes later', async () => {
    expect(await stand.analytics.requestSync(stand.connectionId)).toEqual({ kind: 'queued' });
    expect(await stand.state()).toMatchObject({
      running: true,
      nextManualSyncAt: new Date(START.getTime() + 300_000),
    });
    await stand.drain();
    expect(await stand.state()).toMatchObject({ running: false, syncedAt: START });
    stand.clock.advance({ seconds: 299 });
    const retryAt = new Date(START.getTime() + 300_000);
    expect(await stand.analytics.requestSync(stand.connectionId)).toEqual({ kind: 'too-soon', retryAt });
    expect(await stand.waitingJobs()).toEqual([]);
    stand.clock.advance({ seconds: 1 });
    expect(await stand.state()).toMatchObject({ nextManualSyncAt: null });
    expect(await stand.analytics.requestSync(stand.connectionId)).toEqual({ kind: 'queued' });
  });

  it('is accepted once when it is asked for several times at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 5 }, () => stand.analytics.requestSync(stand.connectionId)),
    );
    expect(all.filter(({ kind }) => kind === 'queued')).toHaveLength(1);
    expect(await stand.waitingJobs()).toHaveLength(1);
  });

  it('needs a living grant', async () => {
    await stand.changeConnection({ tokenExpiresAt: START });
    expect(await stand.analytics.requestSync(stand.connectionId)).toEqual({ kind: 'reconnect-needed' });
  });

  it('no longer counts as running when a crash left it so', async () => {
    await stand.analytics.requestSync(stand.connectionId);
    stand.clock.advance({ minutes: 15 });
    expect(await stand.state()).toMatchObject({ running: false });
  });
});

describe('the finder', () => {
  it('queues every living connection within the hour, once', async () => {
    const other = await stand.givenConnection();
    await stand.changeConnection({ deauthorizedAt: START }, other);
    await stand.givenConnection();
    expect(await stand.analytics.findDueSyncs()).toBe(2);
    expect(await stand.analytics.findDueSyncs()).toBe(0);
    const runs = await stand.waitingJobs();
    expect(runs).toHaveLength(2);
    for (const { run_at } of runs) {
      expect(run_at.getTime() - START.getTime()).toBeGreaterThanOrEqual(0);
      expect(run_at.getTime() - START.getTime()).toBeLessThan(3_600_000);
    }
  });

  it('leaves a run at its time that a person asked for', async () => {
    await stand.analytics.requestSync(stand.connectionId);
    expect(await stand.analytics.findDueSyncs()).toBe(0);
    expect(await stand.waitingJobs()).toEqual([{ run_at: START }]);
  });

  it('begins anew what the queue has given up', async () => {
    await stand.analytics.requestSync(stand.connectionId);
    await stand.dataSource.query('update graphile_worker._private_jobs set attempts = max_attempts');
    expect(await stand.analytics.findDueSyncs()).toBe(1);
    expect(await stand.waitingJobs()).toHaveLength(1);
  });
});
