import { dayMetrics, expectedDay, followersAt, shareKnown, shownDay } from './analytics.ts';
import { addDays, metaDay } from './days.ts';
import { accounts } from './seed.ts';

const HOUR = 3_600_000;
const dates = Array.from({ length: 90 }, (_, index) => addDays('2026-08-25', index));

test('a day is the same each time it is asked for, and differs between accounts and dates', () => {
  expect(expectedDay('studio_nord', '2026-11-18')).toEqual(expectedDay('studio_nord', '2026-11-18'));
  expect(expectedDay('studio_nord', '2026-11-18').views).not.toBe(
    expectedDay('studio_nord', '2026-11-17').views,
  );
  expect(expectedDay('studio_nord', '2026-11-18').views).not.toBe(
    expectedDay('atelier_mare', '2026-11-18').views,
  );
});

test('interactions are the sum of their parts', () => {
  const day = expectedDay('cafe_lisboa', '2026-11-18');
  const parts = [day.likes, day.comments, day.saves, day.shares];
  expect(day.total_interactions).toBe(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0));
});

test.each(accounts.map(({ username }) => username))(
  '%s has missing values beside zeros, and mostly numbers',
  (name) => {
    const values = dates.flatMap((date) => dayMetrics.map((metric) => expectedDay(name, date)[metric]));
    const missing = values.filter((value) => value === null).length;
    expect(missing).toBeGreaterThan(0);
    expect(missing / values.length).toBeLessThan(0.1);
    expect(values).toContain(0);
  },
);

test('on a blank date there is nothing at all', () => {
  expect(Object.values(expectedDay('studio_nord', '2026-10-14')).every((value) => value === null)).toBe(true);
});

test('a day fills while it runs and is revised for 48 hours after it ended', () => {
  const { startMs, endMs } = metaDay('2026-11-18');
  const shares = [
    startMs - 1,
    startMs + 2 * HOUR,
    startMs + 12 * HOUR,
    endMs,
    endMs + 24 * HOUR,
    endMs + 48 * HOUR,
    endMs + 91 * 24 * HOUR,
  ].map((atMs) => shareKnown('2026-11-18', atMs));
  expect(shares).toEqual([0, 0, 0.425, 0.94, 0.98, 1, 0]);
});

test('what is shown settles at what is expected, and is null rather than 0 before there is any', () => {
  const { startMs, endMs } = metaDay('2026-11-18');
  const settled = expectedDay('studio_nord', '2026-11-18').views;
  expect(shownDay('studio_nord', '2026-11-18', 'views', startMs)).toBeNull();
  expect(shownDay('studio_nord', '2026-11-18', 'views', endMs)).toBeLessThan(settled ?? 0);
  expect(shownDay('studio_nord', '2026-11-18', 'views', endMs + 48 * HOUR)).toBe(settled);
});

test('followers move by the days that ended', () => {
  const { startMs, endMs } = metaDay('2026-11-18');
  const { follows, unfollows } = expectedDay('studio_nord', '2026-11-18');
  const moved = followersAt('studio_nord', endMs) - followersAt('studio_nord', startMs);
  expect(moved).toBe((follows ?? 0) - (unfollows ?? 0));
});

test('ids have 17 digits, are told apart, and do not survive as JavaScript numbers', () => {
  const ids = accounts.flatMap(({ appScopedId, professionalId, exchangeId }) => [
    appScopedId,
    professionalId,
    exchangeId,
  ]);
  expect(new Set(ids).size).toBe(12);
  for (const id of ids) {
    expect(id).toMatch(/^\d{17}$/);
    expect(String(Number(id))).not.toBe(id);
  }
});
