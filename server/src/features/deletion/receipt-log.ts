import type { KeyObject } from 'node:crypto';
import { Between, type EntityManager } from 'typeorm';
import { ADVISORY_LOCKS } from '../../platform/database/advisory-locks';
import { HASH_BYTES, leafHash, pathOfNext, rootFromPath } from '../../platform/transparency/merkle';
import { openCheckpoint, signCheckpoint } from '../../platform/transparency/signed-note';
import type { SigningKeys } from '../../platform/vault';
import { ReceiptLeafRow } from './receipt-leaf.entity';

/** Leaves read at once. */
const BATCH = 5_000;

/** The end of the log does not add up: leaves were dropped, changed or put in another order. */
export class ReceiptLogBroken extends Error {
  constructor() {
    super('the log of receipts does not lead to its last checkpoint; nothing is appended to it');
    this.name = 'ReceiptLogBroken';
  }
}

/**
 * Appends a leaf and signs the checkpoint of the tree that ends with it. Part of the caller's transaction, which holds
 * the log from here to its end: a crash leaves a whole leaf or none.
 *
 * @throws ReceiptLogBroken when what is there does not lead to its last checkpoint.
 */
export async function appendLeaf(
  tx: EntityManager,
  keys: SigningKeys,
  origin: string,
  entry: Buffer,
): Promise<{ readonly leafIndex: number; readonly checkpoint: string }> {
  await tx.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.receiptLog]);
  const last = await lastLeaf(tx);
  if (last !== null && !addsUp(last, await keys.verifiers(tx))) throw new ReceiptLogBroken();
  const hash = leafHash(entry);
  const path = pathOfNext(last && { index: last.leafIndex, hash: last.leafHash, path: hashesOf(last.path) });
  const leafIndex = last === null ? 0 : last.leafIndex + 1;
  const root = rootFromPath({ index: leafIndex, size: leafIndex + 1 }, hash, path);
  if (root === null) throw new ReceiptLogBroken();
  const { privateKey } = await keys.current(tx);
  const checkpoint = signCheckpoint({ origin, size: leafIndex + 1, root }, privateKey);
  await tx.insert(ReceiptLeafRow, { leafIndex, leafHash: hash, path: Buffer.concat(path), checkpoint });
  return { leafIndex, checkpoint };
}

/**
 * Puts a leaf back with the checkpoint that was signed when it was added. Part of the caller's transaction.
 *
 * @throws ReceiptLogBroken when it is not the next one, or does not lead to its checkpoint.
 */
export async function restoreLeaf(
  tx: EntityManager,
  keys: SigningKeys,
  { leafIndex, entry, checkpoint }: { leafIndex: number; entry: Buffer; checkpoint: string },
): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.receiptLog]);
  const last = await lastLeaf(tx);
  const path = pathOfNext(last && { index: last.leafIndex, hash: last.leafHash, path: hashesOf(last.path) });
  const leaf = { leafIndex, leafHash: leafHash(entry), path: Buffer.concat(path), checkpoint };
  const isNext = leafIndex === (last === null ? 0 : last.leafIndex + 1);
  if (!isNext || !addsUp(leaf, await keys.verifiers(tx))) throw new ReceiptLogBroken();
  await tx.insert(ReceiptLeafRow, leaf);
}

/**
 * Reads the whole log, leaf by leaf, up to its last checkpoint; false when a leaf is missing, changed or in another
 * place.
 */
export async function isLogWhole(tx: EntityManager, keys: SigningKeys): Promise<boolean> {
  const last = await lastLeaf(tx);
  if (last === null) return true;
  let before: Parameters<typeof pathOfNext>[0] = null;
  for (let from = 0; from <= last.leafIndex; from += BATCH) {
    const leaves = await tx.find(ReceiptLeafRow, {
      select: { leafIndex: true, leafHash: true },
      where: { leafIndex: Between(from, from + BATCH - 1) },
      order: { leafIndex: 'ASC' },
    });
    for (const { leafIndex, leafHash: hash } of leaves) {
      if (leafIndex !== (before === null ? 0 : before.index + 1)) return false;
      before = { index: leafIndex, hash, path: pathOfNext(before) };
    }
  }
  const path = Buffer.concat([...(before?.path ?? [])]);
  return before?.index === last.leafIndex && path.equals(last.path) && addsUp(last, await keys.verifiers(tx));
}

/** The last leaf; null while the log is empty. */
export async function lastLeaf(tx: EntityManager): Promise<ReceiptLeafRow | null> {
  const [last] = await tx.find(ReceiptLeafRow, { order: { leafIndex: 'DESC' }, take: 1 });
  return last ?? null;
}

/** Whether a leaf and its path lead to the root that its checkpoint signs. */
function addsUp({ leafIndex, leafHash: hash, path, checkpoint }: ReceiptLeafRow, keys: KeyObject[]): boolean {
  const signed = openCheckpoint(checkpoint, keys);
  const root = rootFromPath({ index: leafIndex, size: leafIndex + 1 }, hash, hashesOf(path));
  return signed !== null && root !== null && signed.size === leafIndex + 1 && signed.root.equals(root);
}

/** The hashes that stand one after the other in a stored path. */
export function hashesOf(path: Buffer): Buffer[] {
  return Array.from({ length: path.length / HASH_BYTES }, (_, index) =>
    path.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
}
