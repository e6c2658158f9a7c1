import { formatDayRange, formatFullDay } from './format';

it('writes plain days without moving them through a zone', () => {
  expect(formatFullDay('2026-11-25')).toBe('Wed 25 Nov 2026');
  expect(formatDayRange('2026-10-25', '2026-11-21')).toBe('25 Oct - 21 Nov 2026');
  expect(formatDayRange('2026-12-25', '2027-01-21')).toBe('25 Dec 2026 - 21 Jan 2027');
});
