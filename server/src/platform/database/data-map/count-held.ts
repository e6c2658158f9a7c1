import type { DataSource } from 'typeorm';
import type { DataMap } from './data-map';

/**
 * How many records of each kind of data are held about one account, by the holding's name; a kind that nothing ties to
 * a person is not in it. One statement, over the same paths that the map prints.
 */
export async function countHeld(
  dataSource: DataSource,
  map: DataMap,
  accountId: string,
): Promise<ReadonlyMap<string, number>> {
  const counts = map.holdings.flatMap(({ name, counted }) => {
    if (counted === null) return [];
    const { table, column } = counted;
    const of = quoted(dataSource, column);
    const where = reaches(dataSource, map, table);
    return [
      `select '${name}' as name, count(${of})::int as held from ${quoted(dataSource, table)} where ${where}`,
    ];
  });
  const rows: { name: string; held: number }[] = await dataSource.query(counts.join(' union all '), [
    accountId,
  ]);
  return new Map(rows.map(({ name, held }) => [name, held]));
}

/** The condition under which a row leads to the account `$1`. */
function reaches(dataSource: DataSource, map: DataMap, name: string): string {
  const table = map.tables.find((candidate) => candidate.name === name);
  const ways = (table?.paths ?? []).map(({ column, to }) => {
    const own = quoted(dataSource, column);
    if (to === 'itself') return `${own} = $1`;
    const dot = to.lastIndexOf('.');
    const [next, key] = [to.slice(0, dot), to.slice(dot + 1)];
    return `${own} in (select ${quoted(dataSource, key)} from ${quoted(dataSource, next)} where ${reaches(dataSource, map, next)})`;
  });
  if (ways.length === 0) throw new Error(`${name} leads to no account: the map says how`);
  return `(${ways.join(' or ')})`;
}

function quoted(dataSource: DataSource, name: string): string {
  return name
    .split('.')
    .map((part) => dataSource.driver.escape(part))
    .join('.');
}
