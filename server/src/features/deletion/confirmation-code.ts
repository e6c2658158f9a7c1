import { createHash, randomBytes } from 'node:crypto';
import type { ServiceKeys } from '../../platform/vault';

const LENGTH = 26;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const CODE = /^[A-Z2-7]{26}$/;

/** A new code of 26 letters and digits: 130 random bits, nothing to guess. */
export function randomCode(): string {
  return toBase32(randomBytes(17));
}

/**
 * The code of a callback's request, computed from its digest under a key of ours: the same request gets the same
 * code without the code being stored.
 */
export function codeOfRequest(keys: ServiceKeys, requestDigest: Buffer): string {
  return toBase32(keys.confirmationDigest(requestDigest));
}

/** The digest under which a code is stored and found. */
export const hashOfCode = (code: string): Buffer => createHash('sha256').update(code).digest();

/** Whether a text can be a code at all. */
export const isCode = (text: string): boolean => CODE.test(text);

function toBase32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let buffer = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < LENGTH) {
      bits -= 5;
      text += ALPHABET.charAt((buffer >> bits) & 31);
    }
    buffer &= (1 << bits) - 1;
  }
  return text;
}
