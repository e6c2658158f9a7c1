import type { EntityManager } from 'typeorm';
import type { Refusal } from '../../instagram/refusals';
import { newId } from '../../platform/ids';
import { ConnectionCheckRow } from './connection-check.entity';
import { renewalDue } from './renewal-plan';
import { TokenRenewalRow } from './token-renewal.entity';

/** Longer than Instagram is given to answer, so that a lease ends only with the process that took it. */
const LEASE_MS = 3 * 60_000;

/** The right to renew one connection, for a few minutes. */
export interface RenewalLease {
  readonly id: string;
  readonly connectionId: string;
  readonly generation: number;
  readonly expiresAt: Date;
  /** Renewals that failed in a row before this one. */
  readonly attempts: number;
}

/**
 * Takes the right to renew a connection's token, if it is due and alive at this very moment and nobody else holds it.
 * One statement decides among any number of processes, and locks nothing that a deletion waits for.
 */
export async function takeRenewalLease(
  tx: EntityManager,
  connectionId: string,
  appId: string,
  now: Date,
): Promise<RenewalLease | null> {
  const id = newId();
  const [rows]: [{ generation: number; token_expires_at: Date; attempts: number }[], number] = await tx.query(
    `update token_renewal set lease_id = $2, lease_until = $3
     from instagram_connection connection
     where connection_id = $1 and connection.id = connection_id and connection.app_id = $4
       and cut_at is null and deauthorized_at is null and token_sealed is not null and token_expires_at > $5
       and due_at <= $5 and (lease_until is null or lease_until <= $5)
     returning generation, token_expires_at, attempts`,
    [connectionId, id, new Date(now.getTime() + LEASE_MS), appId, now],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { generation, token_expires_at: expiresAt, attempts } = row;
  return { id, connectionId, generation, expiresAt, attempts };
}

/** Begins the renewals of a new grant, in the transaction that stores it: what was under way can no longer be stored. */
export async function beginRenewals(
  tx: EntityManager,
  connectionId: string,
  grantedAt: Date,
  expiresAt: Date,
): Promise<void> {
  const fresh = { leaseId: null, leaseUntil: null, attempts: 0, failedAt: null, failure: null };
  await tx.upsert(
    TokenRenewalRow,
    { connectionId, dueAt: renewalDue(connectionId, grantedAt, expiresAt), ...fresh, gaveUpAt: null },
    ['connectionId'],
  );
}

/** Ends a lease with what came of it. False when it is no longer this one's: then nothing of it may be stored. */
export async function endRenewalLease(
  tx: EntityManager,
  lease: RenewalLease,
  came: Partial<Pick<TokenRenewalRow, 'dueAt' | 'attempts' | 'failedAt' | 'failure'>>,
): Promise<boolean> {
  const place = { connectionId: lease.connectionId, leaseId: lease.id };
  const { affected } = await tx.update(TokenRenewalRow, place, { ...came, leaseId: null, leaseUntil: null });
  return affected === 1;
}

/** Gives renewing up: access ended, or Instagram ended it. */
export async function giveUpRenewals(tx: EntityManager, connectionId: string, at: Date): Promise<void> {
  await tx.update(TokenRenewalRow, { connectionId }, { dueAt: null, gaveUpAt: at });
}

/** Notes how Instagram answered, for the connection's history. The caller's transaction holds the connection. */
export async function noteCheck(
  tx: EntityManager,
  connectionId: string,
  kind: 'RENEWAL' | 'CHECK',
  at: Date,
  refusal: Refusal | null,
): Promise<void> {
  await tx.insert(ConnectionCheckRow, {
    ...{ id: newId(), connectionId, at, kind },
    outcome: refusal === null ? 'OK' : refusal.kind,
    code: refusal?.code ?? null,
    subcode: refusal?.subcode ?? null,
  });
}
