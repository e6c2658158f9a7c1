import type { Holding, RetentionLine } from './held';

/** What becomes of a column when the connection or the account that it belongs to is erased. */
export type OnErase =
  /** Its row is removed with the connection. */
  | 'row-removed'
  /** Emptied with the connection; the row stays. */
  | 'emptied'
  /** Stays until the account is closed. */
  | 'with-account'
  /** Stays until its retention ends, for the reason given. */
  | { readonly kept: string };

/** One way from a row to its person: a column of it, and the column that it is looked up in. */
export interface Path {
  readonly column: string;
  /** `table.column` of a table that leads on to the person; `itself` for the account, where every path ends. */
  readonly to: string;
}

/** What a table says of all its columns. */
export interface TableDeclaration {
  readonly entity: object;
  /** The ways to the person; empty where there is none. */
  readonly paths: readonly Path[];
  /** Why no row leads to a person. */
  readonly noPerson: string | null;
  readonly holding: Holding | null;
  readonly kept: RetentionLine;
  readonly onErase: OnErase;
}

interface SubjectOptions {
  readonly paths: readonly Path[];
  /** What a column counts as unless it says otherwise. */
  readonly holding: Holding;
  readonly onErase: OnErase;
}

interface NoPersonOptions {
  readonly reason: string;
  readonly kept: RetentionLine;
  /** For what is still told to people because it came from them. */
  readonly holding?: Holding;
  readonly onErase?: OnErase;
}

const tables: TableDeclaration[] = [];

/** Says how each row of a table leads to its person, and what becomes of it. */
export function Subject(options: SubjectOptions): ClassDecorator {
  const { paths, holding, onErase } = options;
  return (entity) => {
    tables.push({ entity, paths, noPerson: null, holding, kept: holding.kept, onErase });
  };
}

/** Says why no row of a table leads to a person. */
export function NoPerson(options: NoPersonOptions): ClassDecorator {
  const { reason, kept, holding = null, onErase = { kept: reason } } = options;
  return (entity) => {
    tables.push({ entity, paths: [], noPerson: reason, holding, kept, onErase });
  };
}

/** Every table declared so far. */
export function declaredTables(): readonly TableDeclaration[] {
  return tables;
}
