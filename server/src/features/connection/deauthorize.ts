import type { DataSource, EntityManager } from 'typeorm';
import type { Instagram } from '../../instagram/instagram';
import type { Clock } from '../../platform/clock';
import { durableTransaction } from '../../platform/database/durable-transaction';
import { enqueue } from '../../platform/jobs/enqueue';
import type { ServiceKeys, Vault } from '../../platform/vault';
import { timing } from './connection';
import { ConnectionHealthRow } from './connection-health.entity';
import { DeauthorizationRow } from './deauthorization.entity';
import { lockByMetaUser } from './find-by-meta-user';
import { giveNotice } from './give-notice';
import type { Grants } from './grants';
import { InstagramConnectionRow } from './instagram-connection.entity';
import type { Notices } from './ports';
import { giveUpRenewals } from './renewal.store';

export const PROBE_GRANT_TASK = 'probe-grant';

export interface DeauthorizeDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly keys: ServiceKeys;
  readonly clock: Clock;
  readonly instagram: Instagram;
  readonly grants: Grants;
  readonly notices: Notices;
  /** Remembers that the tokens of these grants were removed, so that a restored backup does not give them back. */
  rememberRemoved(tx: EntityManager, grants: readonly RemovedGrant[], at: Date): Promise<void>;
}

/** A grant whose token was removed. */
export interface RemovedGrant {
  readonly connectionId: string;
  readonly generation: number;
}

/** A verified deauthorize callback. */
export interface Deauthorization {
  readonly userId: string;
  readonly issuedAt: Date;
  readonly digest: Buffer;
}

/**
 * The person removed the app at Instagram: the token and its key are removed at once, everything else stays. Durable
 * when it returns; the same callback again, an unknown person and a removed connection change nothing. A grant made
 * up to 300 s after the callback is asked about in a job, a later one is left alone.
 */
export async function receiveDeauthorization(
  deps: DeauthorizeDependencies,
  received: Deauthorization,
): Promise<void> {
  const now = deps.clock.now();
  await durableTransaction(deps.dataSource, async (tx) => {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(DeauthorizationRow)
      .values({ requestDigest: received.digest, issuedAt: received.issuedAt, receivedAt: now })
      .orIgnore()
      .returning('request_digest')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return;
    const rows = await lockByMetaUser(tx, deps.keys, deps.instagram.appId, received.userId);
    const removed: RemovedGrant[] = [];
    for (const row of rows) {
      if (row.cutAt !== null || row.deauthorizedAt !== null) continue;
      const when = timing(row.grantedAt, received.issuedAt);
      if (when === 'uncertain') await enqueueProbe(tx, row, now);
      if (when !== 'granted-before') continue;
      await removeToken(tx, deps.vault, row.id, received.issuedAt);
      await tellRemoved(tx, deps.notices, row, received.issuedAt, now);
      removed.push({ connectionId: row.id, generation: row.generation });
    }
    if (removed.length > 0) await deps.rememberRemoved(tx, removed, now);
  });
}

/**
 * Asks Instagram whether the grant of that generation is alive. Dead: the connection is deauthorized. Alive: it is
 * kept. Throws when there is no answer, so that the job is run again.
 */
export async function probeGrant(
  deps: DeauthorizeDependencies,
  connectionId: string,
  generation: number,
): Promise<'kept' | 'deauthorized' | 'gone'> {
  const { dataSource, clock, grants, instagram, vault } = deps;
  const grant = await grants.open(connectionId, clock.now());
  if (grant === null || grant.generation !== generation) return 'gone';
  const profile = await instagram.profile(grant.token);
  if (profile.ok) return 'kept';
  const { kind } = profile.refusal;
  if (kind !== 'token-rejected' && kind !== 'app-removed') throw new Error(`probe was answered ${kind}`);
  return dataSource.transaction(async (tx) => {
    if (!(await grants.holdAlone(tx, connectionId, generation))) return 'gone';
    const now = clock.now();
    await removeToken(tx, vault, connectionId, now);
    await deps.rememberRemoved(tx, [{ connectionId, generation }], now);
    await tellRemoved(tx, deps.notices, { ...grant, id: connectionId }, now, now);
    return 'deauthorized';
  });
}

/** Removes the token and its key, and marks the connection as removed at Instagram. The caller holds the row alone. */
export async function removeToken(
  tx: EntityManager,
  vault: Vault,
  connectionId: string,
  at: Date,
): Promise<void> {
  await vault.destroyKeys(tx, connectionId, ['token']);
  await tx.update(InstagramConnectionRow, connectionId, {
    tokenSealed: null,
    tokenExpiresAt: null,
    tokenRefreshedAt: null,
    deauthorizedAt: at,
  });
  await tx.update(
    ConnectionHealthRow,
    { connectionId },
    { checkDueAt: null, evidenceCode: null, evidenceSubcode: null },
  );
  await giveUpRenewals(tx, connectionId, at);
}

/** Gives the notice that the app was removed, once for each grant. */
export async function tellRemoved(
  tx: EntityManager,
  notices: Notices,
  {
    id: connectionId,
    accountId,
    generation,
  }: Pick<InstagramConnectionRow, 'id' | 'accountId' | 'generation'>,
  aboutAt: Date,
  now: Date,
): Promise<void> {
  const kind = 'REMOVED_AT_INSTAGRAM';
  await giveNotice(tx, notices, { kind, accountId, connectionId, generation, rung: null, aboutAt }, now);
}

function enqueueProbe(tx: EntityManager, row: InstagramConnectionRow, now: Date): Promise<void> {
  return enqueue(tx, {
    task: PROBE_GRANT_TASK,
    payload: { connectionId: row.id, generation: row.generation },
    key: `probe-grant:${row.id}`,
    runAt: now,
  });
}
