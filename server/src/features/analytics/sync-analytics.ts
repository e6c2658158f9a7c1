import type { DataSource, EntityManager } from 'typeorm';
import { addDays, type Instagram, type MetaDay, metaDayOf } from '../../instagram/instagram';
import type { Clock } from '../../platform/clock';
import { enqueue } from '../../platform/jobs/enqueue';
import type { Log } from '../../platform/log';
import { diagnosticId, type Grant, type Grants, suspect } from '../connection';
import { lastSettledDay } from './complete-days';
import { knownDays, saveDay } from './day.store';
import { type FetchEnd, fetchDays } from './fetch-days';
import { FETCHED_DAYS, type KnownDay, planDays } from './fetch-plan';
import type { FetchedDay } from './fetched-day';
import { pauseBeforeRepeat, reasonOf } from './refusal-rules';
import { syncJob } from './sync-job';
import {
  noteBegin,
  noteFailed,
  noteGapEverywhere,
  noteIdle,
  noteSynced,
  noteWaiting,
  replaceGaps,
} from './sync-state.store';

export interface SyncDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly openLine: (grant: Grant) => Promise<AnalyticsLine>;
  readonly grants: Grants;
  readonly log: Log;
}

/** The way to Instagram for one connection, or from when on there is one. */
export type AnalyticsLine =
  | {
      readonly kind: 'open';
      readonly instagram: Pick<Instagram, 'profile' | 'dailyReach' | 'dayTotals'>;
    }
  | { readonly kind: 'wait'; readonly until: Date };

export type SyncOutcome =
  /** Everything that was asked for was stored. */
  | 'synced'
  /** Instagram refused; what came before is stored, and the reason with it. */
  | 'failed'
  /** A limit is left alone, or Instagram has trouble: the run goes on later, and has not failed. */
  | 'waits'
  /** The person did not grant us to read analytics: nothing was asked. */
  | 'permission-missing'
  /** There is no living grant: nothing was asked. */
  | 'no-grant'
  /** The connection was cut, deauthorized or granted anew meanwhile: nothing more was written. */
  | 'superseded';

/**
 * Fetches what is open of a connection's last 33 Meta days and stores each day as it comes, every write fenced by the
 * grant it was fetched with. Never changes the connection's status, whatever Instagram answers: what
 * speaks of its access is noted, and a check finds out. A run that Instagram's
 * trouble stopped repeats itself later through the queue.
 *
 * @throws only surprises (the database is away, `signal` was aborted); the queue repeats those.
 */
export async function syncAnalytics(
  deps: SyncDependencies,
  connectionId: string,
  signal?: AbortSignal,
): Promise<SyncOutcome> {
  const { dataSource, clock, grants } = deps;
  const grant = await grants.open(connectionId, clock.now());
  if (grant === null) {
    await noteIdle(dataSource.manager, connectionId);
    return 'no-grant';
  }
  const outcome = await new SyncRun(deps, grant).go(signal);
  deps.log.info('analytics.sync-ended', { connection: diagnosticId(connectionId), outcome });
  return outcome;
}

/** One run with one grant. */
class SyncRun {
  private readonly startedAt: Date;
  private readonly connectionId: string;
  private readonly generation: number;

  constructor(
    private readonly deps: SyncDependencies,
    private readonly grant: Grant,
  ) {
    this.startedAt = deps.clock.now();
    this.connectionId = grant.connectionId;
    this.generation = grant.generation;
  }

  async go(signal: AbortSignal | undefined): Promise<SyncOutcome> {
    if (!this.grant.grantedPermissions.includes('MANAGE_INSIGHTS')) return this.endWithoutPermission();
    const line = await this.deps.openLine(this.grant);
    if (line.kind === 'wait') return this.goOnLater(null, line.until);
    let repeats = 0;
    const begun = await this.write(async (tx) => {
      repeats = await noteBegin(tx, this.run);
    });
    if (!begun) return 'superseded';

    const known = new Map(await this.knownDays());
    const days = fetchDays(
      { ...this.deps, instagram: line.instagram, grant: this.grant },
      planDays(this.startedAt, known),
    );
    // One day is held back, so that the last is stored in the transaction that says how far the run came.
    let last: FetchedDay | null = null;
    for (;;) {
      signal?.throwIfAborted();
      const next = await days.next();
      const held = last;
      if (next.done) return this.end(next.value, held, known, repeats);
      if (held !== null && !(await this.write((tx) => saveDay(tx, this.connectionId, held))))
        return 'superseded';
      last = next.value;
      if (last.fetchedAt !== null)
        known.set(last.day, { day: last.day, fetchedAt: last.fetchedAt, failedMetrics: [] });
    }
  }

