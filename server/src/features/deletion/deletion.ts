import type { DeletionCategoryName } from './eraser';
import type { RecipientCounts } from './recipient';

export type DeletionState = 'RECEIVED' | 'ERASING' | 'COMPLETED' | 'NEEDS_ATTENTION';
export type DeletionSource = 'META_CALLBACK' | 'DISCONNECT' | 'ACCOUNT_CLOSURE' | 'TRANSFER' | 'OPERATOR';
export type DeletionOutcome = 'PENDING' | 'REMOVED' | 'NOTHING_HELD' | 'KEPT' | 'FAILED';

/**
 * What came of asking Instagram to withdraw our access. NOT_KNOWN: the server stopped while it asked.
 * NOT_ASKED: the request came from Meta, where the access had ended; there was no living token; or the Instagram account
 * moves to another account here, which needs the same grant.
 */
export type AccessWithdrawal = 'NOT_ASKED' | 'ASKING' | 'ACCEPTED' | 'REFUSED' | 'NO_ANSWER' | 'NOT_KNOWN';

export interface DeletionCategory {
  readonly name: DeletionCategoryName;
  readonly outcome: DeletionOutcome;
  /** Only for the account that it belongs to; null elsewhere and where nothing is counted. */
  readonly count: number | null;
  readonly reason: string | null;
  readonly keptUntil: Date | null;
  /** When the last of it was removed, or was found not to be there; only for the account that it belongs to. */
  readonly settledAt: Date | null;
}

export interface DeletionStatus {
  readonly confirmationCode: string;
  readonly state: DeletionState;
  readonly source: DeletionSource;
  readonly requestedAt: Date;
  readonly completedAt: Date | null;
  readonly keysRemovedAt: Date | null;
  readonly accessWithdrawal: AccessWithdrawal;
  /** From when on nobody can recover the keys, as the receipt says it. */
  readonly unrecoverableBy: Date | null;
  readonly categories: readonly DeletionCategory[];
  /** The signed receipt (compact JWS): there when the request is completed, and not before. */
  readonly receipt: string | null;
  /** Integrators that have to be told, as far as is known, and those that were. */
  readonly recipients: RecipientCounts;
  /** The signed addendum to the receipt (compact JWS): what came of telling them; null before, and where there are none. */
  readonly addendum: string | null;
}

interface DeletionTimes {
  readonly erasingAt: Date | null;
  readonly attentionAt: Date | null;
  readonly completedAt: Date | null;
}

/** The state that follows from a request's times. */
export function stateOf({ erasingAt, attentionAt, completedAt }: DeletionTimes): DeletionState {
  if (completedAt !== null) return 'COMPLETED';
  if (attentionAt !== null) return 'NEEDS_ATTENTION';
  return erasingAt === null ? 'RECEIVED' : 'ERASING';
}

/** Asking takes ten seconds at most: a request that still says so a minute later lost its process. */
export const ASKING_ENDS_AFTER_MS = 60_000;

/** What can honestly be said of a withdrawal at a moment. */
export function withdrawalAt(stored: AccessWithdrawal, requestedAt: Date, now: Date): AccessWithdrawal {
  const lost = stored === 'ASKING' && now.getTime() - requestedAt.getTime() > ASKING_ENDS_AFTER_MS;
  return lost ? 'NOT_KNOWN' : stored;
}
