import { totalOf } from './total';

describe('a total', () => {
  it('of a sum adds up the covered days, zeros included, and no other', () => {
    expect(totalOf('VIEWS', [1, 0, 3, 400], 3)).toBe(4);
  });

  it('of a sum is not known when one covered day is not', () => {
    expect(totalOf('LIKES', [1, null, 3], 3)).toBeNull();
    expect(totalOf('LIKES', [1, 3, null], 2)).toBe(4);
  });

  it('of a sum is not known when no day is covered', () => {
    expect(totalOf('VIEWS', [1, 2], 0)).toBeNull();
  });

  it.each(['REACH', 'ACCOUNTS_ENGAGED'] as const)('of %s does not exist: people return', (metric) => {
    expect(totalOf(metric, [5, 5], 2)).toBeNull();
  });

  it('of followers is the last known number, however new', () => {
    expect(totalOf('FOLLOWER_COUNT', [null, 90, 95, null], 0)).toBe(95);
    expect(totalOf('FOLLOWER_COUNT', [null, null], 2)).toBeNull();
  });

  it('of followers may be zero', () => {
    expect(totalOf('FOLLOWER_COUNT', [7, 0], 2)).toBe(0);
  });
});
