import { Column, type ColumnOptions, type EntityTarget } from 'typeorm';
import type { Holding } from './held';
import type { OnErase } from './subject';

/** Whose key seals a column: an account's own, a connection's profile key, the key of one grant's token, of one export, or of one recipient. */
export type SealingKey = 'account' | 'profile' | 'token' | 'export' | 'recipient';

/** Where a value came from: Instagram, the person, or this server. */
export type Source = 'instagram' | 'person' | 'us';

/** Why a value may stand in clear, each with the words of the data map. */
export const CLEAR_REASONS = {
  'random-id': 'a random id of ours',
  'foreign-id': 'a random id of ours, of a record of somebody else’s',
  time: 'a time or a date',
  number: 'a number',
  'our-word': 'a word of ours from a fixed list',
  'our-app': 'the id of our own app at Instagram, the same for everybody',
  digest: 'a digest of a secret text: it cannot be turned back, and nobody without that text can make it',
  'keyed-digest': 'a digest made with a secret key: it cannot be turned back without the key',
  'password-hash': 'Argon2id of the password',
  'time-zone': 'a time zone, needed to show a time',
  'wrapped-key': 'a key that is itself encrypted, by a key outside the database',
  'key-name': 'the name of a key',
  'public-key': 'a public key: it is there to be published',
  salt: 'random bytes of ours',
  statement: 'a signed statement of ours that points to nobody',
  'ledger-line':
    'what the ledger of deletions says: keyed digests, a digest of a code, a code sealed for its owner, a signed receipt',
  'staff-name': 'the name of somebody who works for the operator',
  'process-name': 'the name of a process of ours',
} as const;
export type ClearReason = keyof typeof CLEAR_REASONS;

/** What a column says of itself: the data map, erasure, retention and the public pages are made from it. */
export interface ColumnDeclaration {
  readonly entity: EntityTarget<object>;
  readonly property: string;
  readonly form: 'sealed' | 'blind-index' | 'clear';
  /** The key that seals it, or under whose subject it is found; null for clear ones. */
  readonly key: SealingKey | null;
  readonly reason: ClearReason | null;
  readonly source: Source;
  readonly purpose: string;
  /** What it counts as, when not what its table does. */
  readonly holding: Holding | null;
  /** What becomes of it, when not what becomes of its table. */
  readonly onErase: OnErase | null;
  /** For JSON: every key that may stand in it. */
  readonly keys: readonly string[] | null;
  readonly options: ColumnOptions;
}

/** A column that holds personal data: sealed text, or the blind index that finds it. */
export type PersonalColumn = ColumnDeclaration & {
  readonly form: 'sealed' | 'blind-index';
  readonly key: SealingKey;
};

interface About {
  /** What the column is for, in words that a person can read. */
  readonly purpose: string;
  readonly holding?: Holding;
  readonly onErase?: OnErase;
}

interface PersonalOptions extends About {
  readonly key: SealingKey;
  /** Default: the person for the account's key, Instagram for the others. */
  readonly source?: Source;
  readonly nullable?: boolean;
}

interface ClearOptions extends About, ColumnOptions {
  readonly reason: ClearReason;
  readonly source: Source;
  readonly keys?: readonly string[];
}

const columns: ColumnDeclaration[] = [];

/** A text column that only ever holds sealed text. */
export function Sealed(options: PersonalOptions): PropertyDecorator {
  return personal('sealed', 'text', options);
}

/** A `bytea` column with the keyed digest by which a sealed value is found. */
export function BlindIndex(options: PersonalOptions): PropertyDecorator {
  return personal('blind-index', 'bytea', options);
}

/** A column in clear, with the reason why it may be; TypeORM's own options stand beside it. */
export function Clear(options: ClearOptions): PropertyDecorator {
  const { reason, source, purpose, holding, onErase, keys, ...column } = options;
  return declare(
    {
      ...{ form: 'clear', key: null, reason, source, purpose },
      ...{ holding: holding ?? null, onErase: onErase ?? null, keys: keys ?? null },
    },
    column,
  );
}

/** Every column declared so far. */
export function declaredColumns(): readonly ColumnDeclaration[] {
  return columns;
}

/** The sealed columns and blind indexes declared so far. */
export function personalColumns(): readonly PersonalColumn[] {
  return columns.filter((column): column is PersonalColumn => column.form !== 'clear');
}

function personal(
  form: PersonalColumn['form'],
  type: 'text' | 'bytea',
  options: PersonalOptions,
): PropertyDecorator {
  const { key, purpose, source, holding, onErase, nullable } = options;
  return declare(
    {
      ...{ form, key, reason: null, purpose, keys: null },
      source: source ?? (key === 'account' ? 'person' : 'instagram'),
      ...{ holding: holding ?? null, onErase: onErase ?? null },
    },
    { type, nullable: nullable ?? false },
  );
}

function declare(
  about: Omit<ColumnDeclaration, 'entity' | 'property' | 'options'>,
  options: ColumnOptions,
): PropertyDecorator {
  return (target, property) => {
    columns.push({ ...about, entity: target.constructor, property: String(property), options });
    Column(options)(target, property);
  };
}
