import type { Holding, RetentionLine } from '../../platform/database/held';

/** A file that nobody fetched is destroyed so long after it was ready. */
export const FILE_HOURS = 24;

/** That an export was made, and how it ended, is kept for so long: to show it, and to count how often one asks. */
const RECORD_DAYS = 7;

const FILE: RetentionLine = {
  name: 'data-export-file',
  until: `you download or discard it, ${FILE_HOURS} hours after it was ready, or you disconnect a connection that is in it`,
};

const RECORD: RetentionLine = {
  name: 'data-export',
  until: `${RECORD_DAYS} days after you asked for it, or your account is deleted`,
  limits: [{ table: 'data_export', column: 'requested_at', days: RECORD_DAYS, forgets: 'row' }],
};

export const EXPORT_FILES: Holding = {
  name: 'data-export-file',
  group: 'account',
  what: 'An export of your data that waits for your download, encrypted under a key of its own',
  why: 'to hand you a copy of what we hold',
  kept: FILE,
  counted: { table: 'data_export', column: 'size_bytes' },
};

export const DATA_EXPORTS: Holding = {
  name: 'data-export',
  group: 'account',
  what: 'That you asked for an export: when, and how it ended',
  why: 'to show you how far it is, and to limit how often one is made',
  kept: RECORD,
  counted: { table: 'data_export', column: 'id' },
};
