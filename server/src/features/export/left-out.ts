import type { ClearReason, SealingKey } from '../../platform/database/personal';

export const KEY_MATERIAL = 'a key: it protects your data and is none itself';
const DIGEST = 'a digest that recognises a secret of yours or a message: it says nothing to anybody else';

/** Why a value in clear is in no export, by the reason why it is in clear; null for what is exported. */
export const leftOutClear: Readonly<Record<ClearReason, string | null>> = {
  'random-id': null,
  'foreign-id': 'it names a record of somebody else’s and says nothing of you',
  time: null,
  number: null,
  'our-word': null,
  'our-app': null,
  'time-zone': null,
  statement: null,
  'staff-name': null,
  digest: DIGEST,
  'keyed-digest':
    'a digest that only a key of ours can make: it recognises what stands beside it, or a message that came twice',
  'password-hash': 'a secret that guards your sign-in: a copy of it could be used to guess your password',
  'wrapped-key': KEY_MATERIAL,
  'key-name': KEY_MATERIAL,
  'public-key': KEY_MATERIAL,
  salt: 'random bytes of ours; the page of the deletion request hands them out with the receipt',
  'process-name': 'the name of a process of ours',
  'ledger-line':
    'a line of our deletion ledger: digests that only a key of ours can make, and signed receipts',
};

/** The same for what is sealed, by the key that seals it. */
export const leftOutSealed: Readonly<Record<SealingKey, string | null>> = {
  account: null,
  profile: null,
  token: 'a secret with which one could act at Instagram in your name; when it ends stands beside it',
  export: 'the file that you are reading, while it waited for you',
  recipient:
    'the address of an integrator and a secret that it shares with us, for the days in which it is told of a deletion',
};

/** Tables of which nothing is exported. */
export const leftOutTables: Readonly<Record<string, string>> = {
  'keystore.data_key': KEY_MATERIAL,
  data_export_piece: 'the file that you are reading, while it waited for you',
};
