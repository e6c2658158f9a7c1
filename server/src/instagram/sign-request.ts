import { createHmac } from 'node:crypto';
import type { Secret } from '../platform/secret';

/** Twenty nines: an id of Instagram's has 64 bits, and this is more than fits, so it is nobody's for ever. */
const NOBODY = '9'.repeat(20);

/**
 * A `signed_request` as Meta would send it now, about an id that nobody can have: for the operator, who tries whether
 * the callbacks can be reached.
 */
export function signAboutNobody(secret: Secret, now: Date): string {
  const payload = { user_id: NOBODY, algorithm: 'HMAC-SHA256', issued_at: Math.floor(now.getTime() / 1000) };
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
  const signature = createHmac('sha256', secret.reveal()).update(encoded).digest('base64url');
  return `${signature}.${encoded}`;
}
