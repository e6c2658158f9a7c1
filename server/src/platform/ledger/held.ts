import type { Holding, RetentionLine } from '../database/held';
import { BACKUP_DAYS, SLACK_DAYS } from './months';

/** What remembers a deletion ends when there is no backup left that could bring back what was deleted. */
const TOMBSTONE: RetentionLine = {
  name: 'tombstone',
  until: `no backup from before the deletion is left: ${BACKUP_DAYS + SLACK_DAYS} days after the end of its month`,
  limits: [{ table: 'tombstone', column: 'expires_at', days: 0, forgets: 'row' }],
};

const LEDGER_LINE: RetentionLine = {
  ...TOMBSTONE,
  name: 'deletion-ledger',
  limits: [{ table: 'ledger_entry', column: 'expires_at', days: 0, forgets: 'row' }],
};

export const TOMBSTONES: Holding = {
  name: 'tombstone',
  group: 'instagram',
  what: 'That something was deleted: keyed digests of our id and Instagram’s ids of it, under keys that are destroyed',
  why: 'so that nothing that was deleted comes back, not even from a backup',
  kept: TOMBSTONE,
  counted: null,
};

export const LEDGER: Holding = {
  name: 'deletion-ledger',
  group: 'instagram',
  what: 'The ledger of deletions: the same digests, when and by whom it was asked, and the receipt. No name, no Instagram user ID',
  why: 'so that a backup that is restored is told what to delete again',
  kept: LEDGER_LINE,
  counted: { table: 'ledger_entry', column: 'request_id' },
};
