import type { DataMap } from './data-map';

/** The kinds of data, by the holding's name, of which nothing is left when the account is deleted. */
export function goesWithAccount({ tables }: DataMap): ReadonlySet<string> {
  const columns = tables.flatMap((table) => table.columns);
  const kept = columns.filter(({ onErase }) => onErase.startsWith('kept')).map(({ holding }) => holding);
  return new Set(
    columns.flatMap(({ holding }) => (holding === null || kept.includes(holding) ? [] : holding)),
  );
}
