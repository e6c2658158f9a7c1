import { z } from 'zod';

const base64url = z.string().transform((text) => Buffer.from(text, 'base64url'));

/** A request that was taken in. No id of Instagram's and none of a connection's: only digests under the tombstone key `key`. */
export const deletionBody = z.object({
  request: z.uuid(),
  code_hash: base64url,
  source: z.enum(['META_CALLBACK', 'DISCONNECT', 'ACCOUNT_CLOSURE', 'TRANSFER', 'OPERATOR']),
  requested_at: z.coerce.date(),
  access_withdrawal: z.string(),
  key: z.string(),
  not_before: z.coerce.date(),
  /** The connections that it speaks of, and the account when that is deleted; `code` is the owner's own copy, sealed under the account's key. */
  parts: z.array(
    z.object({
      ...{ mac: base64url, code: z.string().nullable() },
      part: z.enum(['erase', 'join', 'keep', 'account']),
    }),
  ),
  /** What else was deleted. */
  marks: z.array(base64url),
});

/** A request that is about to be completed: its receipt, and what it takes to count it in the log of receipts again. */
export const receiptBody = z.object({
  request: z.uuid(),
  completed_at: z.coerce.date(),
  receipt: z.string(),
  salt: base64url,
  leaf: z.int().nonnegative(),
  checkpoint: z.string(),
  /** The public key that checks it, 32 bytes. */
  public_key: base64url,
});

/** What came of telling those whom a receipt counts: its addendum. */
export const addendumBody = z.object({
  request: z.uuid(),
  addendum: z.string(),
  /** The public key that checks it, 32 bytes. */
  public_key: base64url,
});

/** Tokens that were removed because the person removed the app at Instagram. */
export const deauthorizationBody = z.object({
  key: z.string(),
  at: z.coerce.date(),
  marks: z.array(base64url),
});

type Written<Body> = {
  readonly [Key in keyof Body]: Body[Key] extends Date | Buffer
    ? string
    : Body[Key] extends Buffer[]
      ? readonly string[]
      : Body[Key] extends object[]
        ? readonly Written<Body[Key][number]>[]
        : Body[Key];
};

export type DeletionBody = z.infer<typeof deletionBody>;
export type ReceiptBody = z.infer<typeof receiptBody>;
export type AddendumBody = z.infer<typeof addendumBody>;
export type DeauthorizationBody = z.infer<typeof deauthorizationBody>;

/** Each kind of line with what stands in it, as it is written. */
export type LedgerText =
  | { readonly kind: 'deletion'; readonly body: Written<DeletionBody> }
  | { readonly kind: 'receipt'; readonly body: Written<ReceiptBody> }
  | { readonly kind: 'addendum'; readonly body: Written<AddendumBody> }
  | { readonly kind: 'deauthorization'; readonly body: Written<DeauthorizationBody> };

export const toText = (bytes: Buffer): string => bytes.toString('base64url');
