/** A moment from which something is removed by time alone; the daily job holds it. */
export interface Limit {
  /** The table, with its schema in front when it has one of its own. */
  readonly table: string;
  /** The time that is counted from: a `timestamptz`, or a `bigint` of milliseconds since 1970. */
  readonly column: string;
  readonly days: number;
  /** What goes: the whole row, with what hangs on it, or one column of it. */
  readonly forgets: 'row' | { readonly column: string };
}

/** One line of the retention table: what ends the keeping, in words, and by which clock if by one. */
export interface RetentionLine {
  readonly name: string;
  /** Words that follow "until": they stand on the public pages. */
  readonly until: string;
  /** Held by the daily job; without them an event ends the keeping. */
  readonly limits?: readonly Limit[];
}

/** One kind of data that is held about a person, in the words of the public pages. */
export interface Holding {
  readonly name: string;
  /** Whether it came from Instagram, or exists only because of it; or belongs to the SocioGenie account itself. */
  readonly group: 'instagram' | 'account';
  readonly what: string;
  readonly why: string;
  readonly kept: RetentionLine;
  /** The rows that "how much" counts, where the column holds something; null where nothing leads to the person. */
  readonly counted: { readonly table: string; readonly column: string } | null;
}
