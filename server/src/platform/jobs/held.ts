import type { RetentionLine } from '../database/held';

export const WHILE_IT_RUNS: RetentionLine = {
  name: 'running-process',
  until: 'the process stops, or was silent for half a minute',
};

/** A job that used up its attempts is there for the operator to look at for so long. */
export const DEAD_JOB_DAYS = 30;

/** A job is removed when it was done. */
export const UNTIL_DONE: RetentionLine = {
  name: 'job',
  until: `the job is done; ${DEAD_JOB_DAYS} days after its last attempt when it failed for good`,
};
