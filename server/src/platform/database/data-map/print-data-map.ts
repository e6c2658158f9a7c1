import { createHash } from 'node:crypto';
import type { DataMap, MapTable } from './data-map';

/** The map as JSON: the text that its hash is of. */
export function dataMapJson(map: DataMap): string {
  return `${JSON.stringify(map, null, 2)}\n`;
}

/** SHA-256 of the map, in hex: receipts name by it the policy under which something was removed. */
export function hashOfMap(map: DataMap): string {
  return createHash('sha256').update(dataMapJson(map)).digest('hex');
}

/** The map for people: one table a table. */
export function dataMapMarkdown(map: DataMap): string {
  const parts = [
    INTRO,
    `Hash: \`${hashOfMap(map)}\``,
    '## Retention',
    grid(
      ['line', 'kept until', 'held by the daily job'],
      map.retention.map(({ name, until, limits = [] }) => [
        name,
        until,
        limits
          .map(
            ({ table, column, days, forgets }) =>
              `${forgets === 'row' ? `rows of \`${table}\`` : `\`${table}.${forgets.column}\``} ${days} ${days === 1 ? 'day' : 'days'} after \`${column}\``,
          )
          .join('; '),
      ]),
    ),
    '## What people are told',
    grid(
      ['holding', 'what', 'why', 'retention'],
      map.holdings.map(({ name, what, why, kept }) => [name, what, why, kept.name]),
    ),
    '## Tables',
    ...map.tables.flatMap(tableParts),
    '## Tables of libraries',
    ...map.foreignTables.flatMap(({ name, reason, kept, columns, jsonKeys = {} }) => [
      `### \`${name}\``,
      `${reason}. Kept until ${kept.until}.`,
      `Columns: ${columns.map((column) => `\`${column}\``).join(', ')}.`,
      ...Object.entries(jsonKeys).map(([column, keys]) => `Keys of \`${column}\`: ${keys.join(', ')}.`),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

const INTRO = `# Data map

Everything that is stored, generated from what stands beside each column and checked against the database. Do not edit: run
\`pnpm datamap\`. A change needs a line in [data-map-changes.md](data-map-changes.md).`;

function tableParts({ name, paths, noPerson, columns }: MapTable): string[] {
  const person =
    noPerson === null
      ? `Leads to its person by ${paths.map(({ column, to }) => (to === 'itself' ? `\`${column}\`, the account itself` : `\`${column}\` → \`${to}\``)).join(' or ')}.`
      : `No person: ${noPerson}.`;
  return [
    `### \`${name}\``,
    person,
    grid(
      ['column', 'type', 'class', 'source', 'purpose', 'holding', 'retention', 'on erasure'],
      columns.map((column) => [
        `\`${column.name}\``,
        column.keys === null ? column.type : `${column.type}: ${column.keys.join(', ')}`,
        `${column.form}: ${column.because}`,
        column.source,
        column.purpose,
        column.holding ?? '',
        column.retention,
        column.onErase,
      ]),
    ),
  ];
}

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
