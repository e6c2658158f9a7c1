import { getMetadataArgsStorage } from 'typeorm';
import type { Holding, RetentionLine } from '../held';
import { SnakeNaming } from '../naming';
import { CLEAR_REASONS, type ColumnDeclaration, declaredColumns } from '../personal';
import { declaredTables, type OnErase, type TableDeclaration } from '../subject';
import type { DataMap, ForeignTable, MapColumn, MapTable } from './data-map';

export interface MapSources {
  readonly entities: readonly object[];
  readonly foreignTables: readonly ForeignTable[];
  /** In the order in which people read them. */
  readonly holdings: readonly Holding[];
}

const naming = new SnakeNaming();
const byName = <T extends { readonly name: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * The map of what is declared beside the columns. What is not declared is not in it: `undeclared` finds that.
 */
export function buildDataMap({ entities, foreignTables, holdings }: MapSources): DataMap {
  const declared = entities.flatMap((entity) => {
    const table = declaredTables().find((candidate) => candidate.entity === entity);
    return table === undefined ? [] : [table];
  });
  const tables = declared.map((table) => mapTable(table));
  const lines = [
    ...declared.map(({ kept }) => kept),
    ...declaredColumns().flatMap(({ holding }) => holding?.kept ?? []),
    ...foreignTables.map(({ kept }) => kept),
  ];
  return {
    tables: byName(tables),
    foreignTables: byName(foreignTables),
    retention: byName([...new Set<RetentionLine>(lines)]),
    holdings,
  };
}

/** The name of an entity's table, with its schema in front when it has one of its own. */
export function tableName(entity: object): string {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity);
  const name = table?.name ?? '';
  return table?.schema === undefined ? name : `${table.schema}.${name}`;
}

/** The name of a property's column. */
export function columnName(property: string, custom?: string): string {
  return naming.columnName(property, custom, []);
}

/** What becomes of something when it is erased, in words. */
export function eraseRule(onErase: OnErase): string {
  return typeof onErase === 'string' ? onErase : `kept: ${onErase.kept}`;
}

function mapTable(table: TableDeclaration): MapTable {
  const columns = declaredColumns().filter(({ entity }) => entity === table.entity);
  return {
    name: tableName(table.entity),
    paths: table.paths,
    noPerson: table.noPerson,
    columns: byName(columns.map((column) => mapColumn(table, column))),
  };
}

function mapColumn(table: TableDeclaration, column: ColumnDeclaration): MapColumn {
  const holding = column.holding ?? table.holding;
  const { options } = column;
  return {
    name: columnName(column.property, options.name),
    type: `${String(options.type)}${'array' in options && options.array === true ? '[]' : ''}`,
    form: column.form,
    because: column.reason === null ? `the ${column.key} key` : CLEAR_REASONS[column.reason],
    source: column.source,
    purpose: column.purpose,
    holding: holding?.name ?? null,
    retention: (column.holding?.kept ?? table.kept).name,
    onErase: eraseRule(column.onErase ?? table.onErase),
    keys: column.keys,
  };
}
