import type { DataSource } from 'typeorm';
import type { Instagram, LongLivedToken } from '../../instagram/instagram';
import type { Refusal } from '../../instagram/refusals';
import type { Clock } from '../../platform/clock';
import type { Log } from '../../platform/log';
import type { Vault } from '../../platform/vault';
import { diagnosticId } from './diagnostic-id';
import type { Grant, Grants } from './grants';
import { InstagramConnectionRow } from './instagram-connection.entity';
import { connectionPlace, tokenKey } from './places';
import { endRenewalLease, noteCheck, type RenewalLease, takeRenewalLease } from './renewal.store';
import { renewalDue, retryRenewalAt } from './renewal-plan';
import { suspect } from './suspect';

export const RENEW_TOKEN_TASK = 'renew-token';

export interface RenewDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly instagram: Pick<Instagram, 'appId'>;
  readonly openLine: (grant: Grant, urgency: 'routine' | 'urgent') => Promise<RenewalLine>;
  readonly grants: Grants;
}

/** The way to Instagram for one connection, or from when on there is one. */
export type RenewalLine =
  | { readonly kind: 'open'; readonly instagram: Pick<Instagram, 'refreshToken'> }
  | { readonly kind: 'wait'; readonly until: Date };

export type RenewalOutcome =
  | 'renewed'
  /** Instagram refused or did not answer: the old token is kept, and a later try is planned. */
  | 'failed'
  /** A limit is left alone, or Instagram has trouble: tried later, and not failed. */
  | 'waits'
  /** It is not due, is not alive, or somebody else is at it: Instagram was not asked. */
  | 'not-due'
  /** Cut, deauthorized, granted anew or taken over meanwhile: nothing was stored. */
  | 'superseded';

/**
 * Renews a connection's token if that is due. However many processes try at once, Instagram is asked once; while it
 * thinks, no transaction is open and no row is locked. What it answers is stored only if the connection is still the one
 * that it was asked for, sealed under the living key of its grant.
 *
 * @throws only surprises; the lease then runs out and a later run tries again.
 */
export async function renewToken(deps: RenewDependencies, connectionId: string): Promise<RenewalOutcome> {
  const { dataSource, clock, grants, instagram, log } = deps;
  const lease = await takeRenewalLease(dataSource.manager, connectionId, instagram.appId, clock.now());
  if (lease === null) return 'not-due';
  const grant = await grants.open(connectionId, clock.now());
  if (grant === null || grant.generation !== lease.generation) return 'superseded';
  const askedAt = clock.now();
  const leftMs = lease.expiresAt.getTime() - askedAt.getTime();
  const line = await deps.openLine(grant, leftMs < URGENT_MS ? 'urgent' : 'routine');
  if (line.kind === 'wait') return goOnLater(deps, lease, line.until);
  const reply = await line.instagram.refreshToken(grant.token);
  if (reply.ok) return store(deps, lease, reply.value, askedAt);
  const { kind, code, subcode, detail = null } = reply.refusal;
  if (kind === 'rate-limited') {
    const pauseMs = reply.refusal.retryAfterMs ?? LIMITED_MS;
    return goOnLater(deps, lease, new Date(clock.now().getTime() + pauseMs));
  }
  const connection = diagnosticId(connectionId);
  log.warn('connection.renewal-failed', {
    ...{ connection, kind, code, subcode, detail, attempts: lease.attempts + 1 },
  });
  return noteFailure(deps, lease, reply.refusal);
}

/** With less left a renewal waits for nothing. */
const URGENT_MS = 3 * 24 * 3_600_000;

/** How long a limit is left alone when Instagram does not say. */
const LIMITED_MS = 30 * 60_000;

async function goOnLater(deps: RenewDependencies, lease: RenewalLease, dueAt: Date): Promise<RenewalOutcome> {
  return (await endRenewalLease(deps.dataSource.manager, lease, { dueAt })) ? 'waits' : 'superseded';
}

/** Stores the fresh token. Its life counts from the moment we asked: too early rather than too late. */
function store(
  deps: RenewDependencies,
  lease: RenewalLease,
  { token, expiresInSeconds }: LongLivedToken,
  askedAt: Date,
): Promise<RenewalOutcome> {
  const { connectionId, generation } = lease;
  const tokenExpiresAt = new Date(askedAt.getTime() + expiresInSeconds * 1000);
  const dueAt = renewalDue(connectionId, askedAt, tokenExpiresAt);
  return deps.dataSource.transaction(async (tx) => {
    if (!(await deps.grants.holdAlone(tx, connectionId, generation))) return 'superseded';
    if (!(await endRenewalLease(tx, lease, { dueAt, attempts: 0, failedAt: null, failure: null })))
      return 'superseded';
    // Held above, so the key of this grant is there: who destroys it takes the row first.
    const key = await deps.vault.openKey(tx, tokenKey(connectionId, generation));
    const tokenSealed = key.seal(connectionPlace(connectionId, 'token_sealed'), token.reveal());
    const at = deps.clock.now();
    const change = { tokenSealed, tokenExpiresAt, tokenRefreshedAt: at, checkedAt: at };
    await tx.update(InstagramConnectionRow, connectionId, change);
    await noteCheck(tx, connectionId, 'RENEWAL', at, null);
    return 'renewed';
  });
}

function noteFailure(
  deps: RenewDependencies,
  lease: RenewalLease,
  refusal: Refusal,
): Promise<RenewalOutcome> {
  const { connectionId, generation } = lease;
  return deps.dataSource.transaction(async (tx) => {
    if (!(await deps.grants.holdAlone(tx, connectionId, generation))) return 'superseded';
    const failedAt = deps.clock.now();
    const attempts = lease.attempts + 1;
    const dueAt = retryRenewalAt(refusal, attempts, failedAt, lease.expiresAt);
    if (!(await endRenewalLease(tx, lease, { dueAt, attempts, failedAt, failure: refusal.kind })))
      return 'superseded';
    await noteCheck(tx, connectionId, 'RENEWAL', failedAt, refusal);
    await suspect(tx, lease, refusal, 'renewal', failedAt);
    return 'failed';
  });
}
