/** The values of one line of CSV, quotes taken off; null when a quote is open at its end or stands in a value. */
export function fieldsOf(line: string, separator: string): string[] | null {
  const fields: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^[ \t]*"((?:[^"]|"")*)"[ \t]*/.exec(rest);
    const end = rest.indexOf(separator);
    const plain = end === -1 ? rest : rest.slice(0, end);
    const taken = quoted?.[0] ?? plain;
    const value = quoted?.[1]?.replaceAll('""', '"') ?? plain;
    if (quoted === null && plain.includes('"')) return null;
    fields.push(value.trim());
    rest = rest.slice(taken.length);
    if (rest === '') return fields;
    if (!rest.startsWith(separator)) return null;
    rest = rest.slice(separator.length);
  }
}
