/** The zone of the browser's own clock; UTC when it does not say. */
export function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/**
 * Every zone one can choose: what this browser knows, UTC, and `current`, which a browser may report
 * under a name that its own list spells differently. Sorted by name.
 */
export function timeZoneChoices(current: string): string[] {
  return [...new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')])].sort();
}
