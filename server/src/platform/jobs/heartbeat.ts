import { makeWorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import { type DataSource, In, LessThan } from 'typeorm';
import type { Clock } from '../clock';
import { WorkerHeartbeatRow } from './worker-heartbeat.entity';

/** A worker silent for longer than this is taken for dead. */
export const SILENT_AFTER_MS = 30_000;

/** Says that these workers live. */
export async function beat(
  dataSource: DataSource,
  clock: Clock,
  workerIds: readonly string[],
): Promise<void> {
  if (workerIds.length === 0) return;
  const seenAt = clock.now();
  await dataSource.getRepository(WorkerHeartbeatRow).upsert(
    workerIds.map((workerId) => ({ workerId, seenAt })),
    ['workerId'],
  );
}

/** Forgets workers that stopped cleanly. */
export async function leave(dataSource: DataSource, workerIds: readonly string[]): Promise<void> {
  if (workerIds.length === 0) return;
  await dataSource.getRepository(WorkerHeartbeatRow).delete({ workerId: In([...workerIds]) });
}

/**
 * Releases the jobs of workers that died: graphile-worker itself would keep a killed worker's job, and its whole
 * queue, locked for four hours. A holder is dead when its heartbeat is older than 30 s, or when it never had one and
 * took its lock more than 30 s ago. Tells how many workers were released.
 */
export async function releaseDeadWorkers(dataSource: DataSource, pool: Pool, clock: Clock): Promise<number> {
  const silentSince = new Date(clock.now().getTime() - SILENT_AFTER_MS);
  const heartbeats = dataSource.getRepository(WorkerHeartbeatRow);
  const holders: { locked_by: string }[] = await dataSource.query(
    `select distinct locked_by from graphile_worker.jobs
     where locked_by is not null
       and coalesce((select seen_at from worker_heartbeat where worker_id = locked_by), locked_at) < $1`,
    [silentSince],
  );
  const dead = holders.map((holder) => holder.locked_by);
  if (dead.length > 0) {
    const utils = await makeWorkerUtils({ pgPool: pool, useNodeTime: true });
    await utils.forceUnlockWorkers(dead);
    await utils.release();
  }
  await heartbeats.delete({ seenAt: LessThan(silentSince) });
  return dead.length;
}
