import type { InstagramPermission } from '../../instagram/instagram';

/** What each connect asks for; without BASIC there is no connection. */
export const NEEDED_PERMISSIONS = [
  'BASIC',
  'CONTENT_PUBLISH',
  'MANAGE_INSIGHTS',
] as const satisfies readonly InstagramPermission[];

/** The needed permissions that were not granted, in a fixed order. */
export function missingPermissions(granted: readonly string[]): InstagramPermission[] {
  return NEEDED_PERMISSIONS.filter((permission) => !granted.includes(permission));
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
