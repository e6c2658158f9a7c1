import { createHash } from 'node:crypto';
import type { Job } from '../../platform/jobs/enqueue';

/** Names under which the timetable registers the handlers of this feature. */
export const SYNC_ANALYTICS_TASK = 'sync-analytics';
export const FIND_ANALYTICS_SYNCS_TASK = 'find-analytics-syncs';

const HOUR_MS = 3_600_000;

/** The key under which a connection's waiting run is found: there is at most one. */
export const syncJobKey = (connectionId: string): string => `${SYNC_ANALYTICS_TASK}:${connectionId}`;

/**
 * One run of one connection; the runs of a connection never overlap. What the run itself expects to go wrong it repeats
 * at a time of its own choice, so the queue's repeats are for surprises, and the next hour's run is never far.
 */
export function syncJob(connectionId: string, runAt: Date): Job {
  return {
    task: SYNC_ANALYTICS_TASK,
    payload: { connectionId },
    queue: syncJobKey(connectionId),
    key: syncJobKey(connectionId),
    runAt,
    maxAttempts: 5,
  };
}

/** When a connection's turn next comes: a moment of the hour that is its own, so that not all ask at once. */
export function nextTurn(connectionId: string, now: Date): Date {
  const offset = createHash('sha256').update(connectionId).digest().readUInt32BE(0) % HOUR_MS;
  const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const turn = hour + offset;
  return new Date(turn >= now.getTime() ? turn : turn + HOUR_MS);
}
