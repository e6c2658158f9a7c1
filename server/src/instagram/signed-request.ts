import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../platform/secret';
import type { SignedRequestReading } from './instagram';
import { readSignedPayload } from './signed-payload';

/** 43 characters carry the 32 bytes of the signature; the payload's length is bounded by the door as well. */
const GRAMMAR = /^([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{1,4096})$/;

/**
 * Verifies and reads a `signed_request`. The signature is computed over the encoded payload exactly as received, with
 * every secret in `secrets` (two while one is rotated), and only a request that one of them signed is decoded at all.
 * Never throws; a request that is not beyond doubt is refused.
 *
 * Source: Meta's "Data Deletion Request Callback" page; the strictness is ours.
 */
export function readSignedRequest(
  value: string,
  secrets: readonly Secret[],
  now: Date,
): SignedRequestReading {
  const [, signature, payload] = GRAMMAR.exec(value) ?? [];
  if (signature === undefined || payload === undefined) return { ok: false, reason: 'malformed' };
  if (!isCanonical(signature) || !isCanonical(payload)) return { ok: false, reason: 'malformed' };

  const received = Buffer.from(signature, 'base64url');
  // Every secret is tried, so that the time does not tell which one fits.
  const matches = secrets.map((secret) => timingSafeEqual(macOf(payload, secret), received));
  if (!matches.includes(true)) return { ok: false, reason: 'bad-signature' };

  const content = readSignedPayload(Buffer.from(payload, 'base64url'), now);
  if (content === null) return { ok: false, reason: 'bad-payload' };
  return {
    ok: true,
    ...content,
    digest: createHash('sha256').update(value, 'ascii').digest(),
  };
}

function macOf(payload: string, secret: Secret): Buffer {
  return createHmac('sha256', secret.reveal()).update(payload, 'ascii').digest();
}

/** Base64url of one and the same bytes can be written in several ways; only one of them comes back. */
function isCanonical(encoded: string): boolean {
  return Buffer.from(encoded, 'base64url').toString('base64url') === encoded;
}
