import { formatQuantity } from '../../lib/format-number';
import { formatMoment } from '../../lib/format-time';
import { Time } from '../../ui/time';
import { useNow } from '../../ui/use-now';
import { countDays } from './model/days';
import { formatDayRange } from './model/format';
import type { AnalyticsRange } from './model/ranges';

interface ScopeProps {
  range: AnalyticsRange;
  syncedAt: string;
  timeZone: string;
}

/** The one line that says what the numbers below cover, how fresh they are and whose days they are. */
export function Scope({ range, syncedAt, timeZone }: ScopeProps) {
  const now = useNow();
  const days = countDays(range.from, range.completeUntil);
  return (
    <>
      {formatDayRange(range.from, range.completeUntil)}, {formatQuantity(days, 'complete day')}. Refreshed{' '}
      <Time at={syncedAt}>{formatMoment(new Date(syncedAt), timeZone, now)}</Time>. Days follow Instagram's
      clock (Los Angeles).
    </>
  );
}
