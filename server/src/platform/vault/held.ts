import type { Holding, RetentionLine } from '../database/held';

const WITH_THE_SEALED: RetentionLine = {
  name: 'data-key',
  until: 'what they encrypt is deleted: they go first',
};

/** What the installation needs for itself. */
export const INSTALLATION: RetentionLine = { name: 'installation', until: 'this server is taken down' };

export const DATA_KEYS: Holding = {
  name: 'data-key',
  group: 'account',
  what: 'The keys that encrypt your data: one for your account, two for each connection, one for an export, themselves encrypted',
  why: 'so that destroying a key makes what it encrypts unreadable',
  kept: WITH_THE_SEALED,
  counted: { table: 'keystore.data_key', column: 'id' },
};
