import type { Client } from 'pg';
import type { BackupLine } from './backup-file';

/** A table, with the columns that its rows are made of: what PostgreSQL computes by itself is left out. */
export interface StoredTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** TypeORM's own: it is made by running migrations, not by copying rows. */
const MIGRATION_TABLE = 'migration';
/** Sessions read and write values in one and the same form, whatever the database is set to. */
const ONE_FORM = `set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'iso_8601';
  set bytea_output = 'hex'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;

/** Makes a session one that rows can be copied with, however long it takes. */
export async function prepareSession(client: Client): Promise<void> {
  await client.query(ONE_FORM);
}

/** The tables of a schema, each behind those that it refers to. */
export async function tablesOf(client: Client, schema: string): Promise<StoredTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select class.relname::text as name, array_agg(att.attname::text order by att.attnum) as columns
     from pg_class class join pg_attribute att on att.attrelid = class.oid
     where class.relnamespace = to_regnamespace($1) and class.relkind in ('r', 'p') and not class.relispartition
       and att.attnum > 0 and not att.attisdropped and att.attgenerated = '' and class.relname <> $2
     group by class.relname order by class.relname`,
    [client.escapeIdentifier(schema), MIGRATION_TABLE],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select child.relname::text as from, parent.relname::text as to
     from pg_constraint con join pg_class child on child.oid = con.conrelid join pg_class parent on parent.oid = con.confrelid
     where con.contype = 'f' and child.relnamespace = to_regnamespace($1) and con.conrelid <> con.confrelid`,
    [client.escapeIdentifier(schema)],
  );
  const waiting = rows.map((row) => ({ schema, ...row }));
  const placed: StoredTable[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ name }) =>
      references.every(({ from, to }) => from !== name || !waiting.some((table) => table.name === to)),
    );
    if (next === -1) throw new Error(`tables of ${schema} refer to each other in a circle`);
    placed.push(...waiting.splice(next, 1));
  }
  return placed;
}

/** The lines of one table, as of the transaction's snapshot. `mapRow` may change or drop a row. */
export async function* linesOf(
  client: Client,
  table: StoredTable,
  mapRow: (row: string) => Promise<string | null> | string | null = (row) => row,
): AsyncGenerator<BackupLine> {
  const { schema, name, columns } = table;
  yield { kind: 'table', table: { schema, name }, columns: [...columns] };
  let count = 0;
  for await (const row of rowsOf(client, table)) {
    const mapped = await mapRow(row);
    if (mapped === null) continue;
    yield { kind: 'row', row: mapped };
    count += 1;
  }
  yield { kind: 'rows', rows: count };
}

async function* rowsOf(client: Client, { schema, name, columns }: StoredTable): AsyncGenerator<string> {
  const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  await client.query(
    `declare reading no scroll cursor for select to_json(r)::text as row from (select ${list} from ${table}) r`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>('fetch 2000 from reading');
    for (const { row } of rows) yield row;
    if (rows.length === 0) break;
  }
  await client.query('close reading');
}

/** The names of the migrations that made this database's tables; empty for one that has none. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows: found } = await client.query(
    `select 1 from pg_tables where schemaname = 'public' and tablename = $1`,
    [MIGRATION_TABLE],
  );
  if (found.length === 0) return [];
  const { rows } = await client.query<{ name: string }>('select name from migration order by id');
  return rows.map(({ name }) => name);
}
