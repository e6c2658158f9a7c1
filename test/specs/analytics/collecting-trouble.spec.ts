import { Answers } from '../../stand/answers';
import { Collecting } from '../../stand/collecting';

/** Noon in Los Angeles. */
const START = new Date('2026-11-23T20:00:00.000Z');
const TODAY = '2026-11-23';
/** The newest day that ended 48 hours before. */
const COMPLETE = '2026-11-20';
const OLDEST = '2026-10-22';

let stand: Collecting;
beforeAll(async () => {
  stand = await Collecting.open(START);
});
afterAll(() => stand.close());
beforeEach(() => stand.reset());

describe('a run that Instagram disturbs', () => {
  it('records a dead token, keeps what is stored and does not touch the connection', async () => {
    await stand.analytics.sync(stand.connectionId);
    const before = await stand.connectionRow();
    stand.clock.advance({ days: 1 });
    stand.answers.reach = 'token-rejected';
    expect(await stand.analytics.sync(stand.connectionId)).toBe('failed');
    const tomorrow = '2026-11-24';
    expect(await stand.state()).toMatchObject({
      running: false,
      syncedAt: START,
      failedAt: stand.clock.now(),
    });
    expect(await stand.seriesOf('VIEWS', TODAY, tomorrow)).toMatchObject({
      values: [10, null],
      missingReason: 'META_ERROR',
    });
    expect(await stand.seriesOf('VIEWS', OLDEST, COMPLETE)).toMatchObject({
      total: 300,
      missingReason: null,
    });
    expect((await stand.seriesOf('FOLLOWER_COUNT', tomorrow, tomorrow)).values).toEqual([250]);
    expect(await stand.waitingJobs()).toEqual([]);
    const after = await stand.connectionRow();
    expect({ ...after, checkedAt: null }).toEqual({ ...before, checkedAt: null });
  });

  it('keeps what was fetched when Instagram stops answering, and goes on there a minute later', async () => {
    stand.answers.totals = (day) =>
      day === '2026-11-10' ? 'no-answer' : { values: new Map([['VIEWS', 1]]), missing: new Map() };
    await stand.dataSource.transaction((tx) => stand.analytics.queueFirstSync(tx, stand.connectionId, START));
    expect(await stand.state()).toMatchObject({ running: true, syncedAt: null });
    await stand.drain();
    expect(await stand.state()).toMatchObject({
      running: false,
      syncedAt: null,
      failedAt: START,
      completeUntil: null,
      storedDays: 13,
    });
    expect(await stand.waitingJobs()).toHaveLength(1);

    await stand.drain();
    expect(stand.answers.calls).toHaveLength(2 + 14);
    stand.answers.calls = [];
    stand.answers.totals = new Answers().totals;
    stand.clock.advance({ minutes: 1 });
    await stand.drain();
    expect(stand.answers.calls.slice(2, 6)).toEqual([TODAY, '2026-11-22', '2026-11-21', '2026-11-10']);
    expect(await stand.state()).toMatchObject({
      syncedAt: stand.clock.now(),
      failedAt: null,
      completeUntil: COMPLETE,
      storedDays: 33,
    });
    expect(await stand.waitingJobs()).toEqual([]);
  });

  it('says of one metric that Instagram refuses, and stores the others', async () => {
    stand.answers.followers = 12;
    stand.answers.totals = () => ({
      values: new Map([['VIEWS', 1]]),
      missing: new Map([['REPOSTS', 'UNSUPPORTED']]),
    });
    expect(await stand.analytics.sync(stand.connectionId)).toBe('synced');
    expect(await stand.seriesOf('REPOSTS', OLDEST, COMPLETE)).toMatchObject({ missingReason: 'UNSUPPORTED' });
    expect(await stand.seriesOf('FOLLOWS', OLDEST, COMPLETE)).toMatchObject({
      missingReason: 'TOO_FEW_FOLLOWERS',
    });
    expect(await stand.seriesOf('VIEWS', OLDEST, COMPLETE)).toMatchObject({ total: 30, missingReason: null });
    stand.answers.followers = 300;
    await stand.analytics.sync(stand.connectionId);
    expect(await stand.seriesOf('FOLLOWS', OLDEST, COMPLETE)).toMatchObject({ missingReason: null });
  });

  it('asks nothing without the permission', async () => {
    stand.connectionId = await stand.givenConnection(['BASIC']);
    expect(await stand.analytics.sync(stand.connectionId)).toBe('permission-missing');
    expect(stand.answers.calls).toEqual([]);
    const { series } = await stand.read(COMPLETE, TODAY);
    expect(new Set(series.map(({ missingReason }) => missingReason))).toEqual(
      new Set(['PERMISSION_MISSING']),
    );
    expect(await stand.state()).toMatchObject({
      running: false,
      syncedAt: null,
      failedAt: null,
      storedDays: 0,
    });
  });
});
