const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** The size of a file in words: "840 bytes", "12 kB", "1.4 MB"; a kB is 1000 bytes. */
export function formatSize(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 1 && value < 9.95 ? 1 : 0;
  const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: digits }).format(value);
  return `${number} ${UNITS[unit]}`;
}
