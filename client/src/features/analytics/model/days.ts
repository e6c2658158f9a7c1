/**
 * Meta's days: calendar dates `YYYY-MM-DD` in Los Angeles. They are plain dates here: arithmetic and wording
 * never move them through the reader's time zone. The only instant that becomes a day is `metaDayOf`.
 */
export type Day = string;

const dayInMs = 86_400_000;

/** The day at midnight UTC: a stand-in for calendar arithmetic and for `Intl` with `timeZone: 'UTC'`. */
export function dayAsUtc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day `count` days after `day` (before it when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(dayAsUtc(day).getTime() + count * dayInMs).toISOString().slice(0, 10);
}

/** How many days lie from `from` to `to`, both included; 0 or less when `to` is before `from`. */
export function countDays(from: Day, to: Day): number {
  return Math.round((dayAsUtc(to).getTime() - dayAsUtc(from).getTime()) / dayInMs) + 1;
}

/** Every day from `from` to `to`, both included; empty when `to` is before `from`. */
export function listDays(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, countDays(from, to)) }, (_, index) => addDays(from, index));
}

/** The later of two days. */
export function laterDay(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** The day that an instant falls on by Instagram's clock (Los Angeles), as the server names its days. */
export function metaDayOf(instant: string): Day {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
