import type { InstagramPermission } from '../../instagram/instagram';

export type ConnectionStatus = 'ACTIVE' | 'LIMITED' | 'EXPIRING' | 'RECONNECT_NEEDED' | 'DEAUTHORIZED';

/** What each connect asks for; without BASIC there is no connection. */
export const NEEDED_PERMISSIONS = [
  'BASIC',
  'CONTENT_PUBLISH',
  'MANAGE_INSIGHTS',
] as const satisfies readonly InstagramPermission[];

const EXPIRING_WITHIN_MS = 14 * 24 * 3_600_000;

/** The facts that a status follows from. */
export interface ConnectionFacts {
  readonly appId: string;
  readonly deauthorizedAt: Date | null;
  readonly tokenExpiresAt: Date | null;
  readonly grantedPermissions: readonly string[];
}

/** The needed permissions that were not granted, in a fixed order. */
export function missingPermissions(granted: readonly string[]): InstagramPermission[] {
  return NEEDED_PERMISSIONS.filter((permission) => !granted.includes(permission));
}

/**
 * The status of a connection, the most serious first: removed at Instagram, no living token of this app, ends within
 * 14 days, a needed permission missing, well.
 */
export function statusOf(facts: ConnectionFacts, appId: string, now: Date): ConnectionStatus {
  if (facts.deauthorizedAt !== null) return 'DEAUTHORIZED';
  if (facts.tokenExpiresAt === null || facts.appId !== appId) return 'RECONNECT_NEEDED';
  const leftMs = facts.tokenExpiresAt.getTime() - now.getTime();
  if (leftMs <= 0) return 'RECONNECT_NEEDED';
  if (leftMs <= EXPIRING_WITHIN_MS) return 'EXPIRING';
  return missingPermissions(facts.grantedPermissions).length > 0 ? 'LIMITED' : 'ACTIVE';
}

/** What a late callback may do to a grant; see `timing`. */
export type CallbackTiming = 'granted-before' | 'uncertain' | 'granted-after';

const CLOCK_SKEW_MS = 300_000;

/**
 * Compares a callback's time (Meta's clock, whole seconds) with a grant's (ours). A grant at or before it is meant by
 * it; one more than 300 s after it is not; in between the clocks may be the reason.
 */
export function timing(grantedAt: Date, issuedAt: Date): CallbackTiming {
  const grantedSecond = Math.floor(grantedAt.getTime() / 1000) * 1000;
  if (grantedSecond <= issuedAt.getTime()) return 'granted-before';
  return grantedSecond - issuedAt.getTime() > CLOCK_SKEW_MS ? 'granted-after' : 'uncertain';
}
