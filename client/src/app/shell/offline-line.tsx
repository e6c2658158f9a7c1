import { useTimeZone } from '../../features/account';
import { lastAnsweredAt, useOnline } from '../../lib/connectivity';
import { formatClock } from '../../lib/format-time';
import classes from './line.module.css';

/** While the device has no network: says so, and how old the screen is. */
export function OfflineLine() {
  const online = useOnline();
  const timeZone = useTimeZone();
  const since = lastAnsweredAt();
  return (
    <div role="status">
      {!online && (
        <p className={classes.line}>
          You are offline.
          {since !== null && ` What you see is from ${formatClock(since, timeZone)}.`}
        </p>
      )}
    </div>
  );
}
