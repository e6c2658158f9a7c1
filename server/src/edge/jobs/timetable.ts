import { FIND_ANALYTICS_SYNCS_TASK } from '../../features/analytics';
import {
  FIND_DUE_CHECKS_TASK,
  FIND_DUE_RENEWALS_TASK,
  FIND_DUE_SUBSCRIPTIONS_TASK,
  WARN_OF_ENDING_TASK,
  WATCH_INSTAGRAM_TASK,
} from '../../features/connection';
import {
  APPEND_LEDGER_TASK,
  FIND_UNFINISHED_ERASURES_TASK,
  FIND_UNTOLD_RECIPIENTS_TASK,
} from '../../features/deletion';
import { END_OVERDUE_EXPORTS_TASK } from '../../features/export';
import { SETTLE_TRANSFERS_TASK } from '../../features/transfer';
import type { TimetableEntry } from '../../platform/jobs/runner';

/** Ends the epochs of the key ring that are over. */
export const RETIRE_EPOCHS_TASK = 'retire-epochs';

/**
 * What the clock starts, in UTC. A finder only queues one small job for each thing that is due; a run that meets itself is
 * harmless, because every job looks again at what is left to do.
 */
export const TIMETABLE: readonly TimetableEntry[] = [
  // Analytics of every living connection, spread over the hour.
  { task: FIND_ANALYTICS_SYNCS_TASK, pattern: '0 * * * *' },
  // Access that is to be renewed; when that is, was spread when it was planned.
  { task: FIND_DUE_RENEWALS_TASK, pattern: '*/10 * * * *' },
  // Whether trouble of Instagram's is over.
  { task: WATCH_INSTAGRAM_TASK, pattern: '* * * * *' },
  // Checks whose job was lost.
  { task: FIND_DUE_CHECKS_TASK, pattern: '5,15,25,35,45,55 * * * *' },
  // Connections whose events at Instagram are not as they are wanted, spread over the hour.
  { task: FIND_DUE_SUBSCRIPTIONS_TASK, pattern: '50 * * * *' },
  // Access that ends although we tried to renew it.
  { task: WARN_OF_ENDING_TASK, pattern: '40 * * * *' },
  // Transfers that nobody answered, or that nobody came for.
  { task: SETTLE_TRANSFERS_TASK, pattern: '*/5 * * * *' },
  // Erasures whose job used up its attempts.
  { task: FIND_UNFINISHED_ERASURES_TASK, pattern: '30 * * * *' },
  // Integrators that nobody is about to tell of a deletion, and addenda that are owed.
  { task: FIND_UNTOLD_RECIPIENTS_TASK, pattern: '50 * * * *' },
  // Lines of the ledger whose job was lost.
  { task: APPEND_LEDGER_TASK, pattern: '*/10 * * * *' },
  // Old epoch keys, with what was destroyed while they were in use; every hour, so that a miss costs an hour.
  { task: RETIRE_EPOCHS_TASK, pattern: '10 * * * *' },
  // Exports whose time is over; each has a job of its own for that, and this is the second net.
  { task: END_OVERDUE_EXPORTS_TASK, pattern: '40 * * * *' },
  // What has passed its limit: see the table of retention in the data map.
  { task: 'tidy', pattern: '20 3 * * *' },
];
