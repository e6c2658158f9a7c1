import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Stand } from './stand';

/** A receipt document, as it is downloaded. */
export interface ReceiptDocument {
  readonly receipt: string;
  readonly salt: string;
  readonly leafIndex: number;
  readonly checkpoint: string;
  readonly proof: readonly string[];
  readonly addendum?: string;
}

export interface KeySet {
  readonly keys: readonly {
    readonly kid: string;
    readonly x: string;
    readonly kty: string;
    readonly crv: string;
  }[];
}

/** What anybody gets who has the confirmation code. */
export async function downloadReceipt(stand: Pick<Stand, 'visitor'>, code: string): Promise<ReceiptDocument> {
  const response = await stand.visitor().fetch(`/deletion-status/${code}/receipt.json`);
  if (response.status !== 200) throw new Error(`the receipt was answered with ${response.status}`);
  return (await response.json()) as ReceiptDocument;
}

export async function publicKeys(stand: Pick<Stand, 'visitor'>): Promise<KeySet> {
  return (await (await stand.visitor().fetch('/.well-known/jwks.json')).json()) as KeySet;
}

/** The published keys after the operator has changed the signing key. */
export async function keysAfterRotation(stand: Stand): Promise<KeySet> {
  await stand.app.signingKeys.rotate();
  return publicKeys(stand);
}

/** Every part of a document on which a receipt may stand; each is true for a genuine one. */
export interface Findings {
  readonly signature: boolean;
  readonly inclusion: boolean;
  readonly checkpoint: boolean;
}

/** A second opinion: checks a document from the published formats alone, with nothing of the server's code. */
export function check(document: ReceiptDocument, { keys }: KeySet): Findings {
  const [head = '', body = '', signature = ''] = document.receipt.split('.');
  const { alg, kid, typ } = JSON.parse(bytes(head).toString()) as Record<string, string>;
  const jwk = keys.find((key) => key.kid === kid);
  const [text = '', signatures = ''] = document.checkpoint.split('\n\n');
  const [origin = '', size = '', root = ''] = text.split('\n');
  const note = Buffer.from(signatures.trimEnd().split(' ')[2] ?? '', 'base64');
  const noteKey = keys.find(({ x }) => keyIdOf(origin, bytes(x)).equals(note.subarray(0, 4)));
  return {
    signature:
      alg === 'EdDSA' &&
      typ === 'deletion-receipt+jwt' &&
      jwk !== undefined &&
      verify(null, Buffer.from(`${head}.${body}`), keyOf(jwk), bytes(signature)),
    inclusion: climb(document, Number(size)).toString('base64') === root,
    checkpoint:
      noteKey !== undefined && verify(null, Buffer.from(`${text}\n`), keyOf(noteKey), note.subarray(4)),
  };
}

/** The claims of a receipt, unchecked. */
// biome-ignore lint/suspicious/noExplicitAny: specs read documents as they are.
export const claimsOf = (receipt: string): any => JSON.parse(bytes(receipt.split('.')[1] ?? '').toString());

/** From the leaf to the root, as RFC 9162 (2.1.3.2) words it. */
function climb({ receipt, salt, leafIndex, proof }: ReceiptDocument, size: number): Buffer {
  let [fn, sn] = [leafIndex, size - 1];
  let hash = sha256(Buffer.of(0), bytes(salt), Buffer.from(receipt));
  for (const sibling of proof.map(bytes)) {
    if (sn === 0) return Buffer.alloc(0);
    if (fn % 2 === 1 || fn === sn) {
      hash = sha256(Buffer.of(1), sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else {
      hash = sha256(Buffer.of(1), hash, sibling);
    }
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return sn === 0 ? hash : Buffer.alloc(0);
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const keyIdOf = (name: string, key: Buffer): Buffer =>
  sha256(Buffer.from(`${name}\n`), Buffer.of(1), key).subarray(0, 4);
const keyOf = (jwk: { x: string }) =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: jwk.x }, format: 'jwk' });
