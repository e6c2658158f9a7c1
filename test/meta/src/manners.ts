import type { AccountType } from './seed.ts';
import type { World } from './world.ts';

/** What the rate-limit headers of an answer say: percent of a limit, and minutes until it is given back. */
export interface UsageHeaders {
  /** `X-App-Usage`, the whole app's. */
  app: number;
  /** `X-Business-Use-Case-Usage`, the account's own. */
  account: number;
  /** `estimated_time_to_regain_access`, minutes. */
  regainMinutes: number;
}

/** What can come in place of an account's picture. */
export const pictureKinds = ['usual', 'absent', 'gone', 'page', 'drawing', 'huge', 'slow', 'moved'] as const;

/** How one account behaves until told otherwise. Kept in memory: a sandbox that starts again plays everybody well. */
export interface Manner {
  /** Another kind of account than the seeded one. */
  type: AccountType | null;
  /** Permissions that the consent page shows unticked. */
  declined: string[];
  /** How long long-lived tokens last that are made from now on, in seconds; null for what everybody's do. */
  tokenSeconds: number | null;
  renewal: 'allowed' | 'refused';
  /** Numbers as ever, none at all, or three times as many. */
  analytics: 'usual' | 'none' | 'busy';
  /** Days (Los Angeles dates) whose numbers are multiplied. */
  lively: Record<string, number>;
  usage: UsageHeaders | null;
  /** Instagram says of the account that it does not exist (100/33). */
  hidden: boolean;
  /** Waits so long before each answer, in real milliseconds. */
  slowMs: number;
  picture: (typeof pictureKinds)[number];
}

/** How Instagram behaves to everybody. */
export interface Service {
  /** `errors`: 503 with code 2. `pages`: 503 with a page. `odd`: an error that speaks of each account, 100/33. */
  outage: 'none' | 'errors' | 'pages' | 'odd';
  slowMs: number;
}

/** An account that nothing was changed of. */
export function plainManner(): Manner {
  return {
    ...{ type: null, declined: [], tokenSeconds: null, renewal: 'allowed', analytics: 'usual', lively: {} },
    ...{ usage: null, hidden: false, slowMs: 0, picture: 'usual' },
  };
}

/** Instagram without trouble. */
export function plainService(): Service {
  return { outage: 'none', slowMs: 0 };
}

/** How an account behaves at present. */
export function mannerOf({ manners }: World, username: string | null): Readonly<Manner> {
  return manners.get(username ?? '') ?? plainManner();
}

/** Changes how an account behaves; what is left out stays. */
export function changeManner(world: World, username: string, change: Partial<Manner>): void {
  world.manners.set(username, { ...plainManner(), ...world.manners.get(username), ...change });
}

/** The kind of account that Instagram takes it for. */
export function typeOf(
  world: World,
  { username, type }: { username: string; type: AccountType },
): AccountType {
  return mannerOf(world, username).type ?? type;
}

/** By how much a day's numbers are multiplied; null when there are none. */
export function liveliness({ analytics, lively }: Readonly<Manner>, date: string): number | null {
  if (analytics === 'none') return null;
  return (analytics === 'busy' ? 3 : 1) * (lively[date] ?? 1);
}
