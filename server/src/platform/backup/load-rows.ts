import type { Client } from 'pg';
import { BackupError } from './backup-error';
import type { BackupLine, TableLine } from './backup-file';

/** Rows written with one statement. */
const BATCH = 1_000;

export interface LoadOptions {
  /** Whether a table's rows are wanted. Default: all are. */
  readonly wanted?: (table: TableLine['table']) => boolean;
  /** Changes a row on its way in. */
  readonly mapRow?: (table: TableLine['table'], row: string) => Promise<string> | string;
  readonly tell?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Writes the rows of a backup into tables of the same version, in the place of what is in them, in one transaction.
 *
 * @throws BackupError when a table has fewer or more rows than it should, or `signal` asked to stop.
 */
export async function loadRows(
  client: Client,
  lines: AsyncIterable<BackupLine>,
  options: LoadOptions = {},
): Promise<void> {
  const { wanted = () => true, mapRow = (_table, row) => row, tell = () => {}, signal } = options;
  let table: TableLine | null = null;
  let rows: string[] = [];
  let count = 0;
  let written = 0;
  await client.query('begin');
  for await (const line of lines) {
    if (signal?.aborted === true) throw new BackupError('The restore was stopped. Nothing was changed.');
    if (line.kind === 'table') {
      [table, rows, count, written] = [line, [], 0, 0];
      if (wanted(line.table)) await empty(client, line.table);
    }
    if (table === null) continue;
    const { name, schema } = table.table;
    if (line.kind === 'row') {
      count += 1;
      if (!wanted(table.table)) continue;
      rows.push(await mapRow(table.table, line.row));
    }
    if (rows.length >= BATCH || line.kind === 'rows') {
      written += await insert(client, table, rows.splice(0));
    }
    if (line.kind === 'rows') {
      const missing = wanted(table.table) && written !== line.rows;
      if (missing || count !== line.rows) {
        throw new BackupError(`${schema}.${name} should have ${line.rows} rows and got ${written}.`);
      }
      tell(wanted(table.table) ? `${name}: ${written} rows` : `${name}: left out`);
    }
  }
  await client.query('commit');
}

/** The rows go through as they are: PostgreSQL wrote the JSON, and PostgreSQL reads it. */
async function insert(client: Client, { table, columns }: TableLine, rows: string[]): Promise<number> {
  if (rows.length === 0) return 0;
  const name = nameOf(client, table);
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const { rowCount } = await client.query(
    `insert into ${name} (${list}) overriding system value
     select ${list} from json_populate_recordset(null::${name}, $1::json)`,
    [`[${rows.join(',')}]`],
  );
  return rowCount ?? 0;
}

/** What a migration put there stands in the backup as well, as it was then. A table that refuses deletions has no such rows. */
async function empty(client: Client, table: TableLine['table']): Promise<void> {
  const name = nameOf(client, table);
  const { rowCount } = await client.query(`select 1 from ${name} limit 1`);
  if (rowCount !== 0) await client.query(`delete from ${name}`);
}

const nameOf = (client: Client, { schema, name }: TableLine['table']): string =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
