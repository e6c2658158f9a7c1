import type { EntityManager } from 'typeorm';

/** Stable keys of what a deletion request speaks about; pages translate them. */
export const DELETION_CATEGORIES = [
  'ACCESS_KEYS',
  'INSTAGRAM_IDENTITY',
  'ANALYTICS',
  'POSTS_AND_MEDIA',
  'ACCOUNT',
  'DELETION_RECORD',
] as const;
export type DeletionCategoryName = (typeof DELETION_CATEGORIES)[number];

/** What an eraser removes: everything of one connection. */
export interface ErasureSubject {
  readonly connectionId: string;
  /** Null when the account was deleted meanwhile. */
  readonly accountId: string | null;
}

/** The columns of one table that an eraser answers for; `*` claims the rows themselves, with all that is in them. */
export interface Claim {
  readonly table: string;
  readonly columns: readonly string[] | '*';
}

/**
 * A feature's part of a deletion. `erase` runs in a transaction of its own, may be interrupted and is safe to run
 * again; `count` is the second look before anything is called completed.
 */
export interface Eraser {
  readonly category: DeletionCategoryName;
  readonly claims: readonly Claim[];
  /** Removes what is left, and tells how many records it removed this time. */
  erase(subject: ErasureSubject, tx: EntityManager): Promise<number>;
  /** How many records are still there. */
  count(subject: ErasureSubject, tx: EntityManager): Promise<number>;
}

/**
 * A feature's part of deleting an account, with the same promises: what belongs to the account and to no connection of
 * it. It runs when every connection is erased.
 */
export interface AccountEraser {
  readonly category: DeletionCategoryName;
  readonly claims: readonly Claim[];
  /** Removes what is left of an account, and tells how many records it removed this time. */
  eraseAccount(accountId: string, tx: EntityManager): Promise<number>;
  /** How many records of it are still there. */
  countOfAccount(accountId: string, tx: EntityManager): Promise<number>;
}
