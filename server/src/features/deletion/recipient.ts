import { createHash } from 'node:crypto';

/**
 * What came of telling a recipient. TOLD: it confirmed. REFUSED: it answered that it is gone for good. UNREACHABLE: it did not
 * confirm in time, or there was nowhere to tell it. NOT_KNOWN: a restored backup does not know any more.
 */
export type RecipientOutcome = 'TOLD' | 'REFUSED' | 'UNREACHABLE' | 'NOT_KNOWN';

/** How many a deletion is told to; a recipient counts as one whatever comes of it. */
export interface RecipientCounts {
  readonly told: number;
  readonly total: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** For so long after the request recipients are told; then the key of what it takes to tell them is destroyed. */
export const TELLING_DAYS = 3;
/** Recipients are told when the request is completed, and so long after it was received although it is not. */
const AT_LATEST_MS = 24 * HOUR_MS;

/** When telling the recipients of a request begins without its completion. */
export const tellAtLatest = (requestedAt: Date): Date => new Date(requestedAt.getTime() + AT_LATEST_MS);
/** When telling somebody who is told since a moment ends. */
export const tellingEnds = (since: Date): Date => new Date(since.getTime() + TELLING_DAYS * 24 * HOUR_MS);

const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 4 * HOUR_MS, 8 * HOUR_MS];
const LONGEST_PAUSE_MS = 12 * HOUR_MS;

/** When a recipient is told again that did not confirm, after so many attempts; at `endsAt` at the latest, when it is given up. */
export function nextAttempt(now: Date, attempts: number, endsAt: Date): Date {
  const at = now.getTime() + (PAUSES_MS[attempts - 1] ?? LONGEST_PAUSE_MS);
  return new Date(Math.min(at, endsAt.getTime()));
}

/**
 * The id of the event that tells one recipient of one request: the same again after a restore, so that a repetition can be
 * recognised, and leading to nobody without both. In the form of a UUID (version 8).
 */
export function recipientId(requestId: string, reference: string): string {
  const bytes = createHash('sha256').update(`recipient|${requestId}|${reference}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
