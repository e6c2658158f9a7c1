import { createHash } from 'node:crypto';
import type { RecipientTally } from './recipient-counts.read';
import { minute } from './sign-statement';

/** The `typ` of an addendum's header. */
export const ADDENDUM_TYPE = 'deletion-addendum+jwt';

/** What an addendum adds to a receipt: what came of telling those whom the receipt counts. No id, no name, no address. */
export interface AddendumClaims {
  readonly iss: string;
  /** When it was signed, in seconds, to the minute. */
  readonly iat: number;
  readonly jti: string;
  /** SHA-256 of the receipt, in base64url: it speaks of this one and of no other. */
  readonly receipt_sha256: string;
  /** The outcomes add up to `of`, which is the receipt's. */
  readonly recipients: {
    readonly told: number;
    readonly refused: number;
    readonly unreachable: number;
    readonly not_known: number;
    readonly of: number;
  };
  /** When the last of them was settled; null where a restored database lost them all. */
  readonly settled_at: string | null;
  readonly software: string;
}

/**
 * The claims of the addendum to a receipt that counts `of` recipients. Those that a restored database lost are not known; where it
 * knows more than the receipt counts, the outcomes still add up to `of`, and no more are called told than can have been of those.
 */
export function addendumClaims(
  about: { readonly receipt: string; readonly of: number; readonly tally: RecipientTally },
  issuer: { readonly iss: string; readonly issuedAt: Date; readonly jti: string; readonly software: string },
): AddendumClaims {
  const { of, tally } = about;
  const { settled } = tally;
  const unreachable = Math.min(settled.UNREACHABLE, of);
  const refused = Math.min(settled.REFUSED, of - unreachable);
  const told = Math.min(settled.TOLD, of - unreachable - refused);
  return {
    iss: issuer.iss,
    iat: Math.floor(issuer.issuedAt.getTime() / 60_000) * 60,
    jti: issuer.jti,
    receipt_sha256: hashOfReceipt(about.receipt),
    recipients: { told, refused, unreachable, not_known: of - told - refused - unreachable, of },
    settled_at: tally.lastSettledAt && minute(tally.lastSettledAt),
    software: issuer.software,
  };
}

/** SHA-256 of a receipt's text, as its addendum carries it. */
export const hashOfReceipt = (jws: string): string =>
  createHash('sha256').update(jws, 'ascii').digest('base64url');

/** The claims of an addendum of our own, which needs no checking. */
export function addendumClaimsOf(jws: string): AddendumClaims {
  return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as AddendumClaims;
}
