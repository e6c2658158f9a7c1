import { type EntityManager, In } from 'typeorm';
import type { PlacedLine } from '../../platform/ledger';
import { SigningKeyRow, type SigningKeys } from '../../platform/vault';
import type { DeletionSource } from './deletion';
import { DeletionOutcomeRow } from './deletion-outcome.entity';
import { DeletionRequestRow } from './deletion-request.entity';
import { type ReceiptBody, receiptBody } from './ledger-bodies';
import { claimsOf, leafEntry, REQUEST_KINDS, type ReceiptClaims } from './receipt';
import { ReceiptRow } from './receipt.entity';
import { restoreLeaf } from './receipt-log';
import { signerOf } from './receipts';
import { forgetAccount } from './requests-of-account.eraser';

/** The keys that signed the receipts of these lines. */
export function signersOf(lines: readonly PlacedLine[]): string[] {
  return lines
    .filter(({ kind }) => kind === 'receipt')
    .map(({ body }) => signerOf(receiptBody.parse(JSON.parse(body)).receipt));
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
  const id = signerOf(jws);
  const key = { id, publicKey: body.public_key, createdAt: completedAt, retiredAt: now };
  if (!(await tx.existsBy(SigningKeyRow, { id }))) await tx.insert(SigningKeyRow, key);
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
  await tx.insert(ReceiptRow, { requestId: request, jws, salt, leafIndex, completedAt });
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