  private get run() {
    return { connectionId: this.connectionId, generation: this.generation, startedAt: this.startedAt };
  }

  private knownDays(): Promise<ReadonlyMap<MetaDay, KnownDay>> {
    const from = addDays(metaDayOf(this.startedAt), -FETCHED_DAYS);
    return knownDays(this.deps.dataSource.manager, this.connectionId, from);
  }

  private async end(
    { refusal, leftOpen, reasons, answered }: FetchEnd,
    last: FetchedDay | null,
    known: ReadonlyMap<MetaDay, KnownDay>,
    repeats: number,
  ): Promise<SyncOutcome> {
    const { clock, dataSource, grants, log } = this.deps;
    const now = clock.now();
    if (refusal?.kind === 'rate-limited') {
      const pauseMs = pauseBeforeRepeat(refusal, repeats) ?? 0;
      return this.goOnLater(last, new Date(now.getTime() + pauseMs));
    }
    const trouble = refusal ?? leftOpen;
    const pauseMs = trouble === null ? null : pauseBeforeRepeat(trouble, repeats);
    const repeatsNext = pauseMs === null ? 0 : repeats + 1;
    const written = await this.write(async (tx) => {
      if (last !== null) await saveDay(tx, this.connectionId, last);
      if (refusal === null) {
        const completeUntil = lastSettledDay(known.values());
        await noteSynced(tx, this.run, { syncedAt: now, completeUntil, repeats: repeatsNext });
        await replaceGaps(tx, this.connectionId, reasons, now);
      } else {
        await noteFailed(tx, this.run, { failedAt: now, kind: refusal.kind, repeats: repeatsNext });
        await noteGapEverywhere(tx, this.connectionId, reasonOf(refusal), now);
      }
      if (trouble !== null) await suspect(tx, this.run, trouble, 'analytics', now);
      if (pauseMs !== null) await enqueue(tx, syncJob(this.connectionId, new Date(now.getTime() + pauseMs)));
    });
    if (!written) return 'superseded';
    if (answered) await grants.recordCheck(dataSource.manager, this.grant, now);
    if (trouble !== null) {
      const { kind, code, subcode, detail = null } = trouble;
      const connection = diagnosticId(this.connectionId);
      log.warn('analytics.refused', { connection, kind, code, subcode, detail });
    }
    return refusal === null ? 'synced' : 'failed';
  }

  /** Keeps what came, and goes on at that moment: waiting for a limit is no failure and uses up no repeats. */
  private async goOnLater(last: FetchedDay | null, until: Date): Promise<SyncOutcome> {
    const written = await this.write(async (tx) => {
      if (last !== null) await saveDay(tx, this.connectionId, last);
      await noteWaiting(tx, this.connectionId, until);
      await enqueue(tx, syncJob(this.connectionId, until));
    });
    return written ? 'waits' : 'superseded';
  }

  private async endWithoutPermission(): Promise<SyncOutcome> {
    const now = this.deps.clock.now();
    const written = await this.write(async (tx) => {
      await noteBegin(tx, this.run);
      await noteIdle(tx, this.connectionId);
      await noteGapEverywhere(tx, this.connectionId, 'PERMISSION_MISSING', now);
    });
    return written ? 'permission-missing' : 'superseded';
  }

  /** Writes in one short transaction, if the grant of this run is still the connection's. Tells whether it was. */
  private write(work: (tx: EntityManager) => Promise<void>): Promise<boolean> {
    return this.deps.dataSource.transaction(async (tx) => {
      if (!(await this.deps.grants.hold(tx, this.connectionId, this.generation))) return false;
      await work(tx);
      return true;
    });
  }
}
