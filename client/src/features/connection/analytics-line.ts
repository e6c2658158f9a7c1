import type { Clock } from '../../lib/clock';
import { formatQuantity } from '../../lib/format-number';
import { formatDate, formatMoment } from '../../lib/format-time';
import type { CardConnection } from './connection.queries';

/** How far the analytics of a connection is, in a few words. A failed try never touches the card's state. */
export function analyticsLine(
  { analyticsSync, missingPermissions, status }: CardConnection,
  { timeZone, now }: Clock,
): string {
  const { running, syncedAt, completeUntil, storedDays, failedAt } = analyticsSync;
  const failed =
    failedAt === null ? '' : `, the newest try failed ${formatMoment(new Date(failedAt), timeZone, now)}`;
  if (status === 'DEAUTHORIZED') return `${formatQuantity(storedDays, 'day')} kept, nothing new comes in`;
  if (missingPermissions.includes('MANAGE_INSIGHTS')) {
    return storedDays === 0 ? 'off' : `off, ${formatQuantity(storedDays, 'day')} kept`;
  }
  if (running && syncedAt === null) return 'the last 30 days are being fetched; this updates by itself';
  if (completeUntil === null) return `nothing fetched yet${failed}`;
  return `complete until ${formatDate(completeUntil)}${failed}`;
}
