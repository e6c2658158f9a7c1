import type { RetentionLine } from '../database/held';

export const WHILE_IT_RUNS: RetentionLine = {
  name: 'running-process',
  until: 'the process stops, or was silent for half a minute',
};

/** A job is removed when it was done. */
export const UNTIL_DONE: RetentionLine = {
  name: 'job',
  until: 'the job is done; one that failed for good stays until the operator looks',
};
