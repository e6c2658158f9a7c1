import { metaDateAt, metaDay, metaDaysBetween, metaTime } from './days.ts';

const HOUR = 3_600_000;

test('a day begins and ends at midnight in Los Angeles', () => {
  const { startMs, endMs } = metaDay('2026-11-20');
  expect(metaTime(startMs)).toBe('2026-11-20T08:00:00+0000');
  expect(metaTime(endMs)).toBe('2026-11-21T08:00:00+0000');
  expect(metaTime(metaDay('2026-07-01').startMs)).toBe('2026-07-01T07:00:00+0000');
});

test.each([
  ['2026-03-08', 23],
  ['2026-11-01', 25],
  ['2026-11-02', 24],
])('%s has %i hours', (date, hours) => {
  const { startMs, endMs } = metaDay(date);
  expect((endMs - startMs) / HOUR).toBe(hours);
});

test('an instant belongs to the Los Angeles date, not the one in UTC', () => {
  expect(metaDateAt(Date.parse('2026-11-20T07:59:59Z'))).toBe('2026-11-19');
  expect(metaDateAt(Date.parse('2026-11-20T08:00:00Z'))).toBe('2026-11-20');
});

test('days between two instants include the ones at both ends', () => {
  const dates = metaDaysBetween(Date.parse('2026-11-01T06:00:00Z'), Date.parse('2026-11-03T09:00:00Z'));
  expect(dates.map(({ date }) => date)).toEqual(['2026-10-31', '2026-11-01', '2026-11-02', '2026-11-03']);
});
