import { createPublicKey, type KeyObject } from 'node:crypto';
import { compactVerify } from 'jose';
import { z } from 'zod';
import { leafHash, rootFromPath } from '../../platform/transparency/merkle';
import { openCheckpoint } from '../../platform/transparency/signed-note';
import { ADDENDUM_TYPE, type AddendumClaims, hashOfReceipt } from './addendum';
import { codeHashClaim, leafEntry, RECEIPT_TYPE, type ReceiptClaims } from './receipt';

const base64url = z.string().refine((text) => bytesOf(text).toString('base64url') === text);
const document = z.strictObject({
  receipt: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/),
  salt: base64url,
  leafIndex: z.int().nonnegative(),
  checkpoint: z.string(),
  proof: z.array(base64url).max(64),
  addendum: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    .optional(),
});
const header = z.strictObject({ alg: z.literal('EdDSA'), kid: z.string(), typ: z.string() });
const keySet = z.object({
  keys: z.array(
    z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() }),
  ),
});

/** What a check came to: the claims of a genuine receipt, or why it cannot be trusted. */
export type ReceiptVerdict =
  | {
      readonly genuine: true;
      readonly claims: ReceiptClaims;
      /** Null where the document holds none. */
      readonly addendum: AddendumClaims | null;
      readonly logName: string;
      readonly logSize: number;
    }
  | { readonly genuine: false; readonly problem: string };

/**
 * Checks a receipt with nothing but its document and the server's public keys: the signature, its place in the log, the
 * checkpoint's signature, of an addendum its own signature and that it speaks of this receipt, and with a confirmation code that
 * the receipt belongs to it. The texts are JSON.
 */
export async function verifyReceipt(
  documentText: string,
  keysText: string,
  code: string | null = null,
): Promise<ReceiptVerdict> {
  const keys = keySet.safeParse(parse(keysText));
  if (!keys.success)
    return not('the public keys cannot be read: expected a JSON Web Key Set with Ed25519 keys');
  const parsed = document.safeParse(parse(documentText));
  if (!parsed.success) return not('this is not a receipt document, or it was changed');
  const { receipt, salt, leafIndex, checkpoint, proof, addendum } = parsed.data;

  const publicKeys = new Map(keys.data.keys.map((jwk) => [jwk.kid, publicKey(jwk)]));
  const signed = await openStatement<ReceiptClaims>('receipt', receipt, publicKeys);
  if ('problem' in signed) return not(signed.problem);

  const noted = openCheckpoint(checkpoint, [...publicKeys.values()]);
  if (noted === null) return not('the checkpoint of the log is not signed by these keys, or it was changed');
  const hash = leafHash(leafEntry(bytesOf(salt), receipt));
  const root = rootFromPath({ index: leafIndex, size: noted.size }, hash, proof.map(bytesOf));
  if (root === null || !root.equals(noted.root)) return not('the receipt is not at this place in the log');
  if (noted.origin !== `${new URL(signed.claims.iss).host}/deletion-receipts`) {
    return not('the log belongs to another server than the receipt');
  }
  if (code !== null && codeHashClaim(code) !== signed.claims.code_hash) {
    return not('the receipt belongs to another confirmation code');
  }
  const found = { genuine: true, claims: signed.claims, logName: noted.origin, logSize: noted.size } as const;
  if (addendum === undefined) return { ...found, addendum: null };
  const added = await openStatement<AddendumClaims>('addendum', addendum, publicKeys);
  if ('problem' in added) return not(added.problem);
  if (added.claims.receipt_sha256 !== hashOfReceipt(receipt)) {
    return not('the addendum belongs to another receipt');
  }
  return { ...found, addendum: added.claims };
}

const TYPES = { receipt: RECEIPT_TYPE, addendum: ADDENDUM_TYPE } as const;

async function openStatement<Claims>(
  what: keyof typeof TYPES,
  jws: string,
  keys: ReadonlyMap<string, KeyObject>,
): Promise<{ claims: Claims } | { problem: string }> {
  const [head = '', ...rest] = jws.split('.');
  // Base64url has more than one way to write some bytes; only the one that was signed is a receipt.
  const exact = [head, ...rest].every((part) => bytesOf(part).toString('base64url') === part);
  const parsed = header.safeParse(parse(bytesOf(head).toString('utf8')));
  if (!exact || parsed.data?.typ !== TYPES[what])
    return { problem: `this is not a deletion ${what}, or it was changed` };
  const key = keys.get(parsed.data.kid);
  if (key === undefined) return { problem: `the ${what} was signed with a key that is not among these keys` };
  try {
    const { payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
    return { claims: JSON.parse(Buffer.from(payload).toString('utf8')) as Claims };
  } catch {
    return { problem: `the signature does not fit the ${what}: it was changed, or made by somebody else` };
  }
}

const not = (problem: string): ReceiptVerdict => ({ genuine: false, problem });
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');
const publicKey = ({ kty, crv, x }: { kty: string; crv: string; x: string }): KeyObject =>
  createPublicKey({ key: { kty, crv, x }, format: 'jwk' });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
