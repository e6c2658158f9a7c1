import type { EntityManager } from 'typeorm';
import type { MetaDay } from '../../instagram/instagram';
import type { Limit } from '../../platform/config/config';
import { enqueue } from '../../platform/jobs/enqueue';
import { type AnalyticsReading, readAnalytics } from './analytics.read';
import { findDueSyncs } from './find-due-syncs';
import type { AnalyticsMetric } from './metrics';
import { queueSyncSoon } from './queue-sync-soon';
import { requestSync, type SyncRequest } from './request-sync';
import { type SyncDependencies, type SyncOutcome, syncAnalytics } from './sync-analytics';
import { syncJob } from './sync-job';
import { readSyncStates, type SyncState } from './sync-state.read';
import { noteWaiting } from './sync-state.store';

export interface AnalyticsDependencies extends SyncDependencies {
  /** How often a person may ask for fresh numbers of one connection, evenly spaced. */
  readonly syncNowLimit: Limit;
}

/** All that the doors may do with analytics. Who may see and who may ask is decided before. */
export class AnalyticsFeature {
  private readonly spacingMs: number;

  constructor(private readonly deps: AnalyticsDependencies) {
    const { points, perSeconds } = deps.syncNowLimit;
    this.spacingMs = (perSeconds * 1000) / points;
  }

  /** The numbers of a connection for each day from `from` to `to`, or why the range is refused. */
  read(
    connectionId: string,
    from: MetaDay,
    to: MetaDay,
    metrics: readonly AnalyticsMetric[],
  ): Promise<AnalyticsReading> {
    return readAnalytics(this.deps.dataSource, connectionId, from, to, metrics);
  }

  /** How far the collection is, for several connections with one statement; every id gets a state. */
  readSyncStates(connectionIds: readonly string[]): Promise<ReadonlyMap<string, SyncState>> {
    return readSyncStates(this.deps.dataSource, connectionIds, this.deps.clock.now(), this.spacingMs);
  }

  /** Queues a run because a person asked for one. */
  requestSync(connectionId: string): Promise<SyncRequest> {
    return requestSync(this.deps, connectionId, this.spacingMs);
  }

  /** Queues the run that follows a completed grant, inside the transaction that stores it. */
  async queueFirstSync(tx: EntityManager, connectionId: string, at: Date): Promise<void> {
    await noteWaiting(tx, connectionId, at);
    await enqueue(tx, syncJob(connectionId, at));
  }

  /** Brings the next run forward, inside the transaction that stores why. */
  queueSyncSoon(tx: EntityManager, connectionId: string, at: Date): Promise<void> {
    return queueSyncSoon(tx, connectionId, at);
  }

  /** The job's work: one run for one connection. @throws only surprises. */
  sync(connectionId: string, signal?: AbortSignal): Promise<SyncOutcome> {
    return syncAnalytics(this.deps, connectionId, signal);
  }

  /** The timetable's work, once an hour: queues a run for every living connection. Tells how many. */
  findDueSyncs(): Promise<number> {
    return findDueSyncs(this.deps);
  }
}
