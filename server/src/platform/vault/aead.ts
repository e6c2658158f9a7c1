import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** Sealed text did not open: wrong key, wrong place, or changed bytes. Loud on purpose; there is no fallback. */
export class SealBroken extends Error {
  constructor(what: string) {
    super(`sealed text cannot be opened: ${what}`);
    this.name = 'SealBroken';
  }
}

/**
 * AES-256-GCM under `key` with a random 96-bit nonce, as `v1.<key id>.<nonce>.<ciphertext and tag>` in base64url.
 * `boundTo` goes in as associated data, so sealed text opens only in the place it was sealed for.
 */
export function seal(key: Buffer, keyId: string, boundTo: readonly string[], clear: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(associatedData(boundTo));
  const body = Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, keyId, iv.toString('base64url'), body.toString('base64url')].join('.');
}

/**
 * Opens what `seal` made with the same key and place.
 *
 * @throws SealBroken on any mismatch, an unknown version and text that was never sealed included.
 */
export function open(key: Buffer, keyId: string, boundTo: readonly string[], sealed: string): Buffer {
  const [version, sealedUnder, iv, body, ...rest] = sealed.split('.');
  if (version !== VERSION || iv === undefined || body === undefined || rest.length > 0) {
    throw new SealBroken('unknown format');
  }
  if (sealedUnder !== keyId) throw new SealBroken('another key sealed it');
  const bytes = Buffer.from(body, 'base64url');
  const nonce = Buffer.from(iv, 'base64url');
  if (bytes.length < TAG_BYTES || nonce.length !== IV_BYTES) throw new SealBroken('cut short');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(associatedData(boundTo));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken('wrong key, wrong place or changed bytes');
  }
}

/** The id of the key that sealed this text, for finding it. */
export function keyIdOf(sealed: string): string {
  const keyId = sealed.split('.')[1];
  if (keyId === undefined || !sealed.startsWith(`${VERSION}.`)) throw new SealBroken('unknown format');
  return keyId;
}

function associatedData(parts: readonly string[]): Buffer {
  return Buffer.from([VERSION, ...parts].join('|'), 'utf8');
}
