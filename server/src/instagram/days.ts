import { Temporal } from 'temporal-polyfill';

/** A calendar date `YYYY-MM-DD` in Los Angeles: the day that Meta's numbers belong to. */
export type MetaDay = string;

/** A range of days, both ends included. */
export interface DayRange {
  readonly from: MetaDay;
  readonly to: MetaDay;
}

/** Meta cuts its days at midnight of US Pacific time, whatever the account's own zone. */
const META_ZONE = 'America/Los_Angeles';

/** The day that Meta counts an instant into. */
export function metaDayOf(instant: Date): MetaDay {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(META_ZONE)
    .toPlainDate()
    .toString();
}

/** The day `count` days later, earlier when negative. */
export function addDays(day: MetaDay, count: number): MetaDay {
  return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

/** How many days `to` is after `from`: 0 for the same day, negative when it is before. */
export function daysBetween(from: MetaDay, to: MetaDay): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), {
    largestUnit: 'days',
  }).days;
}

/** The days of a range in order; none when it ends before it begins. */
export function daysOf({ from, to }: DayRange): MetaDay[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
}

/** The first instant of a day. */
export function startOfMetaDay(day: MetaDay): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(META_ZONE).epochMilliseconds);
}

/** The instant at which a day is over: the first of the next day. A day lasts 23, 24 or 25 hours. */
export function endOfMetaDay(day: MetaDay): Date {
  return startOfMetaDay(addDays(day, 1));
}

/**
 * The day that a bucket of a daily series belongs to, by its `end_time`, which closes the day at 07:00 or 08:00 UTC.
 * Half a day earlier is inside the day even if Meta is an hour off around a clock change.
 */
export function metaDayClosedAt(endTime: Date): MetaDay {
  return metaDayOf(new Date(endTime.getTime() - HALF_A_DAY_MS));
}

const HALF_A_DAY_MS = 12 * 3_600_000;
