import { createHash } from 'node:crypto';
import type { RefusalKind } from '../../instagram/refusals';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Meta refuses to refresh a younger token. Source: Business login for Instagram, "Refresh a long-lived token". */
const YOUNGEST_MS = DAY_MS;
/** A token is never older than this for long, so that trouble shows while there is time. */
const WEEKLY_MS = 7 * DAY_MS;
const LAST_STRETCH_MS = 20 * DAY_MS;
const SPREAD_MS = 12 * HOUR_MS;

/**
 * When a token is to be renewed: a day after it was issued at the earliest, else with 20 days left or after a week,
 * whichever comes first. To this comes a part of half a day that is the connection's own, so that not all ask at once;
 * never more than a tenth of what is left. `expiresAt` is what Instagram said, however short.
 */
export function renewalDue(connectionId: string, issuedAt: Date, expiresAt: Date): Date {
  const [issued, expires] = [issuedAt.getTime(), expiresAt.getTime()];
  const due = Math.max(issued + YOUNGEST_MS, Math.min(expires - LAST_STRETCH_MS, issued + WEEKLY_MS));
  const spread = Math.max(0, Math.min(SPREAD_MS, (expires - due) / 10));
  const share = createHash('sha256').update(connectionId).digest().readUInt32BE(0) / 2 ** 32;
  return new Date(Math.floor(due + spread * share));
}

const PASSES_BY_ITSELF: ReadonlySet<RefusalKind> = new Set(['temporary', 'no-answer', 'unreadable']);
const SHORTEST_PAUSE_MS = 5 * MINUTE_MS;

/**
 * When a renewal that failed is tried again: after a quarter of an hour where the trouble passes by itself, after six
 * hours where Instagram refused, doubled with each failure in a row up to a day. With little time left the pause is
 * half of it, so that the last tries come close before the end. Null when the token ends before any other try.
 */
export function retryRenewalAt(
  { kind }: { readonly kind: RefusalKind },
  attempts: number,
  failedAt: Date,
  expiresAt: Date,
): Date | null {
  const first = PASSES_BY_ITSELF.has(kind) ? 15 * MINUTE_MS : 6 * HOUR_MS;
  const backoff = Math.min(first * 2 ** (attempts - 1), DAY_MS);
  const leftMs = expiresAt.getTime() - failedAt.getTime();
  const pause = Math.max(SHORTEST_PAUSE_MS, Math.min(backoff, leftMs / 2));
  return pause < leftMs ? new Date(failedAt.getTime() + pause) : null;
}

/** The days left at which a person is warned that access ends, the first first. */
export const WARNING_RUNGS = [14, 7, 3, 1] as const;
export type WarningRung = (typeof WARNING_RUNGS)[number];

/** The warning that so much time left calls for: the last that was reached; null with more than 14 days, and at the end. */
export function warningRung(leftMs: number): WarningRung | null {
  if (leftMs <= 0) return null;
  return WARNING_RUNGS.findLast((days) => leftMs <= days * DAY_MS) ?? null;
}
