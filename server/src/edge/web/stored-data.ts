import { HOLDINGS } from '../../data-map';
import type { Holding } from '../../platform/database/held';

/** One kind of data that we hold, as a public page lists it. */
export interface StoredData {
  readonly what: string;
  readonly why: string;
  /** What ends the keeping, in words. */
  readonly until: string;
}

/** Everything we hold, in the two groups that end differently. */
export interface StoredDataLists {
  /** What came from Instagram, or exists only because of it. */
  readonly instagram: readonly StoredData[];
  /** What belongs to the SocioGenie account itself. */
  readonly account: readonly StoredData[];
}

/** What the tables hold about a person, from the data map. */
export const STORED_DATA: StoredDataLists = {
  instagram: listOf('instagram'),
  account: listOf('account'),
};

function listOf(group: Holding['group']): StoredData[] {
  return HOLDINGS.filter((holding) => holding.group === group).map(({ what, why, kept }) => ({
    what,
    why,
    until: kept.until,
  }));
}
