import type { Log } from '../log';
import type { TombstoneKeys } from './tombstone-keys';

/** Makes the next month's tombstone key ahead of its time; that it cannot be made now holds nothing up. */
export function prepareNextMonth(keys: TombstoneKeys, log: Log): void {
  try {
    keys.prepareNext();
  } catch (error) {
    log.error('ledger.key-not-made', {}, error);
  }
}
