import { createHash } from 'node:crypto';
import { parseStrictly, type Value } from './strict-json.ts';

/** What a genuine `signed_request` says. */
export interface Verified {
  userId: string;
  /** Unix seconds. */
  issuedAt: number;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BLOCK = 64;

/**
 * A second opinion on a `signed_request`, written from the design's rules and not from the server's code: base64url, HMAC
 * and JSON are done by hand here. Null when it is not to be accepted at `now` (unix milliseconds).
 */
export function verify(value: string, secrets: readonly string[], now: number): Verified | null {
  const dot = value.indexOf('.');
  const payload = value.slice(dot + 1);
  if (dot !== 43 || payload.length > 4096) return null;
  const [mac, content] = [decode(value.slice(0, dot)), decode(payload)];
  if (mac === null || content === null || content.length === 0) return null;
  if (!secrets.some((secret) => hmac(secret, payload).equals(mac))) return null;
  const text = content.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(content)) return null;
  const fields = parseStrictly(text, 3);
  return fields?.kind === 'object' ? read(fields.entries, now) : null;
}

function read(fields: ReadonlyMap<string, Value>, now: number): Verified | null {
  const [algorithm, user, issued] = ['algorithm', 'user_id', 'issued_at'].map((key) => fields.get(key));
  if (algorithm?.kind !== 'text' || algorithm.text !== 'HMAC-SHA256') return null;
  if (user === undefined || (user.kind !== 'text' && user.kind !== 'number')) return null;
  if (issued?.kind !== 'number' || !isDigits(issued.text, 12) || !isDigits(user.text, 20)) return null;
  if (user.text.startsWith('0')) return null;
  const issuedAt = Number(issued.text);
  const inTime = issuedAt >= 1_262_304_000 && issuedAt * 1000 <= now + 300_000;
  return inTime ? { userId: user.text, issuedAt } : null;
}

function isDigits(text: string, most: number): boolean {
  return (
    text.length > 0 && text.length <= most && [...text].every((character) => '0123456789'.includes(character))
  );
}

/** Base64url without padding whose unused bits are 0; null for anything else. */
function decode(text: string): Buffer | null {
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  for (const character of text) {
    const six = ALPHABET.indexOf(character);
    if (six < 0 || character.length !== 1) return null;
    bits = (bits << 6) | six;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes.push((bits >> held) & 255);
    bits &= (1 << held) - 1;
  }
  return held >= 6 || bits !== 0 ? null : Buffer.from(bytes);
}

/** HMAC-SHA-256 as RFC 2104 words it. */
function hmac(secret: string, text: string): Buffer {
  const key = Buffer.alloc(BLOCK);
  const given = Buffer.from(secret, 'utf8');
  (given.length > BLOCK ? sha256(given) : given).copy(key);
  const inner = sha256(Buffer.concat([key.map((byte) => byte ^ 0x36), Buffer.from(text, 'latin1')]));
  return sha256(Buffer.concat([key.map((byte) => byte ^ 0x5c), inner]));
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
