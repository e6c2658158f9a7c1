import type { DataSource, EntityManager } from 'typeorm';
import type { DataMap } from './data-map';
import { quoted, reaches } from './reaches';

/** Rows that are fetched at once: an account may have years of them. */
const AT_ONCE = 500;
const FETCH = `fetch ${AT_ONCE} from rows_of`;

/** A connection that was cut is out of every read, and so is what hangs on it. */
const NOT_CUT = { instagram_connection: 'cut_at is null' };

interface RowsWanted {
  readonly table: string;
  /** The columns, by name, with their types. */
  readonly columns: ReadonlyMap<string, string>;
  readonly orderBy: readonly string[];
}

/**
 * The rows of one table that lead to an account, over the paths that the map prints; names come from our own
 * declarations and are quoted. One reading at a time in the transaction `tx`; one that breaks off is over with it.
 * A date stays the text that it is: the driver would make an instant of it, in some zone.
 */
export async function* rowsOf(
  dataSource: DataSource,
  tx: EntityManager,
  map: DataMap,
  accountId: string,
  { table, columns, orderBy }: RowsWanted,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const names = [...columns].map(([column, type]) => {
    const name = quoted(dataSource, column);
    return type === 'date' ? `${name}::text as ${name}` : name;
  });
  const order = orderBy.map((column) => quoted(dataSource, column));
  const declare = `declare rows_of no scroll cursor for select ${names.join(', ')} from ${quoted(dataSource, table)}
     where ${reaches(dataSource, map, table, NOT_CUT)} order by ${order.join(', ')}`;
  await tx.query(declare, [accountId]);
  for (;;) {
    const rows: Record<string, unknown>[] = await tx.query(FETCH);
    yield* rows;
    if (rows.length < AT_ONCE) break;
  }
  await tx.query('close rows_of');
}
