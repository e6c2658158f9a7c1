import { describeMissing } from './describe-missing';
import { dayMissingWords, gapsOf } from './gaps';
import type { Metric } from './metrics';
import type { MissingReason } from './missing-reasons';
import { type RangeSeries, toRangeSeries } from './range-series';

/** 18 to 20 Nov complete, 21 and 22 still filling. */
function series(
  values: (number | null)[],
  missingReason: MissingReason | null,
  metric: Metric = 'VIEWS',
): RangeSeries {
  const range = { from: '2026-11-18', to: '2026-11-22', completeUntil: '2026-11-20', syncedAt: null };
  const known = { metric: 'REACH' as const, values: [1, 1, 1, 1, 1], total: null, previousTotal: null };
  const all = toRangeSeries({
    ...range,
    series: [
      { metric, values, total: null, previousTotal: null, missingReason },
      { ...known, missingReason: null },
    ],
  });
  const [asked] = all;
  if (asked === undefined) throw new Error('two series in, none out');
  return asked;
}

function wordsOf(given: RangeSeries): string[] {
  return given.points.filter(({ value }) => value === null).map((point) => dayMissingWords(point, given));
}

const noNumber = 'Instagram gave no number';
const notYet = 'Instagram has not reported it yet';
const before = 'from before the first day we collected';

describe('why a day is not known', () => {
  it('is that it has not come yet only while it is still filling', () => {
    expect(wordsOf(series([1, null, 3, 4, null], 'NOT_YET_AVAILABLE'))).toEqual([noNumber, notYet]);
    expect(wordsOf(series([1, 2, 3, null, null], null))).toEqual([notYet, notYet]);
  });

  it('is that it lies before what was collected only ahead of the first known day', () => {
    expect(wordsOf(series([null, 2, null, 4, null], 'BEFORE_CONNECTION'))).toEqual([
      before,
      noNumber,
      notYet,
    ]);
    expect(wordsOf(series([null, null, null, null, null], 'BEFORE_CONNECTION'))).toEqual([
      before,
      before,
      before,
      notYet,
      notYet,
    ]);
  });

  it('is what Instagram says of the metric in general for each day', () => {
    const words = 'Instagram gives this number from 100 followers';
    expect(wordsOf(series([null, null, null, null, null], 'TOO_FEW_FOLLOWERS'))).toEqual(
      Array(5).fill(words),
    );
  });
});

describe('gaps', () => {
  it('are among the complete days only', () => {
    expect(gapsOf(series([1, 2, 3, null, null], 'NOT_YET_AVAILABLE'))).toEqual({
      count: 0,
      of: 3,
      reason: null,
    });
    expect(gapsOf(series([1, null, 3, null, null], 'META_ERROR'))).toEqual({
      count: 1,
      of: 3,
      reason: 'META_ERROR',
    });
  });

  it('are told once per reason; a day still filling is not among them', () => {
    expect(
      describeMissing([
        series([1, 2, 3, null, null], 'NOT_YET_AVAILABLE', 'LIKES'),
        series([null, null, null, null, null], 'TOO_FEW_FOLLOWERS', 'FOLLOWS'),
        series([null, null, null, null, null], 'TOO_FEW_FOLLOWERS', 'UNFOLLOWS'),
        series([1, null, 3, 4, null], 'META_ERROR', 'VIEWS'),
      ]),
    ).toEqual([
      'Follows, Unfollows: not known, Instagram gives this from 100 followers.',
      'Views: some days are not known, Instagram answered with an error.',
    ]);
  });

  it('of every number are told in two words', () => {
    const all = [
      series([null, 2, 3, 4, 5], 'BEFORE_CONNECTION', 'LIKES'),
      series([null, 2, 3, 4, 5], 'BEFORE_CONNECTION'),
    ];
    expect(describeMissing(all)).toEqual(['All numbers: not known before the first day we collected.']);
  });
});
