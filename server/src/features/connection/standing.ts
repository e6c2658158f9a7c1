import type { AccessEnd } from '../../instagram/refusals';
import { missingPermissions } from './connection';

export type ConnectionStatus = 'ACTIVE' | 'LIMITED' | 'EXPIRING' | 'RECONNECT_NEEDED' | 'DEAUTHORIZED';

/** Why a connection has the status it has; ACTIVE needs no reason. */
export type StatusReason =
  | 'REMOVED_AT_INSTAGRAM'
  | 'OTHER_APP'
  | Exclude<AccessEnd, 'REMOVED'>
  | 'RENEWAL_FAILING'
  | 'RENEWAL_AHEAD'
  | 'PERMISSION_NOT_GRANTED'
  | 'ANALYTICS_WITHDRAWN';

const EXPIRING_WITHIN_MS = 14 * 24 * 3_600_000;

/** The facts that a status follows from. */
export interface ConnectionFacts {
  readonly appId: string;
  readonly grantedAt: Date;
  readonly deauthorizedAt: Date | null;
  readonly tokenExpiresAt: Date | null;
  readonly grantedPermissions: readonly string[];
  /** What checks proved; null where nothing was ever suspected. */
  readonly health: {
    readonly accessEndedAt: Date | null;
    readonly accessEnd: string | null;
    readonly permissionLostAt: Date | null;
    readonly evidenceCode: number | null;
  } | null;
  /** Renewals that failed in a row. */
  readonly failedRenewals: number;
}

/** A connection's status, why it has it and since when; the time is null where we do not know it. */
export interface Standing {
  readonly status: ConnectionStatus;
  readonly reason: StatusReason | null;
  readonly since: Date | null;
  /** What it rests on. */
  readonly evidence: Evidence;
}

/**
 * What a status rests on: Instagram's message that the app was removed, a check that proved it, the clock, what was
 * granted, or this installation's own configuration.
 */
export type Evidence = 'CALLBACK' | 'CHECK' | 'CLOCK' | 'GRANT' | 'CONFIGURATION';

/**
 * How a connection stands, the most serious first: removed at Instagram, no living token of this app, ends within
 * 14 days, a needed permission missing, well. Nothing else moves it: no refused number, no post, no outage.
 */
export function standingOf(facts: ConnectionFacts, appId: string, now: Date): Standing {
  const { deauthorizedAt, tokenExpiresAt, grantedAt, health } = facts;
  if (deauthorizedAt !== null)
    return removed(deauthorizedAt, health === null || health.evidenceCode === null ? 'CALLBACK' : 'CHECK');
  if (facts.appId !== appId) return reconnect('OTHER_APP', null, 'CONFIGURATION');
  if (health !== null && health.accessEndedAt !== null)
    return reconnect(reasonOf(health.accessEnd), health.accessEndedAt, 'CHECK');
  if (tokenExpiresAt === null) return reconnect('ACCESS_INVALIDATED', null, 'GRANT');
  const leftMs = tokenExpiresAt.getTime() - now.getTime();
  if (leftMs <= 0) return reconnect('ACCESS_EXPIRED', tokenExpiresAt, 'CLOCK');
  if (leftMs <= EXPIRING_WITHIN_MS) {
    const from = tokenExpiresAt.getTime() - EXPIRING_WITHIN_MS;
    const reason = facts.failedRenewals > 0 ? 'RENEWAL_FAILING' : 'RENEWAL_AHEAD';
    const since = new Date(Math.max(from, grantedAt.getTime()));
    return { status: 'EXPIRING', reason, since, evidence: 'CLOCK' };
  }
  if (missingPermissions(facts.grantedPermissions).length === 0)
    return { status: 'ACTIVE', reason: null, since: grantedAt, evidence: 'GRANT' };
  const lostAt = health?.permissionLostAt ?? null;
  return lostAt === null
    ? { status: 'LIMITED', reason: 'PERMISSION_NOT_GRANTED', since: grantedAt, evidence: 'GRANT' }
    : { status: 'LIMITED', reason: 'ANALYTICS_WITHDRAWN', since: lostAt, evidence: 'CHECK' };
}

const removed = (since: Date, evidence: Evidence): Standing => ({
  ...{ status: 'DEAUTHORIZED', reason: 'REMOVED_AT_INSTAGRAM', since, evidence },
});

const reconnect = (reason: StatusReason, since: Date | null, evidence: Evidence): Standing => ({
  ...{ status: 'RECONNECT_NEEDED', reason, since, evidence },
});

/** Every word of Instagram's ending is a reason but REMOVED, which deauthorizes instead. */
function reasonOf(end: string | null): StatusReason {
  return ENDS.find((known) => known === end) ?? 'ACCESS_INVALIDATED';
}

const ENDS = [
  'PASSWORD_CHANGED',
  'CHECKPOINT',
  'ACCOUNT_UNCONFIRMED',
  'ACCESS_EXPIRED',
  'ACCESS_INVALIDATED',
  'PERMISSION_WITHDRAWN',
  'ACCOUNT_NOT_FOUND',
] as const satisfies readonly Exclude<AccessEnd, 'REMOVED'>[];
