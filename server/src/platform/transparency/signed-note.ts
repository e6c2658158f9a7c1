import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { HASH_BYTES } from './merkle';

/** What a log says of itself: its name, how many leaves it has, and the root over them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** Ed25519, as signed notes number their kinds of signature. */
const ED25519 = Buffer.of(1);
const DASH = '\u2014';

/**
 * A checkpoint in the form of a signed note (C2SP tlog-checkpoint, signed-note): three lines, an empty one, and the
 * signature under the log's name.
 */
export function signCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): string {
  const { origin, size, root } = checkpoint;
  if (!/^[^\s+]+$/.test(origin)) throw new TypeError('the name of a log has no space and no plus sign');
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  const id = noteKeyId(origin, rawPublicKey(createPublicKey(privateKey)));
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n${DASH} ${origin} ${signature.toString('base64')}\n`;
}

/**
 * The checkpoint in a signed note, when one of these keys signed it under the log's name and every character is as
 * `signCheckpoint` writes it; null otherwise.
 */
export function openCheckpoint(note: string, publicKeys: readonly KeyObject[]): Checkpoint | null {
  const match = NOTE.exec(note);
  if (match === null) return null;
  const [, text = '', origin = '', size = '', root = '', name = '', signature = ''] = match;
  const [rootBytes, signatureBytes] = [canonical(root), canonical(signature)];
  if (name !== origin || rootBytes?.length !== HASH_BYTES || signatureBytes?.length !== 4 + 64) return null;
  if (!Number.isSafeInteger(Number(size))) return null;
  const key = publicKeys.find((candidate) =>
    noteKeyId(origin, rawPublicKey(candidate)).equals(signatureBytes.subarray(0, 4)),
  );
  if (key === undefined || !verify(null, Buffer.from(text), key, signatureBytes.subarray(4))) return null;
  return { origin, size: Number(size), root: rootBytes };
}

const NOTE = new RegExp(
  `^(([^\\s+]+)\\n(0|[1-9][0-9]*)\\n([A-Za-z0-9+/=]+)\\n)\\n${DASH} ([^\\s+]+) ([A-Za-z0-9+/=]+)\\n$`,
);

/** The 32 bytes of an Ed25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** The four bytes by which a note names the key that signed it. */
function noteKeyId(name: string, publicKey: Buffer): Buffer {
  const hash = createHash('sha256').update(`${name}\n`).update(ED25519).update(publicKey);
  return hash.digest().subarray(0, 4);
}

/** Bytes of base64 that is written in the one way it is meant to be. */
function canonical(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
