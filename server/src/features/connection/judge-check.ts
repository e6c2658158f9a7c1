import { type AccessEnd, endOfAccess, type Refusal } from '../../instagram/refusals';

/** What a refusal made us suspect: that access as a whole is gone, or the permission to read analytics. */
export type Suspicion = 'ACCESS' | 'ANALYTICS';

/** What a check found, and what is known beside it. */
export interface Findings {
  readonly suspicion: Suspicion | null;
  readonly suspectedAt: Date | null;
  /** Checks before this one, in a row, that found the same. */
  readonly confirmations: number;
  /** How Instagram refused to say whose token it is; null when it said so. */
  readonly profile: Refusal | null;
  /** How it refused a number of analytics; null when it gave one, or was not asked. */
  readonly analytics: Refusal | null;
  /** Other connections that were asked at the same time, and how many of them were refused. */
  readonly controls: { readonly asked: number; readonly refused: number };
  /** Instagram has trouble with many connections: nothing it refuses proves anything. */
  readonly outage: boolean;
  readonly now: Date;
}

export type Verdict =
  /** Access is there, and what was suspected is not so. */
  | { readonly kind: 'well' }
  /** Proven: access is gone. */
  | { readonly kind: 'ended'; readonly end: Exclude<AccessEnd, 'REMOVED'> }
  /** Proven: the person removed the app. */
  | { readonly kind: 'removed' }
  /** Proven: the permission to read analytics was taken back. */
  | { readonly kind: 'analytics-withdrawn' }
  /** Found, not proven: look again. */
  | { readonly kind: 'unproven'; readonly lookAgainMs: number }
  /** Instagram gave no answer that says anything: what was believed before stays so, and is looked at again. */
  | { readonly kind: 'unanswered'; readonly lookAgainMs: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const SOON_MS = 10 * MINUTE_MS;
const TROUBLE_MS = 15 * MINUTE_MS;
/** Meta says "does not exist" of what exists when it has trouble of its own: only what stays so for a day counts. */
const NOT_FOUND_FOR_MS = 24 * HOUR_MS;
const NOT_FOUND_CHECKS = 3;

/**
 * What a check proves. Nobody is asked to act because of one answer: the refusal that raised the suspicion must be found
 * again by a call of another kind, and while it is, others must not be refused as well. Where there is nobody to compare
 * with, the same must be found twice.
 */
export function judge(findings: Findings): Verdict {
  const { profile, analytics, controls, outage } = findings;
  const refusal = profile ?? (findings.suspicion === 'ANALYTICS' ? analytics : null);
  if (refusal === null) return { kind: 'well' };
  const end = endOfAccess(refusal);
  // A number speaks of its permission alone: of access as a whole the profile has just said that it is there.
  const aside = profile === null && end !== 'PERMISSION_WITHDRAWN';
  if (end === null || aside) return { kind: 'unanswered', lookAgainMs: TROUBLE_MS };
  if (outage || (controls.asked > 0 && controls.refused === controls.asked))
    return { kind: 'unanswered', lookAgainMs: TROUBLE_MS };
  if (end === 'ACCOUNT_NOT_FOUND') return notFound(findings);
  const found = findings.confirmations + 1;
  if (found < (controls.asked > 0 && profile !== null ? 1 : 2))
    return { kind: 'unproven', lookAgainMs: SOON_MS };
  if (end === 'REMOVED') return { kind: 'removed' };
  return profile === null && end === 'PERMISSION_WITHDRAWN'
    ? { kind: 'analytics-withdrawn' }
    : { kind: 'ended', end };
}

function notFound({ confirmations, suspectedAt, now }: Findings): Verdict {
  const forMs = suspectedAt === null ? 0 : now.getTime() - suspectedAt.getTime();
  const proven = confirmations + 1 >= NOT_FOUND_CHECKS && forMs >= NOT_FOUND_FOR_MS;
  return proven
    ? { kind: 'ended', end: 'ACCOUNT_NOT_FOUND' }
    : { kind: 'unproven', lookAgainMs: 8 * HOUR_MS };
}

/** What a refusal of a call makes us suspect; null when it says nothing of the connection. */
export function suspicionOf(refusal: Refusal, call: 'analytics' | 'renewal'): Suspicion | null {
  const end = endOfAccess(refusal);
  if (end === null) return null;
  return end === 'PERMISSION_WITHDRAWN' && call === 'analytics' ? 'ANALYTICS' : 'ACCESS';
}
