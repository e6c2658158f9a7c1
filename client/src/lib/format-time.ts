/** Parts of an instant on the clock of `timeZone`, as our sentences write them: short English names, 24 hours. */
function parts(at: Date, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** "21 Jan 2027": the calendar day of an instant on the clock of `timeZone`. */
export function formatDay(at: Date, timeZone: string): string {
  const p = parts(at, timeZone);
  return `${p.day} ${p.month} ${p.year}`;
}

/** "14:02" on the clock of `timeZone`. */
export function formatClock(at: Date, timeZone: string): string {
  const p = parts(at, timeZone);
  return `${p.hour}:${p.minute}`;
}

/** "12 Nov, 14:02"; with the year when it is not the year of `now`. */
export function formatMoment(at: Date, timeZone: string, now: Date): string {
  const p = parts(at, timeZone);
  const year = p.year === parts(now, timeZone).year ? '' : ` ${p.year}`;
  return `${p.day} ${p.month}${year}, ${p.hour}:${p.minute}`;
}

/** "14:02" when it is on the day of `now`, else as `formatMoment`. */
export function formatNear(at: Date, timeZone: string, now: Date): string {
  const sameDay = formatDay(at, timeZone) === formatDay(now, timeZone);
  return sameDay ? formatClock(at, timeZone) : formatMoment(at, timeZone, now);
}

/** "Sun 29 Nov 2026, 10:15": for what is going to happen, where the weekday helps. */
export function formatFullMoment(at: Date, timeZone: string): string {
  const p = parts(at, timeZone);
  return `${p.weekday} ${p.day} ${p.month} ${p.year}, ${p.hour}:${p.minute}`;
}

/** "21 Nov" of a plain `YYYY-MM-DD` day, which belongs to no time zone; with the year when asked. */
export function formatDate(date: string, withYear = false): string {
  const p = parts(new Date(`${date}T00:00:00Z`), 'UTC');
  return withYear ? `${p.day} ${p.month} ${p.year}` : `${p.day} ${p.month}`;
}

/** "4 min ago" under an hour, else the moment itself: a relative time that is hours old says little. */
export function formatAgo(at: Date, timeZone: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  return formatMoment(at, timeZone, now);
}

/** Whole days from `now` until `at`, counted down and never negative. */
export function daysUntil(at: Date, now: Date): number {
  return Math.max(0, Math.floor((at.getTime() - now.getTime()) / 86_400_000));
}
