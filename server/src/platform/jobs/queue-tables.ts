import type { ForeignTable } from '../database/data-map/data-map';
import { UNTIL_DONE } from './held';

/**
 * The tables of graphile-worker, column by column, so that a new version of the library that keeps something new is
 * noticed. Ids in them are random ones of ours; of an error nothing but the name of its job is kept.
 */
export const QUEUE_TABLES: readonly ForeignTable[] = [
  {
    name: 'graphile_worker._private_jobs',
    reason:
      'The queue’s jobs: random ids of ours and times, no value that came from a person or from Instagram',
    kept: UNTIL_DONE,
    columns: [
      ...['attempts', 'created_at', 'flags', 'id', 'is_available', 'job_queue_id', 'key', 'last_error'],
      ...['locked_at', 'locked_by', 'max_attempts', 'payload', 'priority', 'revision', 'run_at', 'task_id'],
      'updated_at',
    ],
    jsonKeys: {
      payload: ['_cron', 'connectionId', 'exportId', 'generation', 'mailId', 'recipientId', 'requestId'],
      flags: ['(none is used)'],
    },
  },
  {
    name: 'graphile_worker._private_job_queues',
    reason:
      'Which queue of jobs is taken; a queue may be named after a random id of ours, and idle ones go daily',
    kept: UNTIL_DONE,
    columns: ['id', 'is_available', 'locked_at', 'locked_by', 'queue_name'],
  },
  {
    name: 'graphile_worker._private_known_crontabs',
    reason: 'When the timetable last ran',
    kept: UNTIL_DONE,
    columns: ['identifier', 'known_since', 'last_execution'],
  },
  {
    name: 'graphile_worker._private_tasks',
    reason: 'The names of jobs',
    kept: UNTIL_DONE,
    columns: ['id', 'identifier'],
  },
  {
    name: 'graphile_worker.migrations',
    reason: 'The library’s own version',
    kept: UNTIL_DONE,
    columns: ['breaking', 'id', 'ts'],
  },
];
