import { Column, type EntityTarget } from 'typeorm';

/** Whose key seals a column: an account's own, a connection's profile key, or the key of one grant's token. */
export type SealingKey = 'account' | 'profile' | 'token';

/** A column that holds personal data: sealed text, or the blind index that finds it. */
export interface PersonalColumn {
  readonly entity: EntityTarget<object>;
  readonly property: string;
  readonly form: 'sealed' | 'blind-index';
  readonly key: SealingKey;
  readonly purpose: string;
}

interface PersonalOptions {
  readonly key: SealingKey;
  /** What the column is for, in words that a person can read. */
  readonly purpose: string;
  readonly nullable?: boolean;
}

const columns: PersonalColumn[] = [];

/** A text column that only ever holds sealed text. */
export function Sealed(options: PersonalOptions): PropertyDecorator {
  return personal('sealed', options, Column({ type: 'text', nullable: options.nullable ?? false }));
}

/** A `bytea` column with the keyed digest by which a sealed value is found. */
export function BlindIndex(options: PersonalOptions): PropertyDecorator {
  return personal('blind-index', options, Column({ type: 'bytea', nullable: options.nullable ?? false }));
}

/** Every personal column declared so far: what erasure, the data map and the shape tests read. */
export function personalColumns(): readonly PersonalColumn[] {
  return columns;
}

function personal(
  form: PersonalColumn['form'],
  options: PersonalOptions,
  column: PropertyDecorator,
): PropertyDecorator {
  return (target, property) => {
    columns.push({
      entity: target.constructor,
      property: String(property),
      form,
      key: options.key,
      purpose: options.purpose,
    });
    column(target, property);
  };
}
