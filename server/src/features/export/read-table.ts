import type { DataSource, EntityManager } from 'typeorm';
import type { DataMap } from '../../platform/database/data-map/data-map';
import { rowsOf } from '../../platform/database/data-map/rows-of';
import type { DataKey } from '../../platform/vault';
import type { Value } from './csv';
import type { PlannedColumn, PlannedTable } from './export-plan';

export interface RowReading {
  readonly dataSource: DataSource;
  /** The transaction whose snapshot is read. */
  readonly tx: EntityManager;
  readonly map: DataMap;
  readonly accountId: string;
  /** The account's own key, and the profile keys of its connections. @throws DataKeyMissing when it was destroyed. */
  keyOf(kind: 'account' | 'profile', subjectId: string): Promise<DataKey>;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * The rows of one table that lead to the account, each as its values in the order of the plan, opened.
 *
 * @throws SealBroken or DataKeyMissing when a sealed value does not open: nothing is passed over in silence.
 */
export async function* readTable(
  reading: RowReading,
  planned: PlannedTable,
): AsyncGenerator<readonly Value[]> {
  const { dataSource, tx, map, accountId } = reading;
  const { table, orderBy, rowId, connection } = planned;
  const columns = new Map(
    [rowId, ...(connection === null ? [] : [connection])].map((name) => [name, 'uuid']),
  );
  for (const { column, type } of planned.columns) columns.set(column, type);
  for await (const row of rowsOf(dataSource, tx, map, accountId, { table, columns, orderBy })) {
    yield await valuesOf(reading, planned, row);
  }
}

async function valuesOf(reading: RowReading, planned: PlannedTable, row: Row): Promise<Value[]> {
  const values: Value[] = [];
  for (const column of planned.columns) {
    const value = row[column.column] ?? null;
    values.push(
      column.key === null || value === null
        ? clearValue(planned, column, value)
        : await opened(reading, planned, column, row),
    );
  }
  return values;
}

async function opened(
  reading: RowReading,
  planned: PlannedTable,
  { column, key: kind }: PlannedColumn,
  row: Row,
): Promise<string> {
  const { table, rowId, connection } = planned;
  if (kind !== 'account' && kind !== 'profile') throw new Error(`${table}.${column} is not for an export`);
  const subjectId = kind === 'account' ? reading.accountId : String(row[connection ?? rowId]);
  const key = await reading.keyOf(kind, subjectId);
  return key.open({ table, column, rowId: String(row[rowId]) }, String(row[column]));
}

/** Instants in UTC, numbers as numbers, everything else as the text it is; Instagram's ids are text from the start. */
function clearValue({ table }: PlannedTable, { column, type }: PlannedColumn, value: unknown): Value {
  if (value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (type === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(String);
  throw new Error(`${table}.${column} is ${type}: say how it is exported`);
}
