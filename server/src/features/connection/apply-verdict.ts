import type { EntityManager } from 'typeorm';
import type { Vault } from '../../platform/vault';
import { ConnectionHealthRow } from './connection-health.entity';
import { type DeauthorizeDependencies, removeToken, tellRemoved } from './deauthorize';
import { giveNotice } from './give-notice';
import type { Grant } from './grants';
import { InstagramConnectionRow } from './instagram-connection.entity';
import type { Findings, Verdict } from './judge-check';
import type { Notices } from './ports';
import { beginRenewals, giveUpRenewals } from './renewal.store';

/** What a verdict needs beside the transaction. */
export interface Means extends Pick<DeauthorizeDependencies, 'rememberRemoved'> {
  readonly vault: Vault;
  readonly notices: Notices;
}

const HOUR_MS = 3_600_000;
/** A checkpoint that the person passes, or a mistake of Instagram's, gives access back: looked at while the token lasts. */
const ENDED_LOOK_MS = 24 * HOUR_MS;

/**
 * Makes a verdict true: the connection's state, its renewals, and what the person is told. Answers when the next check is
 * to be made; null for none. The caller's transaction holds the connection alone.
 */
export async function applyVerdict(
  tx: EntityManager,
  means: Means,
  grant: Grant,
  findings: Findings,
  verdict: Verdict,
): Promise<Date | null> {
  const { now } = findings;
  const earlier = await tx.findOneBy(ConnectionHealthRow, { connectionId: grant.connectionId });
  switch (verdict.kind) {
    case 'well':
      return restore(tx, grant, earlier, now);
    case 'unanswered':
      return earlier?.suspicion == null && earlier?.accessEndedAt == null
        ? null
        : note(tx, grant, { checkDueAt: after(now, verdict.lookAgainMs) });
    case 'unproven': {
      const suspicion = findings.suspicion ?? 'ACCESS';
      const suspectedAt = findings.suspectedAt ?? now;
      const confirmations = findings.confirmations + 1;
      return note(tx, grant, {
        ...{ suspicion, suspectedAt, confirmations, checkDueAt: after(now, verdict.lookAgainMs) },
      });
    }
    case 'ended':
      if (earlier?.accessEndedAt != null) return note(tx, grant, { checkDueAt: after(now, ENDED_LOOK_MS) });
      await giveUpRenewals(tx, grant.connectionId, now);
      await tellReconnect(tx, means.notices, grant, now);
      return note(tx, grant, {
        ...{ ...SETTLED, ...evidenceOf(findings), accessEndedAt: now, accessEnd: verdict.end },
        checkDueAt: after(now, ENDED_LOOK_MS),
      });
    case 'removed':
      await removeToken(tx, means.vault, grant.connectionId, now);
      await means.rememberRemoved(tx, [grant], now);
      await tellRemoved(tx, means.notices, { ...grant, id: grant.connectionId }, now, now);
      await note(tx, grant, { ...SETTLED, ...evidenceOf(findings), checkDueAt: null });
      return null;
    case 'analytics-withdrawn': {
      const grantedPermissions = grant.grantedPermissions.filter((one) => one !== 'MANAGE_INSIGHTS');
      await tx.update(InstagramConnectionRow, grant.connectionId, { grantedPermissions });
      await note(tx, grant, { ...SETTLED, ...evidenceOf(findings), permissionLostAt: now, checkDueAt: null });
      return null;
    }
  }
}

const SETTLED = { suspicion: null, suspectedAt: null, confirmations: 0 } as const;

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

/** Instagram answered: nothing is suspected any more, and access that was believed to be gone is there again. */
async function restore(
  tx: EntityManager,
  { connectionId, grantedAt }: Grant,
  earlier: ConnectionHealthRow | null,
  now: Date,
): Promise<null> {
  if (earlier === null) return null;
  const well = { ...SETTLED, checkDueAt: null };
  if (earlier.accessEndedAt === null) {
    await tx.update(ConnectionHealthRow, { connectionId }, well);
    return null;
  }
  await tx.update(ConnectionHealthRow, { connectionId }, { ...well, accessEndedAt: null, accessEnd: null });
  const row = await tx.findOneByOrFail(InstagramConnectionRow, { id: connectionId });
  // What was due meanwhile is due now, at the finder's next look.
  await beginRenewals(tx, connectionId, row.tokenRefreshedAt ?? grantedAt, row.tokenExpiresAt ?? now);
  return null;
}

/** Writes down what is known now, and answers when it is looked at again. */
async function note(
  tx: EntityManager,
  { connectionId }: Grant,
  change: Partial<ConnectionHealthRow> & { readonly checkDueAt: Date | null },
): Promise<Date | null> {
  const row = { connectionId, confirmations: 0, ...change };
  const known = await tx.existsBy(ConnectionHealthRow, { connectionId });
  if (known) await tx.update(ConnectionHealthRow, { connectionId }, change);
  else await tx.insert(ConnectionHealthRow, row);
  return change.checkDueAt;
}

function evidenceOf({ profile, analytics }: Findings) {
  const refusal = profile ?? analytics;
  return { evidenceCode: refusal?.code ?? null, evidenceSubcode: refusal?.subcode ?? null };
}

async function tellReconnect(
  tx: EntityManager,
  notices: Notices,
  { connectionId, accountId, generation }: Grant,
  aboutAt: Date,
): Promise<void> {
  const kind = 'RECONNECT_NEEDED';
  const notice = { kind, accountId, connectionId, generation, rung: null, aboutAt } as const;
  await giveNotice(tx, notices, notice, aboutAt);
}
