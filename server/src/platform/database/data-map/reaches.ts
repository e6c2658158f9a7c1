import type { DataSource } from 'typeorm';
import type { DataMap } from './data-map';

/**
 * The condition under which a row leads to the account `$1`. `narrowed` holds a further condition for some tables, which
 * holds on the way too: what hangs on a row that is left out is left out with it.
 */
export function reaches(
  dataSource: DataSource,
  map: DataMap,
  name: string,
  narrowed: Readonly<Record<string, string>> = {},
): string {
  const table = map.tables.find((candidate) => candidate.name === name);
  const ways = (table?.paths ?? []).map(({ column, to }) => {
    const own = quoted(dataSource, column);
    if (to === 'itself') return `${own} = $1`;
    const dot = to.lastIndexOf('.');
    const [next, key] = [to.slice(0, dot), to.slice(dot + 1)];
    return `${own} in (select ${quoted(dataSource, key)} from ${quoted(dataSource, next)} where ${reaches(dataSource, map, next, narrowed)})`;
  });
  if (ways.length === 0) throw new Error(`${name} leads to no account: the map says how`);
  const only = narrowed[name];
  return `(${ways.join(' or ')})${only === undefined ? '' : ` and ${only}`}`;
}

/** A name of ours for SQL, with its schema when it has one. */
export function quoted(dataSource: DataSource, name: string): string {
  return name
    .split('.')
    .map((part) => dataSource.driver.escape(part))
    .join('.');
}
