import { createHmac } from 'node:crypto';
import { bareNumber } from './wire.ts';

/** What a callback tells: whom it is about, and when it was issued (unix seconds). */
export interface SignedPayload {
  userId: string;
  issuedAt: number;
}

/** Ways to get it wrong on purpose. */
export interface SigningFlaws {
  /** `user_id` as a bare JSON number instead of text. */
  numericUserId?: boolean;
  /** Changes a character after signing, in one of the two parts. */
  tamper?: 'payload' | 'signature';
  /** Adds the `=` that base64url leaves out. */
  padded?: boolean;
}

/**
 * Signs as Meta does (meta-contract, section 8.1): HMAC-SHA-256 with the app's secret over the encoded payload, both
 * parts in base64url without padding.
 */
export function signRequest(payload: SignedPayload, secret: string, flaws: SigningFlaws = {}): string {
  const json = JSON.stringify({
    user_id: flaws.numericUserId === true ? bareNumber(payload.userId) : payload.userId,
    algorithm: 'HMAC-SHA256',
    issued_at: payload.issuedAt,
  });
  const encoded = Buffer.from(json).toString('base64url');
  const signature = createHmac('sha256', secret).update(encoded).digest('base64url');
  const parts = { payload: encoded, signature };
  if (flaws.tamper !== undefined) parts[flaws.tamper] = changeOne(parts[flaws.tamper]);
  if (flaws.padded === true) {
    parts.payload = pad(parts.payload);
    parts.signature = pad(parts.signature);
  }
  return `${parts.signature}.${parts.payload}`;
}

/** Another character in the middle, where every bit of it counts. */
function changeOne(text: string): string {
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, middle)}${text[middle] === 'A' ? 'B' : 'A'}${text.slice(middle + 1)}`;
}

function pad(text: string): string {
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
