/** A value of a file: text, a whole number, a truth, a list of words, or nothing known. */
export type Value = string | number | boolean | readonly string[] | null;

/** How a spreadsheet tells a formula from text, by the first character; full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * One line of a CSV file (RFC 4180), every known value quoted. What is not known is nothing between its commas, never 0;
 * a text without characters is `""`. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function csvLine(values: readonly Value[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

function field(value: Value): string {
  if (value === null) return '';
  const text = typeof value === 'object' ? value.join(' ') : String(value);
  // Numbers are ours to write: a minus sign before digits is no formula.
  const guarded = typeof value !== 'number' && FORMULA.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}
