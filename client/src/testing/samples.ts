import type { CardConnection } from '../features/connection/connection.queries';
import type { DeletionCardFragment } from '../gql/graphql';

/** A healthy connection of @studio_nord, as the server answers it; change what a story is about. */
export function aConnection(changes: Partial<CardConnection> = {}): CardConnection {
  return {
    id: 'conn_1',
    username: 'studio_nord',
    displayName: 'Studio Nord',
    pictureUrl: null,
    status: 'ACTIVE',
    statusReason: null,
    statusSince: '2026-03-03T09:00:00Z',
    statusEvidence: { kind: 'GRANT' },
    paused: [],
    connectedAt: '2026-03-03T09:00:00Z',
    checkedAt: null,
    deauthorizedAt: null,
    grantedPermissions: ['BASIC', 'CONTENT_PUBLISH', 'MANAGE_INSIGHTS'],
    missingPermissions: [],
    tokenHealth: aTokenHealth({ expiresAt: '2099-01-21T09:00:00Z' }),
    analyticsSync: {
      running: false,
      syncedAt: '2026-11-23T03:10:00Z',
      completeUntil: '2026-11-21',
      storedDays: 30,
      failedAt: null,
    },
    transfer: null,
    ...changes,
  };
}

type TokenHealth = NonNullable<CardConnection['tokenHealth']>;

/** Access that nobody has tried to renew yet. */
export function aTokenHealth(changes: Partial<TokenHealth> = {}): TokenHealth {
  return {
    expiresAt: '2027-01-21T09:00:00Z',
    lastRefreshedAt: null,
    nextRefreshAt: null,
    lastFailureAt: null,
    lastFailureOutcome: null,
    failedAttempts: 0,
    ...changes,
  };
}

/** The app was removed at Instagram: no key any more, everything else still here. */
export function aRemovedConnection(changes: Partial<CardConnection> = {}): CardConnection {
  return aConnection({
    status: 'DEAUTHORIZED',
    statusReason: 'REMOVED_AT_INSTAGRAM',
    statusSince: '2026-11-12T13:02:00Z',
    statusEvidence: { kind: 'CALLBACK' },
    paused: [
      { activity: 'ANALYTICS', reason: 'NO_ACCESS', resumesAt: null },
      { activity: 'RENEWAL', reason: 'NO_ACCESS', resumesAt: null },
    ],
    deauthorizedAt: '2026-11-12T13:02:00Z',
    tokenHealth: null,
    ...changes,
  });
}

/** A deletion that this person started by disconnecting and that still erases. */
export function aDeletion(changes: Partial<DeletionCardFragment> = {}): DeletionCardFragment {
  return {
    confirmationCode: '7Q4M9KTDA2BCDEFGHJKMNPQRST',
    state: 'ERASING',
    source: 'DISCONNECT',
    requestedAt: '2026-11-23T13:03:00Z',
    completedAt: null,
    keysRemovedAt: '2026-11-23T13:03:00Z',
    accessWithdrawal: 'ACCEPTED',
    categories: [
      {
        name: 'INSTAGRAM_IDENTITY',
        outcome: 'REMOVED',
        count: 1,
        reason: null,
        settledAt: '2026-11-23T13:03:20Z',
      },
      { name: 'ANALYTICS', outcome: 'PENDING', count: null, reason: null, settledAt: null },
    ],
    ...changes,
  };
}

/** The same deletion, finished. */
export function aFinishedDeletion(changes: Partial<DeletionCardFragment> = {}): DeletionCardFragment {
  return aDeletion({
    state: 'COMPLETED',
    completedAt: '2026-11-23T13:04:00Z',
    categories: [
      {
        name: 'INSTAGRAM_IDENTITY',
        outcome: 'REMOVED',
        count: 1,
        reason: null,
        settledAt: '2026-11-23T13:03:20Z',
      },
      { name: 'ANALYTICS', outcome: 'REMOVED', count: 30, reason: null, settledAt: '2026-11-23T13:03:40Z' },
    ],
    ...changes,
  });
}
