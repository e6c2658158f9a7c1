import type { AnalyticsConnectionPartsFragment } from '../../../gql/graphql';

export type AnalyticsConnection = AnalyticsConnectionPartsFragment;

/** What there is to show for a connection. */
export type AnalyticsState =
  | { readonly kind: 'numbers'; readonly completeUntil: string; readonly syncedAt: string }
  | {
      readonly kind:
        | 'permission-missing'
        | 'first-sync'
        | 'first-sync-failed'
        | 'never-synced'
        | 'no-complete-day';
    };

/** Whether there are numbers, or else why there are none yet. Numbers once held are shown whatever came after. */
export function analyticsState(connection: AnalyticsConnection): AnalyticsState {
  const { running, syncedAt, completeUntil, failedAt } = connection.analyticsSync;
  if (completeUntil !== null && syncedAt !== null) return { kind: 'numbers', completeUntil, syncedAt };
  if (lacksAnalyticsPermission(connection)) return { kind: 'permission-missing' };
  if (running) return { kind: 'first-sync' };
  if (failedAt !== null) return { kind: 'first-sync-failed' };
  return { kind: syncedAt === null ? 'never-synced' : 'no-complete-day' };
}

/** Whether Instagram did not grant us to read analytics. */
export function lacksAnalyticsPermission({ missingPermissions }: AnalyticsConnection): boolean {
  return missingPermissions.includes('MANAGE_INSIGHTS');
}

/** Whether asking for a refresh can lead to one; where it cannot, a notice says why. */
export function canRefresh(connection: AnalyticsConnection): boolean {
  const ended = connection.status === 'DEAUTHORIZED' || connection.status === 'RECONNECT_NEEDED';
  return !ended && !lacksAnalyticsPermission(connection);
}
