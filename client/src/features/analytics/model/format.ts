import { formatDate } from '../../../lib/format-time';
import { type Day, dayAsUtc } from './days';

const weekday = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
});

/** A day in full, with its weekday: "Wed 25 Nov 2026". */
export function formatFullDay(day: Day): string {
  return `${weekday.format(dayAsUtc(day))} ${formatDate(day, true)}`;
}

/** Two days as a range, the year named once when it is the same: "25 Oct - 21 Nov 2026". */
export function formatDayRange(from: Day, to: Day): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${formatDate(from, !sameYear)} - ${formatDate(to, true)}`;
}
