import type { Holding, RetentionLine } from '../held';
import type { ColumnDeclaration, Source } from '../personal';
import type { Path } from '../subject';

/** One column of the map. */
export interface MapColumn {
  readonly name: string;
  readonly type: string;
  readonly form: ColumnDeclaration['form'];
  /** Which key seals it, or why it may stand in clear. */
  readonly because: string;
  readonly source: Source;
  readonly purpose: string;
  /** The kind of data that it counts as; null where there is no person. */
  readonly holding: string | null;
  readonly retention: string;
  readonly onErase: string;
  /** For JSON: every key that may stand in it. */
  readonly keys: readonly string[] | null;
}

/** One table of ours. */
export interface MapTable {
  readonly name: string;
  readonly paths: readonly Path[];
  readonly noPerson: string | null;
  readonly columns: readonly MapColumn[];
}

/** A table that a library keeps in our database: every column by its name, with the keys of the JSON ones. */
export interface ForeignTable {
  readonly name: string;
  /** Whose it is, and why no personal data stands in it. */
  readonly reason: string;
  readonly kept: RetentionLine;
  readonly columns: readonly string[];
  readonly jsonKeys?: Readonly<Record<string, readonly string[]>>;
}

/** Everything that is stored, and by which rule each part of it ends. Sorted, so that it is the same every time. */
export interface DataMap {
  readonly tables: readonly MapTable[];
  readonly foreignTables: readonly ForeignTable[];
  readonly retention: readonly RetentionLine[];
  readonly holdings: readonly Holding[];
}
