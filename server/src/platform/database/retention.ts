import type { DataSource } from 'typeorm';
import type { Limit, RetentionLine } from './held';

const DAY_MS = 24 * 3_600_000;

/** Rows a statement: a table that grew is worked off in many short statements, each far from the statement timeout. */
const AT_ONCE = 5_000;

/**
 * Removes what has passed its limit, line by line. What is exactly at its limit stays until it has passed it; a run
 * that was cut off is finished by the next. Answers how many rows went, or lost the column that had to go, by line.
 */
export async function enforceRetention(
  dataSource: DataSource,
  now: Date,
  lines: readonly RetentionLine[],
): Promise<ReadonlyMap<string, number>> {
  const removed = new Map<string, number>();
  for (const { name, limits = [] } of lines) {
    for (const limit of limits) {
      removed.set(name, (removed.get(name) ?? 0) + (await enforce(dataSource, now, limit)));
    }
  }
  return removed;
}

async function enforce(dataSource: DataSource, now: Date, limit: Limit): Promise<number> {
  const { column } = limit;
  const before = new Date(now.getTime() - limit.days * DAY_MS);
  const statement = statementOf(dataSource, limit);
  const bound = isMilliseconds(dataSource, limit.table, column) ? before.getTime() : before;
  let total = 0;
  for (;;) {
    const [, affected]: [unknown, number] = await dataSource.query(statement, [bound]);
    total += affected;
    if (affected < AT_ONCE) return total;
  }
}

/** Names come from our own retention lines and are quoted; the moment is bound. */
function statementOf(dataSource: DataSource, { table, column, forgets }: Limit): string {
  const quote = (name: string): string =>
    name
      .split('.')
      .map((part) => dataSource.driver.escape(part))
      .join('.');
  const left = forgets === 'row' ? '' : ` and ${quote(forgets.column)} is not null`;
  const passed = `select ctid from ${quote(table)} where ${quote(column)} < $1${left} limit ${AT_ONCE}`;
  const act =
    forgets === 'row'
      ? `delete from ${quote(table)}`
      : `update ${quote(table)} set ${quote(forgets.column)} = null`;
  return `${act} where ctid = any(array(${passed}))`;
}

/** A library's own times are milliseconds in a number. */
function isMilliseconds(dataSource: DataSource, table: string, column: string): boolean {
  const entity = dataSource.entityMetadatas.find(({ tablePath }) => tablePath === table);
  const found = entity?.columns.find(({ databaseName }) => databaseName === column);
  if (found === undefined) throw new Error(`a retention line names ${table}.${column}, which is not there`);
  return found.type === 'bigint';
}
