import { enqueue } from '../../platform/jobs/enqueue';
import type { SyncDependencies } from './sync-analytics';
import { syncJob } from './sync-job';
import { takeManualTurn } from './sync-state.store';

export type SyncRequest =
  | { readonly kind: 'queued' }
  | { readonly kind: 'too-soon'; readonly retryAt: Date }
  | { readonly kind: 'reconnect-needed' };

/**
 * A person asks for fresh numbers: a run is queued at once, unless one was asked for less than `spacingMs` ago or there
 * is no living grant to run it with. Who may ask is the caller's matter.
 */
export async function requestSync(
  { dataSource, clock, grants }: Pick<SyncDependencies, 'dataSource' | 'clock' | 'grants'>,
  connectionId: string,
  spacingMs: number,
): Promise<SyncRequest> {
  const now = clock.now();
  const grant = await grants.open(connectionId, now);
  if (grant === null) return { kind: 'reconnect-needed' };
  return dataSource.transaction(async (tx): Promise<SyncRequest> => {
    if (!(await grants.hold(tx, connectionId, grant.generation))) return { kind: 'reconnect-needed' };
    const retryAt = await takeManualTurn(tx, connectionId, now, spacingMs);
    if (retryAt !== null) return { kind: 'too-soon', retryAt };
    await enqueue(tx, syncJob(connectionId, now));
    return { kind: 'queued' };
  });
}
