import { columnName, tableName } from '../../platform/database/data-map/build-data-map';
import type { Holding } from '../../platform/database/held';
import {
  type ClearReason,
  type ColumnDeclaration,
  declaredColumns,
  type SealingKey,
} from '../../platform/database/personal';
import { declaredTables } from '../../platform/database/subject';
import { KEY_MATERIAL, leftOutClear, leftOutSealed, leftOutTables } from './left-out';

/** A column of a file: what it is called there, and how its value is read. */
export interface PlannedColumn {
  readonly column: string;
  readonly name: string;
  readonly type: string;
  /** The key that opens it; null for one in clear. */
  readonly key: SealingKey | null;
  readonly purpose: string;
}

/** A column that is in no file, and why. */
export interface LeftOut {
  readonly column: string;
  readonly why: string;
}

/** What becomes of one table: a CSV and a JSON file of it, or nothing and why. */
export interface PlannedTable {
  readonly table: string;
  /** The name of its two files, without their endings. */
  readonly file: string;
  readonly holding: Holding;
  /** The first column of the primary key: what is sealed is bound to its value. */
  readonly rowId: string;
  /** The column with the connection whose profile key seals some of it; null where none does. */
  readonly connection: string | null;
  readonly orderBy: readonly string[];
  readonly columns: readonly PlannedColumn[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * What an export holds, from the declarations that the data map is made of: every table that leads to a person, every
 * column of it, opened where it is sealed; or left out for a reason that the export's own README tells.
 */
export function exportPlan(entities: readonly object[]): PlannedTable[] {
  return entities.flatMap((entity) => {
    const declared = declaredTables().find((candidate) => candidate.entity === entity);
    if (declared === undefined || declared.noPerson !== null || declared.holding === null) return [];
    const table = tableName(entity);
    const columns = declaredColumns().filter((column) => column.entity === entity);
    const whole = leftOutTables[table];
    const why = (column: ColumnDeclaration) => whole ?? whyLeftOut(column);
    const keys = columns.filter(({ options }) => options.primary === true).map(nameOf);
    const [rowId] = keys;
    if (rowId === undefined) throw new Error(`${table} has no primary key to read it by`);
    return [
      {
        table,
        file: table.replace(/^.*\./, '').replaceAll('_', '-'),
        holding: declared.holding,
        rowId,
        connection: columns.some(({ key }) => key === 'profile') ? connectionOf(table) : null,
        orderBy: keys,
        columns: columns.filter((column) => why(column) === null).map(planned),
        leftOut: columns.flatMap((column) => {
          const reason = why(column);
          return reason === null ? [] : [{ column: nameOf(column), why: reason }];
        }),
      },
    ];
  });
}

const connectionOf = (table: string) => (table === 'instagram_connection' ? 'id' : 'connection_id');

function whyLeftOut({ form, key, reason }: ColumnDeclaration): string | null {
  if (form === 'blind-index') return leftOutClear['keyed-digest'];
  if (form === 'sealed') return key === null ? KEY_MATERIAL : leftOutSealed[key];
  return reason === null ? null : leftOutClear[reason satisfies ClearReason];
}

function planned(column: ColumnDeclaration): PlannedColumn {
  const { options, purpose } = column;
  const name = nameOf(column);
  return {
    column: name,
    name: name.replace(/_sealed$/, ''),
    type: `${String(options.type)}${'array' in options && options.array === true ? '[]' : ''}`,
    key: column.form === 'sealed' ? column.key : null,
    purpose,
  };
}

const nameOf = ({ property, options }: ColumnDeclaration): string => columnName(property, options.name);
