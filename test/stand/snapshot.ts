import { createHash } from 'node:crypto';
import type { App } from '../../server/src/app';

type DataSource = App['dataSource'];

/** Tables that change by the mere passing of a request, and say nothing about anybody's data. */
const IGNORED = [
  ...['rate_limit', 'worker_heartbeat', 'migration', 'session', 'connect_attempt'],
  // Mails that were intended are sent whenever the queue runs; what is told stands in `notice`.
  ...['mail', 'development_mail'],
  // The day of a call's last use, whoever it was for.
  'permission_use',
  // Salted digests, one for whatever request is completed.
  'receipt_leaf',
];

/**
 * A digest of every row of every table of ours, by table: two snapshots are equal when nothing changed. With
 * `without`, rows whose text holds one of these ids are left out.
 */
export async function snapshot(
  dataSource: DataSource,
  without: readonly string[] = [],
): Promise<Record<string, string>> {
  const tables: { name: string }[] = await dataSource.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'keystore') and table_type = 'BASE TABLE' order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    if (IGNORED.some((ignored) => name.endsWith(`.${ignored}`))) continue;
    const rows: { text: string }[] = await dataSource.query(
      `select t::text as text from ${name} t order by 1`,
    );
    const kept = rows.map((row) => row.text).filter((text) => !without.some((id) => text.includes(id)));
    digests[name] =
      `${kept.length} rows ${createHash('sha256').update(kept.join('\n')).digest('hex').slice(0, 12)}`;
  }
  return digests;
}

/** How many rows of each table hold this text, tables without one left out. */
export async function rowsWith(dataSource: DataSource, text: string): Promise<Record<string, number>> {
  const tables: { name: string }[] = await dataSource.query(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'keystore', 'graphile_worker') and table_type = 'BASE TABLE' order by 1`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await dataSource.query(
      `select count(*)::int as count from ${name} t where position($1 in t::text) > 0`,
      [text],
    );
    if (row.count > 0) found[name] = row.count;
  }
  return found;
}

/** The row id inside a public id. */
export function rowIdOf(publicId: string): string {
  const hex = publicId.split('_')[1] ?? '';
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
