import { describeSeries } from './describe-series';
import { describeComparison, describeTotal } from './describe-total';
import type { Metric } from './metrics';
import type { MissingReason } from './missing-reasons';
import { type RangeSeries, toRangeSeries } from './range-series';

const range = { from: '2026-11-18', to: '2026-11-21', completeUntil: '2026-11-20' };

function series(
  metric: Metric,
  values: (number | null)[],
  rest: { total?: number | null; previousTotal?: number | null; missingReason?: MissingReason | null } = {},
): RangeSeries {
  const answer = { metric, values, total: null, previousTotal: null, missingReason: null, ...rest };
  const [only] = toRangeSeries({ ...range, syncedAt: null, series: [answer] });
  if (only === undefined) throw new Error('one series in, none out');
  return only;
}

function sentence(
  values: (number | null)[],
  metric: Metric = 'REACH',
  missingReason: MissingReason | null = null,
) {
  return describeSeries(series(metric, values, { missingReason }));
}

describe('describeSeries', () => {
  it('names the span of the complete days and leaves the filling one out', () => {
    expect(sentence([610, 900, 2_180, 5])).toBe('Reach ran between 610 and 2,180 a day.');
  });

  it('counts the gaps', () => {
    expect(sentence([610, null, 2_180, 5])).toBe(
      'Reach ran between 610 and 2,180 a day; 1 day is not known.',
    );
    expect(sentence([610, null, null, 5])).toBe('Reach was 610 on Wed 18 Nov 2026; 2 days are not known.');
  });

  it('says that nothing is known, and why', () => {
    expect(sentence([null, null, null, null], 'FOLLOWS', 'TOO_FEW_FOLLOWERS')).toBe(
      'Follows is not known on any of these days: Instagram gives this number from 100 followers.',
    );
  });

  it('has a word for days that are all alike, and none "a day" for a level', () => {
    expect(sentence([0, 0, 0, 1], 'LIKES')).toBe('Likes stayed at 0 a day.');
    expect(sentence([1_500, 1_523, 1_510, 1], 'FOLLOWER_COUNT')).toBe(
      'Followers ran between 1,500 and 1,523.',
    );
  });
});

describe('describeTotal', () => {
  function total(
    metric: Metric,
    value: number | null,
    values: (number | null)[],
    reason: MissingReason | null = null,
  ) {
    return describeTotal(series(metric, values, { total: value, missingReason: reason }));
  }

  it("is the server's total, 0 included", () => {
    expect(total('VIEWS', 0, [0, 0, 0, 4])).toEqual({
      kind: 'known',
      total: 0,
      note: null,
    });
  });

  it('never adds up accounts', () => {
    expect(total('REACH', null, [1, 2, 3, 4])).toMatchObject({
      kind: 'not-added-up',
      why: expect.stringContaining('counts people'),
    });
    expect(total('ACCOUNTS_ENGAGED', null, [1, 2, 3, 4]).kind).toBe('not-added-up');
  });

  it('does not add up events with a gap among them', () => {
    expect(total('VIEWS', null, [1, null, 3, 4], 'META_ERROR')).toEqual({
      kind: 'not-known',
      why: '1 of 3 days is not known (Instagram answered with an error), so there is no total.',
    });
  });

  it('gives the reason when no complete day is known', () => {
    expect(total('REACH', null, [null, null, null, 4], 'PERMISSION_MISSING')).toEqual({
      kind: 'not-known',
      why: 'Not known: the permission to read analytics was not granted.',
    });
  });
});

describe('the level of a stock', () => {
  it('names the day it was last known on, and no other', () => {
    expect(describeTotal(series('FOLLOWER_COUNT', [1, 2, null, null], { total: 2 }))).toMatchObject({
      note: 'on 19 Nov',
    });
    expect(describeTotal(series('FOLLOWER_COUNT', [1, 2, null, null], { total: 9 }))).toMatchObject({
      note: null,
    });
  });
});

describe('describeComparison', () => {
  it('says the difference, the other range and its number', () => {
    expect(describeComparison(series('VIEWS', [1, 2, 3], { total: 48_210, previousTotal: 47_898 }))).toBe(
      '312 more than 15 Nov - 17 Nov 2026: 47,898',
    );
    expect(describeComparison(series('VIEWS', [1, 2, 3], { total: 4, previousTotal: 100 }))).toMatch(
      /^96 fewer than/,
    );
    expect(describeComparison(series('VIEWS', [1, 2, 3], { total: 4, previousTotal: 4 }))).toMatch(
      /^as many as/,
    );
  });

  it('says nothing when either side is not known', () => {
    expect(describeComparison(series('VIEWS', [1, 2, 3], { total: 6 }))).toBeNull();
    expect(describeComparison(series('VIEWS', [1, null, 3], { previousTotal: 6 }))).toBeNull();
  });
});
