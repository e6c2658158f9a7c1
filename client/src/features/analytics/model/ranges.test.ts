import { defaultRange, rangeOf } from './ranges';

describe('rangeOf', () => {
  it('covers exactly that many complete days and asks for the days still filling as well', () => {
    expect(rangeOf(28, '2026-11-21', '2026-11-23T11:10:00Z')).toEqual({
      from: '2026-10-25',
      completeUntil: '2026-11-21',
      to: '2026-11-23',
    });
  });

  it('never ends before the last complete day', () => {
    expect(rangeOf(7, '2026-11-21', '2026-11-20T11:10:00Z').to).toBe('2026-11-21');
  });
});

describe('defaultRange', () => {
  const held = { completeUntil: '2026-11-20', syncedAt: '2026-11-23T19:00:00Z' };

  it('is four weeks only when the complete days held can fill them', () => {
    expect(defaultRange({ ...held, storedDays: 30 })).toBe(7);
    expect(defaultRange({ ...held, storedDays: 31 })).toBe(28);
  });

  it('is four weeks while nothing is known', () => {
    expect(defaultRange({ storedDays: 0, completeUntil: null, syncedAt: null })).toBe(28);
  });
});
