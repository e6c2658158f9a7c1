/** The person's own number format; the words around stay English. */
const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumSignificantDigits: 3 });

/** A count in full: "48,210". */
export function formatExact(value: number): string {
  return whole.format(value);
}

/** A count for a tile or an axis: whole up to 99,999, then "123K"; give the exact one beside it. */
export function formatCount(value: number): string {
  return Math.abs(value) < 100_000 ? whole.format(value) : compact.format(value);
}

/** "1 day", "30 days": `one` is the singular, `many` defaults to it with an s. */
export function formatQuantity(value: number, one: string, many = `${one}s`): string {
  return `${formatExact(value)} ${value === 1 ? one : many}`;
}
