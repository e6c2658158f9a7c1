import { createHash } from 'node:crypto';

/** Length of a hash in bytes. */
export const HASH_BYTES = 32;

/** The hash of a leaf (RFC 9162, 2.1.1). */
export const leafHash = (entry: Buffer): Buffer => sha256(Buffer.of(0), entry);

/** The hash of an inner node over its two children (RFC 9162, 2.1.1). */
export const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.of(1), left, right);

/**
 * The inclusion path of a leaf that is appended after another one, whose own path at its turn is known: the roots of
 * the whole subtrees to its left, the nearest first. So a log that keeps each leaf with its path grows by reading one row.
 */
export function pathOfNext(last: { index: number; hash: Buffer; path: readonly Buffer[] } | null): Buffer[] {
  if (last === null) return [];
  let root = last.hash;
  const rest = [...last.path];
  for (let level = last.index; level % 2 === 1; level = (level - 1) / 2) {
    const left = rest.shift();
    if (left === undefined) throw new RangeError('the path is too short for its leaf');
    root = nodeHash(left, root);
  }
  return [root, ...rest];
}

/**
 * The root that follows from a leaf and its inclusion path in a tree of `size` leaves (RFC 9162, 2.1.3.2); null when the
 * path cannot be one of that place.
 */
export function rootFromPath(
  place: { index: number; size: number },
  hash: Buffer,
  path: readonly Buffer[],
): Buffer | null {
  if (!Number.isSafeInteger(place.index) || place.index < 0 || place.index >= place.size) return null;
  let node = place.index;
  let last = place.size - 1;
  let root = hash;
  for (const sibling of path) {
    if (last === 0 || sibling.length !== HASH_BYTES) return null;
    if (node % 2 === 1 || node === last) {
      root = nodeHash(sibling, root);
      // A right edge without siblings: those levels have no node to hash with.
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      root = nodeHash(root, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : null;
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
