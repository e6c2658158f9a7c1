import { makeWorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import { type DataSource, In } from 'typeorm';
import type { Clock } from '../clock';
import { QUIET } from './quiet';
import { WorkerHeartbeatRow } from './worker-heartbeat.entity';

/** A worker silent for longer than this may be dead. */
const SILENT_AFTER_MS = 30_000;

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
 * Finds and releases the jobs of workers that died: graphile-worker itself would keep a killed worker's job, and its
 * whole queue, locked for four hours.
 */
export class DeadWorkers {
  /** When each silent holder was last heard of, at the look before this one. */
  private lastLook: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly dataSource: DataSource,
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /**
   * A holder of jobs is dead when two looks in a row find that it has been silent for 30 s and has not been heard of in
   * between: a live one whose machine's clock is wrong beats all the same. One that never had a heartbeat was heard of
   * when it took its lock. Tells how many workers were released.
   */
  async release(): Promise<number> {
    const silentSince = new Date(this.clock.now().getTime() - SILENT_AFTER_MS);
    const holders: { worker_id: string; heard_at: Date }[] = await this.dataSource.query(
      `select locked_by as worker_id, max(coalesce(seen_at, locked_at)) as heard_at
       from graphile_worker.jobs left join worker_heartbeat on worker_id = locked_by
       where locked_by is not null group by locked_by
       having max(coalesce(seen_at, locked_at)) < $1`,
      [silentSince],
    );
    const look = new Map(holders.map((holder) => [holder.worker_id, holder.heard_at.getTime()]));
    const dead = [...look].filter(([id, heardAt]) => this.lastLook.get(id) === heardAt).map(([id]) => id);
    this.lastLook = look;
    if (dead.length === 0) return 0;
    const utils = await makeWorkerUtils({ pgPool: this.pool, useNodeTime: true, logger: QUIET });
    await utils.forceUnlockWorkers(dead);
    await utils.release();
    await this.dataSource.getRepository(WorkerHeartbeatRow).delete({ workerId: In(dead) });
    return dead.length;
  }
}
