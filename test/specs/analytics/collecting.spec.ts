import { analyticsEraser } from '../../../server/src/features/analytics';
import { Collecting } from '../../stand/collecting';

// The feature on a real database and a real queue. What Instagram answers is chosen call by call, which the sandbox
// cannot do; the stories through the doors have specs of their own.

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

describe('a run', () => {
  it('stores 33 days at first, then only what is open', async () => {
    expect(await stand.analytics.sync(stand.connectionId)).toBe('synced');
    expect(stand.answers.calls).toHaveLength(35);
    expect(stand.answers.calls.slice(0, 3)).toEqual(['profile', `reach ${OLDEST} ${TODAY}`, TODAY]);
    expect(await stand.state()).toEqual({
      ...{ running: false, syncedAt: START, completeUntil: COMPLETE, storedDays: 33 },
      ...{ failedAt: null, nextManualSyncAt: null },
    });
    stand.answers.calls = [];
    stand.clock.advance({ hours: 1 });
    expect(await stand.analytics.sync(stand.connectionId)).toBe('synced');
    expect(stand.answers.calls).toEqual([
      'profile',
      `reach 2026-11-21 ${TODAY}`,
      TODAY,
      '2026-11-22',
      '2026-11-21',
    ]);
  });

  it('is read with totals of the complete days, and zeros and gaps as they are', async () => {
    await stand.analytics.sync(stand.connectionId);
    expect(
      await stand.read('2026-11-19', TODAY, ['VIEWS', 'LIKES', 'REACH', 'SAVES', 'FOLLOWER_COUNT']),
    ).toEqual({
      ...{ from: '2026-11-19', to: TODAY, completeUntil: COMPLETE, syncedAt: START },
      series: [
        {
          metric: 'VIEWS',
          values: [10, 10, 10, 10, 10],
          total: 20,
          previousTotal: null,
          missingReason: null,
        },
        { metric: 'LIKES', values: [0, 0, 0, 0, 0], total: 0, previousTotal: null, missingReason: null },
        {
          ...{ metric: 'REACH', values: [null, null, null, null, 70], total: null, previousTotal: null },
          missingReason: 'NOT_YET_AVAILABLE',
        },
        {
          ...{ metric: 'SAVES', values: [null, null, null, null, null], total: null, previousTotal: null },
          missingReason: 'NOT_YET_AVAILABLE',
        },
        {
          ...{
            metric: 'FOLLOWER_COUNT',
            values: [null, null, null, null, 250],
            total: 250,
            previousTotal: null,
          },
          missingReason: 'BEFORE_CONNECTION',
        },
      ],
    });
    expect(await stand.seriesOf('SAVES', '2026-11-19', COMPLETE)).toMatchObject({ missingReason: null });
    expect(await stand.seriesOf('VIEWS', '2026-10-17', OLDEST)).toMatchObject({
      values: [null, null, null, null, null, 10],
      ...{ total: null, missingReason: 'BEFORE_CONNECTION' },
    });
  });

  it('reads one metric of a connection without any row', async () => {
    expect(await stand.read(COMPLETE, TODAY, ['VIEWS'])).toMatchObject({
      ...{ completeUntil: null, syncedAt: null },
      series: [{ values: [null, null, null, null], total: null, missingReason: 'NOT_YET_AVAILABLE' }],
    });
  });

  it('never loses a number to an answer without one', async () => {
    await stand.analytics.sync(stand.connectionId);
    stand.answers.totals = () => ({
      values: new Map([['LIKES', 3]]),
      missing: new Map([['VIEWS', 'META_ERROR']]),
    });
    stand.answers.followers = null;
    await stand.analytics.sync(stand.connectionId);
    expect((await stand.seriesOf('VIEWS', TODAY, TODAY)).values).toEqual([10]);
    expect((await stand.seriesOf('LIKES', TODAY, TODAY)).values).toEqual([3]);
    expect((await stand.seriesOf('FOLLOWER_COUNT', TODAY, TODAY)).values).toEqual([250]);
  });
});

describe('erasing', () => {
  it('removes every row, counts days, leaves another connection alone and may be repeated', async () => {
    stand.answers.totals = () => ({ values: new Map(), missing: new Map([['REPOSTS', 'UNSUPPORTED']]) });
    await stand.analytics.sync(stand.connectionId);
    const other = await stand.givenConnection();
    await stand.analytics.sync(other);
    const subject = { connectionId: stand.connectionId, accountId: '' };
    expect(await analyticsEraser.count(subject, stand.dataSource.manager)).toBe(35);
    const erase = () => stand.dataSource.transaction((tx) => analyticsEraser.erase(subject, tx));
    expect([await erase(), await erase()]).toEqual([33, 0]);
    expect(await analyticsEraser.count(subject, stand.dataSource.manager)).toBe(0);
    expect(
      await analyticsEraser.count({ connectionId: other, accountId: '' }, stand.dataSource.manager),
    ).toBe(35);
  });
});
