import type { EntityManager } from 'typeorm';
import { enqueue } from '../../platform/jobs/enqueue';
import { syncJob, syncJobKey } from './sync-job';

/** Comments come in bursts: so long is waited for the next, in milliseconds, and one run serves all. */
const GATHER_MS = 60_000;

/** Events bring no run nearer than this to the one before, in milliseconds, however many come. */
const SPACING_MS = 15 * 60_000;

interface Collecting {
  readonly repeats: number;
  readonly latest: Date | null;
}

/**
 * Brings a connection's next run forward because Instagram told that something changed: a minute from now, a quarter of
 * an hour after the last run at the soonest. A run that comes sooner anyhow stays, and so does the pause after
 * Instagram's own trouble.
 */
export async function queueSyncSoon(tx: EntityManager, connectionId: string, now: Date): Promise<void> {
  const [state]: Collecting[] = await tx.query(
    `select repeats, greatest(synced_at, failed_at, running_since) as latest from analytics_sync
     where connection_id = $1`,
    [connectionId],
  );
  if (state !== undefined && state.repeats > 0) return;
  const soonest = state?.latest == null ? 0 : state.latest.getTime() + SPACING_MS;
  const runAt = new Date(Math.max(now.getTime() + GATHER_MS, soonest));
  const waiting: unknown[] = await tx.query(
    `select 1 from graphile_worker.jobs
     where key = $1 and locked_at is null and attempts < max_attempts and run_at <= $2`,
    [syncJobKey(connectionId), runAt],
  );
  if (waiting.length === 0) await enqueue(tx, syncJob(connectionId, runAt));
}
