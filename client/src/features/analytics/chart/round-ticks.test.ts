import { roundTicks } from './round-ticks';

describe('roundTicks', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [10, [0, 5, 10]],
    [99, [0, 25, 50, 75, 100]],
    [610, [0, 200, 400, 600, 800]],
    [2_180, [0, 1_000, 2_000, 3_000]],
    [48_210, [0, 20_000, 40_000, 60_000]],
  ])('up to %d', (max, ticks) => {
    expect(roundTicks(max)).toEqual(ticks);
  });

  it('always starts at 0, reaches the maximum and has at most five whole ticks', () => {
    for (let max = 1; max < 3_000; max += 7) {
      const ticks = roundTicks(max);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }
  });
});
