import { daysUntil, formatAgo, formatDate, formatDay, formatFullMoment, formatMoment } from './format-time';

const now = new Date('2026-11-23T19:00:00Z');

describe('times in sentences', () => {
  it('follow the clock of the account, not of the browser', () => {
    const late = new Date('2026-11-22T23:30:00Z');
    expect(formatDay(late, 'Europe/Berlin')).toBe('23 Nov 2026');
    expect(formatDay(late, 'America/Los_Angeles')).toBe('22 Nov 2026');
  });

  it('name the year only when it is another one', () => {
    expect(formatMoment(new Date('2026-11-12T13:02:00Z'), 'Europe/Berlin', now)).toBe('12 Nov, 14:02');
    expect(formatMoment(new Date('2025-11-12T13:02:00Z'), 'Europe/Berlin', now)).toBe('12 Nov 2025, 14:02');
  });

  it('write midnight as 00:00', () => {
    expect(formatMoment(new Date('2026-11-11T23:00:00Z'), 'Europe/Berlin', now)).toBe('12 Nov, 00:00');
  });

  it('name the weekday of what is to come', () => {
    expect(formatFullMoment(new Date('2026-11-29T09:15:00Z'), 'Europe/Berlin')).toBe(
      'Sun 29 Nov 2026, 10:15',
    );
  });

  it('keep a plain date as it is, whatever the zone', () => {
    expect(formatDate('2026-09-27')).toBe('27 Sep');
    expect(formatDate('2026-01-01', true)).toBe('1 Jan 2026');
  });

  it.each([
    ['2026-11-23T18:59:40Z', 'just now'],
    ['2026-11-23T18:56:00Z', '4 min ago'],
    ['2026-11-23T17:00:00Z', '23 Nov, 18:00'],
    // A server whose clock is a little ahead of ours.
    ['2026-11-23T19:00:20Z', 'just now'],
  ])('say how long ago %s was', (at, words) => {
    expect(formatAgo(new Date(at), 'Europe/Berlin', now)).toBe(words);
  });

  it('count whole days down to nothing', () => {
    expect(daysUntil(new Date('2026-11-29T20:00:00Z'), now)).toBe(6);
    expect(daysUntil(new Date('2026-11-24T18:00:00Z'), now)).toBe(0);
    expect(daysUntil(new Date('2026-11-01T00:00:00Z'), now)).toBe(0);
  });
});
