import { toChartPoints } from './to-chart-points';

const from = '2026-11-18';

function points(values: (number | null)[], completeUntil: string | null = '2026-11-21', to = '2026-11-21') {
  return toChartPoints({ from, to, completeUntil, values });
}

describe('toChartPoints', () => {
  it('keeps a gap as a gap, never 0', () => {
    expect(points([5, null, 0, 7]).map(({ complete }) => complete)).toEqual([5, null, 0, 7]);
  });

  it('gives a dot to a known day between two gaps only', () => {
    expect(points([5, null, 6, null]).map(({ alone }) => alone)).toEqual([true, false, true, false]);
    expect(points([5, 6, null, null]).some(({ alone }) => alone)).toBe(false);
  });

  it('gives a dot to a single point', () => {
    const [only, ...rest] = points([9], '2026-11-18', '2026-11-18');
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      day: '2026-11-18',
      value: 9,
      complete: 9,
      filling: null,
      alone: true,
    });
  });

  it('has no points without days', () => {
    expect(points([], '2026-11-17', '2026-11-17')).toEqual([]);
  });

  it('has a point for each day when all are unknown', () => {
    const all = points([null, null, null, null]);
    expect(all.map(({ day }) => day)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21']);
    expect(all.every(({ complete, filling, alone }) => complete === null && filling === null && !alone)).toBe(
      true,
    );
  });

  it('treats days that the server left out as unknown', () => {
    expect(points([4]).map(({ value }) => value)).toEqual([4, null, null, null]);
  });

  it('draws the days still filling as a second line from the last complete day', () => {
    const all = points([5, 6, 7, 3], '2026-11-20');
    expect(all.map(({ complete }) => complete)).toEqual([5, 6, 7, null]);
    expect(all.map(({ filling }) => filling)).toEqual([null, null, 7, 3]);
    expect(all.map(({ stillFilling }) => stillFilling)).toEqual([false, false, false, true]);
  });

  it('does not join the lines over a gap, and dots a filling day that stands alone', () => {
    expect(points([5, 6, null, 3], '2026-11-20').map(({ filling, alone }) => [filling, alone])).toEqual([
      [null, false],
      [null, false],
      [null, false],
      [3, true],
    ]);
    expect(points([5, 6, 7, null], '2026-11-20').map(({ filling }) => filling)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('dots a lone last complete day even though the filling line starts there', () => {
    expect(points([5, null, 7, 3], '2026-11-20').map(({ alone }) => alone)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('calls every day still filling when none is complete', () => {
    const all = points([5, 6, null, null], null);
    expect(all.every(({ stillFilling, complete }) => stillFilling && complete === null)).toBe(true);
    expect(all.map(({ filling }) => filling)).toEqual([5, 6, null, null]);
  });
});
