import type { DataSource } from 'typeorm';
import { addDays, type Instagram, metaDayOf } from '../../instagram/instagram';
import { endOfAccess, type Refusal } from '../../instagram/refusals';
import type { Clock } from '../../platform/clock';
import { enqueue } from '../../platform/jobs/enqueue';
import type { Log } from '../../platform/log';
import { applyVerdict, type Means } from './apply-verdict';
import { ConnectionHealthRow } from './connection-health.entity';
import { diagnosticId } from './diagnostic-id';
import type { Grant, Grants } from './grants';
import { type Findings, judge, type Suspicion } from './judge-check';
import { noteCheck } from './renewal.store';
import { checkJob } from './suspect';

export interface CheckDependencies extends Means {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly openLine: (grant: Grant) => Promise<CheckLine>;
  /** Whether Instagram has trouble with many connections. */
  readonly outage: () => Promise<boolean>;
  readonly grants: Grants;
}

/** The way to Instagram for one connection. A check is never kept waiting: it is one call, and somebody may wait for it. */
export type CheckLine = Pick<Instagram, 'profile' | 'dailyReach'>;

export type CheckOutcome = ReturnType<typeof judge>['kind'] | 'no-grant' | 'superseded';

/** How many others are asked, to tell a connection's trouble from Instagram's. */
const CONTROLS = 2;

/**
 * Asks Instagram whether a connection's access is alive, by the cheapest call there is, and changes the connection's state
 * if that proves something. A refusal is held against other connections asked at the same moment. No transaction is open
 * meanwhile; what is found about a grant that is no longer the connection's is not stored.
 */
export async function checkConnection(deps: CheckDependencies, connectionId: string): Promise<CheckOutcome> {
  const { dataSource, clock, grants, log } = deps;
  const grant = await grants.openToCheck(connectionId, clock.now());
  if (grant === null) return 'no-grant';
  const health = await dataSource.manager.findOneBy(ConnectionHealthRow, { connectionId });
  const findings = await find(deps, grant, health);
  const verdict = judge(findings);
  const refusal = findings.profile ?? findings.analytics;
  const kept = await dataSource.transaction(async (tx) => {
    if (!(await grants.holdAlone(tx, connectionId, grant.generation))) return false;
    if (findings.profile === null) await grants.recordCheck(tx, grant, findings.now);
    await noteCheck(tx, connectionId, 'CHECK', findings.now, refusal);
    const next = await applyVerdict(tx, deps, grant, findings, verdict);
    if (next !== null) await enqueue(tx, checkJob(connectionId, next));
    return true;
  });
  if (!kept) return 'superseded';
  const { code = null, subcode = null } = refusal ?? {};
  if (verdict.kind !== 'well') {
    const connection = diagnosticId(connectionId);
    log.warn('connection.checked', { connection, verdict: verdict.kind, code, subcode });
  }
  return verdict.kind;
}

/** Asks, and holds together what is known. */
async function find(
  deps: CheckDependencies,
  grant: Grant,
  health: ConnectionHealthRow | null,
): Promise<Findings> {
  const { clock } = deps;
  const instagram = await deps.openLine(grant);
  const suspicion = SUSPICIONS.find((known) => known === health?.suspicion) ?? null;
  const profile = await instagram.profile(grant.token);
  const analytics =
    profile.ok && suspicion === 'ANALYTICS' ? await askForANumber(instagram, grant, clock.now()) : null;
  const refused = profile.ok ? null : profile.refusal;
  const controls = refused !== null && endOfAccess(refused) !== null ? await askOthers(deps, grant) : NONE;
  return {
    ...{ suspicion, profile: refused, analytics, controls, outage: await deps.outage(), now: clock.now() },
    suspectedAt: health?.suspectedAt ?? null,
    confirmations: health?.confirmations ?? 0,
  };
}

const SUSPICIONS: readonly Suspicion[] = ['ACCESS', 'ANALYTICS'];
const NONE = { asked: 0, refused: 0 };

/** One day of one metric: the least that needs the permission. */
async function askForANumber(instagram: CheckLine, grant: Grant, now: Date): Promise<Refusal | null> {
  const day = addDays(metaDayOf(now), -3);
  const reply = await instagram.dailyReach(grant.token, grant.professionalId, { from: day, to: day });
  return reply.ok ? null : reply.refusal;
}

/** Asks for others who they are: whose access was well a moment ago says whether Instagram is. */
async function askOthers(
  { clock, grants, openLine, dataSource }: CheckDependencies,
  { connectionId }: Grant,
): Promise<Findings['controls']> {
  const controls = { asked: 0, refused: 0 };
  for (const other of await grants.othersThan(connectionId, CONTROLS, clock.now())) {
    const grant = await grants.open(other, clock.now());
    if (grant === null) continue;
    const reply = await (await openLine(grant)).profile(grant.token);
    controls.asked += 1;
    if (reply.ok) await grants.recordCheck(dataSource.manager, grant, clock.now());
    else controls.refused += 1;
  }
  return controls;
}

export type CheckRequest = 'queued' | 'reconnect-needed';

/**
 * A person asks whether their connection is well: a check is queued at once, unless there is no grant left that could be
 * asked about. Who may ask, and how often, is the caller's matter.
 */
export async function requestCheck(
  { dataSource, clock, grants }: Pick<CheckDependencies, 'dataSource' | 'clock' | 'grants'>,
  connectionId: string,
): Promise<CheckRequest> {
  const now = clock.now();
  const grant = await grants.openToCheck(connectionId, now);
  if (grant === null) return 'reconnect-needed';
  return dataSource.transaction(async (tx): Promise<CheckRequest> => {
    if (!(await grants.hold(tx, connectionId, grant.generation))) return 'reconnect-needed';
    await enqueue(tx, checkJob(connectionId, now));
    return 'queued';
  });
}
