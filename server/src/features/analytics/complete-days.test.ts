import { isSettled, lastSettledDay } from './complete-days';

describe('a settled day', () => {
  // Midnight in Los Angeles is 07:00 UTC in summer and 08:00 UTC in winter.
  it.each([
    ['a summer day', '2026-07-10', '2026-07-13T07:00:00Z'],
    ['a winter day', '2026-12-10', '2026-12-13T08:00:00Z'],
    ['the day of 25 hours', '2026-11-01', '2026-11-04T08:00:00Z'],
    ['the day before it', '2026-10-31', '2026-11-03T07:00:00Z'],
    ['the day of 23 hours', '2026-03-08', '2026-03-11T07:00:00Z'],
  ])('%s is settled 48 hours after its end and not a moment before', (_, day, settled) => {
    expect(isSettled(day, new Date(settled))).toBe(true);
    expect(isSettled(day, new Date(Date.parse(settled) - 1))).toBe(false);
  });

  it('is not one that was never fetched', () => {
    expect(isSettled('2026-07-10', null)).toBe(false);
  });
});

describe('the last settled day', () => {
  const fetchedAt = new Date('2026-07-14T12:00:00Z');

  it('is the newest, in whatever order they come and with days missing in between', () => {
    const days = ['2026-07-11', '2026-07-13', '2026-07-08'].map((day) => ({ day, fetchedAt }));
    expect(lastSettledDay(days)).toBe('2026-07-11');
  });

  it('is none when all were fetched too early or not at all', () => {
    expect(
      lastSettledDay([
        { day: '2026-07-13', fetchedAt },
        { day: '2026-07-01', fetchedAt: null },
      ]),
    ).toBeNull();
  });
});
