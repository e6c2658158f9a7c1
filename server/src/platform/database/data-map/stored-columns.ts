import type { DataSource } from 'typeorm';
import type { DataMap } from './data-map';

/** A column as the database itself knows it. */
export interface StoredColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  varchar: 'character varying',
};

/** Every column of every table in the database that is not PostgreSQL's own. */
export async function storedColumns(dataSource: DataSource): Promise<StoredColumn[]> {
  const rows: { schema: string; table: string; name: string; udt: string }[] = await dataSource.query(
    `select c.table_schema as schema, c.table_name as table, c.column_name as name, c.udt_name as udt
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
     order by 1, 2, 3`,
  );
  return rows.map(({ schema, table, name, udt }) => ({
    table: schema === 'public' ? table : `${schema}.${table}`,
    name,
    type: udt.startsWith('_') ? `${typeName(udt.slice(1))}[]` : typeName(udt),
  }));
}

const typeName = (udt: string): string => TYPES[udt] ?? udt;

/** Where the map and the database differ, each as a sentence that says what to do. */
export function differences(map: DataMap, stored: readonly StoredColumn[]): string[] {
  const mapped = new Map<string, string | null>();
  for (const { name: table, columns } of map.tables)
    for (const { name, type } of columns) mapped.set(`${table}.${name}`, type);
  for (const { name: table, columns } of map.foreignTables)
    for (const name of columns) mapped.set(`${table}.${name}`, null);
  const inDatabase = new Map(stored.map(({ table, name, type }) => [`${table}.${name}`, type]));
  return [
    ...stored.flatMap(({ table, name, type }) => {
      const known = mapped.get(`${table}.${name}`);
      if (known === undefined)
        return [`${table}.${name} is in the database and not in the map: declare it, or list its table.`];
      return known !== null && known !== type
        ? [`${table}.${name} is ${type} in the database and ${known} in the map: mend one of them.`]
        : [];
    }),
    ...[...mapped.keys()]
      .filter((place) => !inDatabase.has(place))
      .map((place) => `${place} is in the map and not in the database: take it out, or write its migration.`),
    ...jsonWithoutKeys(map, stored),
  ];
}

function jsonWithoutKeys(map: DataMap, stored: readonly StoredColumn[]): string[] {
  return map.foreignTables.flatMap(({ name, jsonKeys = {} }) =>
    stored
      .filter((column) => column.table === name && /^jsonb?$/.test(column.type))
      .filter((column) => jsonKeys[column.name] === undefined)
      .map((column) => `${name}.${column.name} is JSON without a list of its keys: name every key of it.`),
  );
}
