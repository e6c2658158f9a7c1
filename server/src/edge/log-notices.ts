import type { Notices } from '../features/connection';
import type { Log } from '../platform/log';

/** Tells of notices in the log alone, without saying whose they are. */
export function logNotices(log: Log): Notices {
  return {
    async tell(_tx, { kind, rung }) {
      log.info('connection.notice', { kind, rung });
    },
  };
}
