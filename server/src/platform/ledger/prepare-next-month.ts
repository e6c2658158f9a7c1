import type { Log } from '../log';
import type { TombstoneKeys } from './tombstone-keys';

/**
 * Makes this month's tombstone key, and the next one's ahead of its time, so that requests are taken in whatever becomes of the
 * folder. That they cannot be made now holds nothing up.
 */
export function prepareNextMonth(keys: TombstoneKeys, log: Log): void {
  try {
    keys.current();
    keys.prepareNext();
  } catch (error) {
    log.error('ledger.key-not-made', {}, error);
  }
}
