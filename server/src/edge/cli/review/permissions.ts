import { NEEDED_PERMISSIONS, type PermissionFacts } from '../../../features/connection';
import {
  API_CALLS,
  API_OPERATIONS,
  type ApiOperation,
  type InstagramPermission,
  scopeOf,
} from '../../../instagram/instagram';

/** What a reviewer sees a call for: the screen, and what happens on it. */
const SEEN: Readonly<Record<ApiOperation, { readonly screen: string; readonly what: string }>> = {
  profile: {
    screen: '/integrations',
    what: 'the card names the connected account; its followers are counted',
  },
  picture: { screen: '/integrations', what: 'the card shows the picture of the account' },
  refreshToken: { screen: '/integrations', what: 'access is renewed before it ends' },
  unsubscribe: {
    screen: '/integrations',
    what: 'Disconnect, and turning comments off, end the delivery of events',
  },
  withdrawAccess: { screen: '/integrations', what: 'Disconnect asks Instagram to withdraw our access' },
  dailyReach: { screen: '/analytics', what: 'the chart of reach by day' },
  dayTotals: { screen: '/analytics', what: 'the other numbers by day' },
  subscribe: { screen: '/integrations', what: 'after comment events were granted, their delivery begins' },
  readEvents: { screen: '/analytics', what: 'a new comment refreshes the numbers within minutes' },
};

/** A permission is called unused when nothing needed it for so many days. */
const UNUSED_AFTER_DAYS = 30;

/** One call that a permission is for. */
export interface CallReview {
  readonly call: string;
  readonly screen: string;
  readonly what: string;
  /** A UTC date; null when no answer was ever noted. */
  readonly lastUsedOn: string | null;
}

/** One permission: what asks for it, what it is for, and what a reviewer would object to. */
export interface PermissionReview {
  readonly permission: InstagramPermission;
  /** Meta's name of it. */
  readonly scope: string;
  readonly asked: string;
  readonly connections: number;
  readonly calls: readonly CallReview[];
  readonly warnings: readonly string[];
}

const PERMISSIONS: readonly InstagramPermission[] = [
  'BASIC',
  'CONTENT_PUBLISH',
  'MANAGE_INSIGHTS',
  'MANAGE_COMMENTS',
];

/** Maps each permission to screens, calls and their last use, and says which nothing uses. Pure. */
export function reviewPermissions({ lastUses, granted, today }: PermissionFacts): PermissionReview[] {
  return PERMISSIONS.map((permission) => {
    const calls = API_OPERATIONS.filter((operation) => API_CALLS[operation].permission === permission).map(
      (operation) => ({
        call: API_CALLS[operation].call,
        ...SEEN[operation],
        lastUsedOn: lastUses.get(operation) ?? null,
      }),
    );
    const connections = granted.get(permission) ?? 0;
    const always = NEEDED_PERMISSIONS.some((needed) => needed === permission);
    return {
      ...{ permission, scope: scopeOf(permission), connections, calls },
      asked: always ? 'by every connect' : 'by a connect that asks for comment events, where webhooks are on',
      warnings: warningsOf(calls, connections, always, today),
    };
  });
}

function warningsOf(
  calls: readonly CallReview[],
  connections: number,
  always: boolean,
  today: string,
): string[] {
  if (calls.length === 0) {
    return always
      ? ['Every connect asks for it, and nothing in this version uses it: do not submit it for review yet.']
      : [];
  }
  const last = calls
    .flatMap(({ lastUsedOn }) => lastUsedOn ?? [])
    .sort()
    .at(-1);
  if (connections === 0 || (last !== undefined && daysBetween(last, today) <= UNUSED_AFTER_DAYS)) return [];
  const since = last === undefined ? 'and no call has used it yet' : `and no call has used it since ${last}`;
  return [
    `${connections === 1 ? '1 connection has' : `${connections} connections have`} granted it, ${since}.`,
  ];
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
