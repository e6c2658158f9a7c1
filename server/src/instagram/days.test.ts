import {
  addDays,
  daysBetween,
  daysOf,
  endOfMetaDay,
  metaDayClosedAt,
  metaDayOf,
  startOfMetaDay,
} from './days';

const at = (text: string) => new Date(text);

// In 2026 Los Angeles moves its clocks on 8 March (forward) and 1 November (back).

it.each([
  ['2026-11-20T08:00:00Z', '2026-11-20'],
  ['2026-11-20T07:59:59.999Z', '2026-11-19'],
  ['2026-07-01T07:00:00Z', '2026-07-01'],
  ['2026-07-01T06:59:59Z', '2026-06-30'],
  ['2026-03-08T08:00:00Z', '2026-03-08'],
  ['2026-03-09T06:59:59Z', '2026-03-08'],
  ['2026-03-09T07:00:00Z', '2026-03-09'],
  ['2026-11-01T06:59:59Z', '2026-10-31'],
  ['2026-11-02T07:59:59Z', '2026-11-01'],
  ['2026-11-02T08:00:00Z', '2026-11-02'],
])('counts %s into %s', (instant, day) => {
  expect(metaDayOf(at(instant))).toBe(day);
});

it.each([
  ['2026-11-20', '2026-11-20T08:00:00Z', 24],
  ['2026-07-01', '2026-07-01T07:00:00Z', 24],
  ['2026-03-08', '2026-03-08T08:00:00Z', 23],
  ['2026-11-01', '2026-11-01T07:00:00Z', 25],
])('%s begins at %s and lasts %i hours', (day, start, hours) => {
  expect(startOfMetaDay(day)).toEqual(at(start));
  expect(endOfMetaDay(day).getTime() - startOfMetaDay(day).getTime()).toBe(hours * 3_600_000);
  expect(endOfMetaDay(day)).toEqual(startOfMetaDay(addDays(day, 1)));
});

it('counts days by the calendar, not by hours', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-10-30', '2026-11-03')).toBe(4);
  expect(daysBetween('2026-11-03', '2026-10-30')).toBe(-4);
  expect(daysBetween('2025-12-31', '2026-12-31')).toBe(365);
});

it('lists the days of a range, both ends included', () => {
  expect(daysOf({ from: '2026-10-31', to: '2026-11-02' })).toEqual([
    '2026-10-31',
    '2026-11-01',
    '2026-11-02',
  ]);
  expect(daysOf({ from: '2026-11-02', to: '2026-11-01' })).toEqual([]);
});

it.each([
  ['in winter', '2026-11-20T08:00:00Z', '2026-11-19'],
  ['in summer', '2026-07-02T07:00:00Z', '2026-07-01'],
  ['on the short day', '2026-03-09T07:00:00Z', '2026-03-08'],
  ['on the long day', '2026-11-02T08:00:00Z', '2026-11-01'],
  ['an hour early after the change', '2026-11-02T07:00:00Z', '2026-11-01'],
  ['an hour late before the change', '2026-07-02T08:00:00Z', '2026-07-01'],
])('a bucket %s belongs to the day that its end closes', (_name, end, day) => {
  expect(metaDayClosedAt(at(end))).toBe(day);
});

it('refuses what is no date', () => {
  expect(() => startOfMetaDay('2026-02-30')).toThrow(RangeError);
});
