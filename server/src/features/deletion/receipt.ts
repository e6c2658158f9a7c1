import { createHash } from 'node:crypto';
import type { AccessWithdrawal, DeletionCategory, DeletionOutcome, DeletionSource } from './deletion';
import type { DeletionCategoryName } from './eraser';
import type { RecipientCounts } from './recipient';
import { minute } from './sign-statement';

/** The `typ` of a receipt's header. */
export const RECEIPT_TYPE = 'deletion-receipt+jwt';

/** Who asked, as receipts say it. */
export const REQUEST_KINDS = {
  META_CALLBACK: 'meta_deletion',
  DISCONNECT: 'user_disconnect',
  ACCOUNT_CLOSURE: 'account_closure',
  TRANSFER: 'account_moved',
  OPERATOR: 'operator_import',
} as const satisfies Record<DeletionSource, string>;

/**
 * What a receipt states. It holds nothing that points to a person: no id of anybody's, no name, no address, no exact
 * count, and no time finer than a minute.
 */
export interface ReceiptClaims {
  /** The public address of the server. */
  readonly iss: string;
  /** When it was signed, in seconds, to the minute. */
  readonly iat: number;
  readonly jti: string;
  /** SHA-256 of the confirmation code, in base64url: whoever has the code can tell that the receipt is its own. */
  readonly code_hash: string;
  readonly request_kind: (typeof REQUEST_KINDS)[DeletionSource];
  readonly requested_at: string;
  readonly completed_at: string;
  /** The hash of the data map that the deletion followed, in hex; null for a request that was completed before receipts existed. */
  readonly policy: string | null;
  readonly categories: readonly { readonly name: DeletionCategoryName; readonly outcome: DeletionOutcome }[];
  /** When the keys were destroyed; null when there was nothing to destroy. */
  readonly key_removed_at: string | null;
  /** From when on nobody can recover those keys, not even from the database's own files. */
  readonly unrecoverable_by: string | null;
  readonly meta_revocation: Lowercase<AccessWithdrawal>;
  /** Integrators that have to be told, and those that had been when it was signed; an addendum says what came of it. */
  readonly recipients: { readonly told: number; readonly of: number };
  readonly retained: readonly {
    readonly category: DeletionCategoryName;
    readonly reason: string | null;
    readonly until: string | null;
  }[];
  /** Until when backups from before it are kept; null when there was nothing of it to be in them, and in receipts of before. */
  readonly backups_expire_by?: string | null;
  readonly software: string;
}

/** What is known of a request at the moment that completes it. */
export interface CompletedRequest {
  readonly codeHash: Buffer;
  readonly source: DeletionSource;
  readonly requestedAt: Date;
  readonly completedAt: Date;
  readonly keysRemovedAt: Date | null;
  readonly unrecoverableBy: Date | null;
  readonly accessWithdrawal: AccessWithdrawal;
  readonly categories: readonly DeletionCategory[];
  readonly recipients: RecipientCounts;
}

/** What is known of the server that signs. */
export interface ReceiptIssuer {
  readonly iss: string;
  readonly issuedAt: Date;
  readonly jti: string;
  readonly policy: string | null;
  readonly software: string;
}

/** The claims of a completed request. */
export function receiptClaims(request: CompletedRequest, issuer: ReceiptIssuer): ReceiptClaims {
  const kept = request.categories.filter(({ outcome }) => outcome === 'KEPT');
  const expiry = kept.find(({ name }) => name === 'BACKUPS')?.keptUntil ?? null;
  return {
    iss: issuer.iss,
    iat: Math.floor(issuer.issuedAt.getTime() / 60_000) * 60,
    jti: issuer.jti,
    code_hash: request.codeHash.toString('base64url'),
    request_kind: REQUEST_KINDS[request.source],
    requested_at: minute(request.requestedAt),
    completed_at: minute(request.completedAt),
    policy: issuer.policy,
    categories: request.categories.map(({ name, outcome }) => ({ name, outcome })),
    key_removed_at: request.keysRemovedAt && minute(request.keysRemovedAt),
    unrecoverable_by: request.unrecoverableBy && minute(request.unrecoverableBy),
    meta_revocation: request.accessWithdrawal.toLowerCase() as Lowercase<AccessWithdrawal>,
    recipients: { told: request.recipients.told, of: request.recipients.total },
    retained: kept.map(({ name, reason, keptUntil }) => ({
      category: name,
      reason,
      until: keptUntil && minute(keptUntil),
    })),
    backups_expire_by: expiry && minute(expiry),
    software: issuer.software,
  };
}

/** The claims of a receipt of our own, which needs no checking. */
export function claimsOf(jws: string): ReceiptClaims {
  return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as ReceiptClaims;
}

/** What the log holds of a receipt: the hash of this, which tells nothing without the salt. */
export function leafEntry(salt: Buffer, jws: string): Buffer {
  return Buffer.concat([salt, Buffer.from(jws, 'ascii')]);
}

/** SHA-256 of a confirmation code, as receipts carry it. */
export const codeHashClaim = (code: string): string => createHash('sha256').update(code).digest('base64url');
