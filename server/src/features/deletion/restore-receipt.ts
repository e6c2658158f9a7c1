import { type EntityManager, In } from 'typeorm';
import type { PlacedLine } from '../../platform/ledger';
import { SigningKeyRow, type SigningKeys } from '../../platform/vault';
import type { DeletionSource } from './deletion';
import { DeletionOutcomeRow } from './deletion-outcome.entity';
import { DeletionRequestRow } from './deletion-request.entity';
import { addendumBody, type ReceiptBody, receiptBody } from './ledger-bodies';
import { claimsOf, leafEntry, REQUEST_KINDS, type ReceiptClaims } from './receipt';
import { ReceiptRow } from './receipt.entity';
import { restoreLeaf } from './receipt-log';
import { enqueueAddendum } from './recipients';
import { forgetAccount } from './requests-of-account.eraser';
import { signerOf } from './sign-statement';

/** The keys that signed the receipts and addenda of these lines. */
export function signersOf(lines: readonly PlacedLine[]): string[] {
  return lines.flatMap(({ kind, body }) => {
    if (kind === 'receipt') return signerOf(receiptBody.parse(JSON.parse(body)).receipt);
    return kind === 'addendum' ? signerOf(addendumBody.parse(JSON.parse(body)).addendum) : [];
  });
}

/** Makes known again the public key that checks a statement; it signs no more. */
export async function putBackSigner(
  tx: EntityManager,
  jws: string,
  publicKey: Buffer,
  createdAt: Date,
  now: Date,
): Promise<void> {
  const id = signerOf(jws);
  const key = { id, publicKey, createdAt, retiredAt: now };
  if (!(await tx.existsBy(SigningKeyRow, { id }))) await tx.insert(SigningKeyRow, key);
}

/**
 * Puts back a receipt as it was issued: its leaf at its place in the log, the public key that checks it, and its request,
 * completed at its time: from here on it names no account any more. Part of the caller's transaction.
 *
 * @throws ReceiptLogBroken when it is not the next leaf of the log.
 */
export async function restoreReceipt(
  tx: EntityManager,
  keys: SigningKeys,
  body: ReceiptBody,
  now: Date,
): Promise<void> {
  const { request, receipt: jws, salt, leaf: leafIndex, completed_at: completedAt } = body;
  await putBackSigner(tx, jws, body.public_key, completedAt, now);
  if (await tx.existsBy(ReceiptRow, { requestId: request })) return;
  const entry = leafEntry(salt, jws);
  await restoreLeaf(tx, keys, { leafIndex, entry, checkpoint: body.checkpoint });
  const claims = claimsOf(jws);
  const removedAt = claims.key_removed_at === null ? null : new Date(claims.key_removed_at);
  const kinds = Object.entries(REQUEST_KINDS) as [DeletionSource, string][];
  const source = kinds.find(([, kind]) => kind === claims.request_kind)?.[0] ?? 'OPERATOR';
  const as = { completedAt, attentionAt: null, accessWithdrawal: claims.meta_revocation.toUpperCase() };
  const { affected } = await tx.update(DeletionRequestRow, request, { ...as, keysRemovedAt: removedAt });
  if (affected === 0) {
    const codeHash = Buffer.from(claims.code_hash, 'base64url');
    const times = { requestedAt: new Date(claims.requested_at), keysRemovedAt: removedAt, erasingAt: null };
    await tx.insert(DeletionRequestRow, {
      id: request,
      codeHash,
      source,
      requestDigest: null,
      ...times,
      ...as,
    });
  }
  const recipientCount = claims.recipients.of;
  await tx.insert(ReceiptRow, { requestId: request, jws, salt, leafIndex, completedAt, recipientCount });
  if (recipientCount > 0) await enqueueAddendum(tx, request, now);
  await tellAsReceipt(tx, request, claims);
  await forgetAccount(tx, request);
}

/**
 * What the receipt says was removed stays removed on the status page, also where the restored database did not hold it any
 * more: keys in a key store that was not lost are gone since the first time.
 */
async function tellAsReceipt(
  tx: EntityManager,
  requestId: string,
  { categories }: ReceiptClaims,
): Promise<void> {
  const removed = categories.filter(({ outcome }) => outcome === 'REMOVED').map(({ name }) => name);
  const nothing = { requestId, outcome: 'NOTHING_HELD', category: In<string>(removed) };
  await tx.update(DeletionOutcomeRow, nothing, { outcome: 'REMOVED' });
}
