import type { DataSource } from 'typeorm';
import type { DataMap } from './data-map';
import { quoted, reaches } from './reaches';

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
