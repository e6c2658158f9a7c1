import fc from 'fast-check';
import { addDays, daysOf } from './days';
import { boundsOf, MAX_WINDOW_SECONDS, toWindows } from './insight-window';

it('takes the bounds at Los Angeles midnight', () => {
  expect(boundsOf({ from: '2026-11-20', to: '2026-11-20' })).toEqual({
    since: Date.UTC(2026, 10, 20, 8) / 1000,
    until: Date.UTC(2026, 10, 21, 8) / 1000,
  });
});

it('asks thirty days at once', () => {
  const thirty = { from: '2026-06-01', to: '2026-06-30' };
  expect(toWindows(thirty)).toEqual([thirty]);
});

it('asks thirty days across the spring change at once: they are an hour shorter', () => {
  const thirty = { from: '2026-03-01', to: '2026-03-30' };
  expect(toWindows(thirty)).toEqual([thirty]);
});

it('cuts thirty days across the autumn change in two: they are an hour longer than Meta allows', () => {
  const { since, until } = boundsOf({ from: '2026-10-20', to: '2026-11-18' });
  expect(until - since).toBe(MAX_WINDOW_SECONDS + 3600);
  expect(toWindows({ from: '2026-10-20', to: '2026-11-18' })).toEqual([
    { from: '2026-10-20', to: '2026-11-17' },
    { from: '2026-11-18', to: '2026-11-18' },
  ]);
});

it('asks nothing for an empty range', () => {
  expect(toWindows({ from: '2026-11-02', to: '2026-11-01' })).toEqual([]);
});

it('covers any range without gap or overlap, and never exceeds the limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 120 }), (start, length) => {
      const from = addDays('2023-01-01', start);
      const range = { from, to: addDays(from, length) };
      const windows = toWindows(range);
      expect(windows.flatMap(daysOf)).toEqual(daysOf(range));
      for (const window of windows) {
        const { since, until } = boundsOf(window);
        expect(until - since).toBeLessThanOrEqual(MAX_WINDOW_SECONDS);
      }
    }),
    { numRuns: 60 },
  );
});
