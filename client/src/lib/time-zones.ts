/** The zone of the browser's own clock; UTC when it does not say. */
export function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/**
 * Every zone one can choose: what this browser knows, UTC, and those in use now, which may have names
 * that this browser's own list spells differently. Sorted by name.
 */
export function timeZoneChoices(...current: readonly string[]): string[] {
  return [...new Set(['UTC', ...current, ...Intl.supportedValuesOf('timeZone')])].sort();
}

/** A part of the world with its zones, each by the name of its city; the value is the zone's own name. */
export interface TimeZoneGroup {
  group: string;
  items: { value: string; label: string }[];
}

/** Zones by part of the world, as the world is sorted in their names; those without one, such as UTC, come first. */
export function timeZoneGroups(names: readonly string[]): TimeZoneGroup[] {
  const groups = new Map<string, TimeZoneGroup['items']>([[NO_CITY, []]]);
  for (const value of names) {
    const parts = value.replaceAll('_', ' ').split('/');
    const group = parts.length > 1 ? (parts[0] ?? '') : NO_CITY;
    const city = parts.at(-1) ?? value;
    const label = parts.length > 2 ? `${city} (${parts.slice(1, -1).join(', ')})` : city;
    groups.set(group, [...(groups.get(group) ?? []), { value, label }]);
  }
  return [...groups].map(([group, items]) => ({
    group,
    items: items.sort((one, other) => one.label.localeCompare(other.label, 'en')),
  }));
}

const NO_CITY = 'Without a city';
