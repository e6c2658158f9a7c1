/** What the public status of one deletion request shows: no id, no name, no counts. */
export interface DeletionStatusView {
  readonly confirmationCode: string;
  readonly state: 'RECEIVED' | 'ERASING' | 'COMPLETED' | 'NEEDS_ATTENTION';
  readonly source: 'META_CALLBACK' | 'DISCONNECT' | 'ACCOUNT_CLOSURE' | 'TRANSFER' | 'OPERATOR';
  readonly requestedAt: Date;
  /** Null until the request is completed. */
  readonly completedAt: Date | null;
  /** When the keys to the access tokens were removed; null when none were held. */
  readonly keysRemovedAt: Date | null;
  readonly accessWithdrawal: AccessWithdrawal;
  /** From when on nobody can recover those keys; null until there is a receipt that says so. */
  readonly unrecoverableBy: Date | null;
  readonly categories: readonly DeletionCategoryView[];
  /** The signed receipt; null until the request is completed. */
  readonly receipt: string | null;
  /** Integrators that have to be told, and those that were. */
  readonly recipients: { readonly told: number; readonly total: number };
  /** The signed addendum to the receipt; null until all are settled, and where there are none. */
  readonly addendum: string | null;
}

/** What came of asking Instagram to withdraw our access, which only a person's own ending does. */
export type AccessWithdrawal = 'NOT_ASKED' | 'ASKING' | 'ACCEPTED' | 'REFUSED' | 'NO_ANSWER' | 'NOT_KNOWN';

export interface DeletionCategoryView {
  /** A stable key such as `ACCESS_KEYS`, translated by the page. */
  readonly name: string;
  readonly outcome: 'PENDING' | 'REMOVED' | 'NOTHING_HELD' | 'KEPT' | 'FAILED';
  /** A clause without a full stop, or null for what goes without saying. */
  readonly reason: string | null;
  readonly keptUntil: Date | null;
}
