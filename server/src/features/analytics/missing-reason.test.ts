import { type Knowledge, missingReasonOf, type StoredDay } from './missing-reason';

const fetched: StoredDay = { fetched: true, failedMetrics: [] };

/** Five days: the first three are complete, the fourth is stored, the fifth is not. */
const usual: Knowledge = {
  metric: 'VIEWS',
  stored: null,
  lastComplete: 2,
  firstStored: -20,
  firstCounted: 3,
  days: new Map([0, 1, 2, 3].map((day) => [day, fetched])),
};

const because = (values: (number | null)[], differing: Partial<Knowledge> = {}) =>
  missingReasonOf(values, { ...usual, ...differing });

describe('why something is missing', () => {
  it('is not told when nothing is', () => {
    expect(because([1, 0, 2, 3, 4], { stored: 'META_ERROR' })).toBeNull();
  });

  it('is not made up for a complete day of which Instagram said nothing', () => {
    expect(because([1, null, 2, 3, 4])).toBeNull();
  });

  it('is that it is not available yet, after the last complete day', () => {
    expect(because([1, 1, 1, null, null])).toBe('NOT_YET_AVAILABLE');
    expect(because([null], { lastComplete: null, firstStored: null, days: new Map() })).toBe(
      'NOT_YET_AVAILABLE',
    );
  });

  it('is the error of the day itself, for the metric that failed', () => {
    const days = new Map([[1, { fetched: true, failedMetrics: ['VIEWS'] }]]);
    expect(because([1, null, 2], { days })).toBe('META_ERROR');
    expect(because([1, null, 2], { days, metric: 'LIKES' })).toBeNull();
  });

  it.each(['UNSUPPORTED', 'TOO_FEW_FOLLOWERS'] as const)('is %s for every day', (stored) => {
    expect(because([1, null, 2, 3, 4], { stored })).toBe(stored);
    expect(because([1, 1, 2, 3, null], { stored })).toBe(stored);
  });

  it.each(['META_ERROR', 'PERMISSION_MISSING'] as const)('is %s only for days still open', (stored) => {
    expect(because([1, null, 2, 3, 4], { stored })).toBeNull();
    expect(because([1, 1, 2, 3, null], { stored })).toBe(stored);
    expect(because([1, null, 2, 3, 4], { stored, days: new Map() })).toBe(stored);
  });

  it('is the permission when nothing was ever fetched without it', () => {
    const nothing = { lastComplete: null, firstStored: null, firstCounted: null, days: new Map() };
    expect(because([null, null], { ...nothing, stored: 'PERMISSION_MISSING' })).toBe('PERMISSION_MISSING');
  });

  it('is that the day lies before everything, whatever happened later', () => {
    expect(because([null, null, 2, 3, 4], { firstStored: 2, stored: 'UNSUPPORTED' })).toBe(
      'BEFORE_CONNECTION',
    );
  });

  it('is for followers that they were not counted before the connection', () => {
    expect(because([null, null, null, 9, 9], { metric: 'FOLLOWER_COUNT' })).toBe('BEFORE_CONNECTION');
    expect(because([null, null, null, 9, 9])).toBeNull();
  });

  it('is told by precedence when there are several', () => {
    expect(because([null, 1, 2, 3, null], { firstStored: 1 })).toBe('NOT_YET_AVAILABLE');
    expect(because([null, 1, 2, 3, null], { firstStored: 1, stored: 'META_ERROR' })).toBe('META_ERROR');
  });
});
