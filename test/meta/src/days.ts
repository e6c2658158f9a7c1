import { Temporal } from 'temporal-polyfill';

const META_ZONE = 'America/Los_Angeles';

/** One of Meta's days: a Los Angeles date with the instants it runs between (milliseconds; the end is the next day's start). */
export interface MetaDay {
  date: string;
  startMs: number;
  endMs: number;
}

const known = new Map<string, MetaDay>();

/** The day of a Los Angeles date (`YYYY-MM-DD`); 23 or 25 hours long when the clocks change. */
export function metaDay(date: string): MetaDay {
  const cached = known.get(date);
  if (cached !== undefined) return cached;
  const plain = Temporal.PlainDate.from(date);
  const start = plain.toZonedDateTime(META_ZONE);
  const end = plain.add({ days: 1 }).toZonedDateTime(META_ZONE);
  const day = { date, startMs: start.epochMilliseconds, endMs: end.epochMilliseconds };
  known.set(date, day);
  return day;
}

/** The Los Angeles date at an instant. */
export function metaDateAt(atMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(META_ZONE).toPlainDate().toString();
}

/** A date some days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Every day that has an instant in common with [fromMs, toMs], oldest first. */
export function metaDaysBetween(fromMs: number, toMs: number): MetaDay[] {
  const days: MetaDay[] = [];
  for (let day = metaDay(metaDateAt(fromMs)); day.startMs <= toMs; day = metaDay(addDays(day.date, 1))) {
    days.push(day);
  }
  return days;
}

/** An instant as Meta writes it in `end_time` and `timestamp`: UTC, whole seconds, offset without a colon. */
export function metaTime(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}+0000`;
}
