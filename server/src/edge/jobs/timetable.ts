import { FIND_ANALYTICS_SYNCS_TASK } from '../../features/analytics';
import { FIND_UNFINISHED_ERASURES_TASK } from '../../features/deletion';
import type { TimetableEntry } from '../../platform/jobs/runner';

/**
 * What the clock starts, in UTC. A finder only queues one small job for each thing that is due; a run that meets itself is
 * harmless, because every job looks again at what is left to do.
 */
export const TIMETABLE: readonly TimetableEntry[] = [
  // Analytics of every living connection, spread over the hour.
  { task: FIND_ANALYTICS_SYNCS_TASK, pattern: '0 * * * *' },
  // Erasures whose job used up its attempts.
  { task: FIND_UNFINISHED_ERASURES_TASK, pattern: '30 * * * *' },
  // What has passed its limit: see the table of retention in the data map.
  { task: 'tidy', pattern: '20 3 * * *' },
];
