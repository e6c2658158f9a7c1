import { addDays, countDays, laterDay, listDays, metaDayOf } from './days';

describe('days', () => {
  it('counts over months, leap days and both clock changes', () => {
    expect(addDays('2026-10-31', 1)).toBe('2026-11-01');
    expect(addDays('2026-11-01', 1)).toBe('2026-11-02');
    expect(addDays('2027-03-14', -1)).toBe('2027-03-13');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(countDays('2026-10-25', '2026-11-21')).toBe(28);
  });

  it('lists both ends, and nothing when the end is before the start', () => {
    expect(listDays('2026-10-31', '2026-11-02')).toEqual(['2026-10-31', '2026-11-01', '2026-11-02']);
    expect(listDays('2026-11-02', '2026-11-01')).toEqual([]);
  });

  it('names the day of an instant by the clock of Los Angeles', () => {
    expect(metaDayOf('2026-11-23T07:59:59Z')).toBe('2026-11-22');
    expect(metaDayOf('2026-11-23T08:00:00Z')).toBe('2026-11-23');
    expect(metaDayOf('2026-07-01T06:59:59Z')).toBe('2026-06-30');
  });

  it('takes the later of two', () => {
    expect(laterDay('2026-11-01', '2026-10-31')).toBe('2026-11-01');
  });
});
