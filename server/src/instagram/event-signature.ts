import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../platform/secret';

/**
 * Whether one of the secrets signed these bytes: `X-Hub-Signature-256` is `sha256=` and 64 hex digits of the
 * HMAC-SHA-256 over the body as received. Null when the header is not of that form. The older header with SHA-1 is not
 * looked at.
 *
 * Source: Meta's "Webhooks from Meta: Validating payloads"; that the Instagram app's secret is the key is what
 * integrators report.
 */
export function isEventSignature(
  body: Uint8Array,
  header: string | undefined,
  secrets: readonly Secret[],
): boolean | null {
  const [, hex] = /^sha256=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (hex === undefined) return null;
  const received = Buffer.from(hex, 'hex');
  // Every secret is tried, so that the time does not tell which one fits.
  const matches = secrets.map((secret) => timingSafeEqual(macOf(body, secret), received));
  return matches.includes(true);
}

function macOf(body: Uint8Array, secret: Secret): Buffer {
  return createHmac('sha256', secret.reveal()).update(body).digest();
}
