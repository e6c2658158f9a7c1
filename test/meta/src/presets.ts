import { currentGrant, removeGrant } from './grants.ts';
import { changeManner, type Manner, plainManner } from './manners.ts';
import { INSIGHTS, scopes } from './scopes.ts';
import type { Account } from './seed.ts';
import type { TokenEnd } from './state.ts';
import { endTokens } from './tokens.ts';
import type { World } from './world.ts';

/** A way for an account to be, as the control page offers it. */
export interface Preset {
  readonly title: string;
  /** What changes at Instagram, and when the app can notice. */
  readonly detail: string;
  apply(world: World, account: Account): void;
}

const TEN_DAYS_S = 10 * 86_400;
const FEW = 64;

const manner =
  (change: Partial<Manner>) =>
  (world: World, { username }: Account): void =>
    changeManner(world, username, change);

const end =
  (how: TokenEnd) =>
  (world: World, { username }: Account): void =>
    endTokens(world, username, how);

function takePermission(world: World, account: Account): void {
  changeManner(world, account.username, { declined: [INSIGHTS] });
  const grant = currentGrant(world, account.username);
  if (grant !== undefined) grant.scopes = grant.scopes.filter((scope) => scope !== INSIGHTS);
  world.store.save();
}

function heal(world: World, { username }: Account): void {
  world.manners.set(username, plainManner());
  delete world.store.state.followers[username];
  const grant = currentGrant(world, username);
  if (grant !== undefined && !grant.scopes.includes(INSIGHTS)) {
    grant.scopes = [...scopes.keys()].filter((scope) => scope === INSIGHTS || grant.scopes.includes(scope));
  }
  world.store.save();
}

function followers(world: World, { username }: Account): void {
  world.store.state.followers[username] = FEW;
  world.store.save();
}

/** The presets by their names in forms and in the control API. */
export const presets = {
  healthy: {
    title: 'Healthy',
    detail: 'All that was changed here is undone. Access that has ended stays ended: connect again.',
    apply: heal,
  },
  busy: {
    title: 'Busy account',
    detail: 'Three times the numbers, from the next fetching of analytics on.',
    apply: manner({ analytics: 'busy' }),
  },
  quiet: {
    title: 'Quiet account, no data',
    detail: 'Instagram has no number for any day. A missing number is not 0.',
    apply: manner({ analytics: 'none' }),
  },
  few_followers: {
    title: 'Few followers',
    detail: `${FEW} followers. Below 100 Instagram tells nothing of follows and unfollows.`,
    apply: followers,
  },
  no_analytics: {
    title: 'Analytics not granted',
    detail: 'The permission is taken back, and the consent page shows it unticked from now on.',
    apply: takePermission,
  },
  personal: {
    title: 'Personal account',
    detail: 'Not professional any more: it cannot be connected. A connection that exists goes on.',
    apply: manner({ type: 'PERSONAL' }),
  },
  short_access: {
    title: 'Access that ends soon',
    detail: 'Tokens made from now on last ten days: connect or reconnect to get one.',
    apply: manner({ tokenSeconds: TEN_DAYS_S }),
  },
  no_renewal: {
    title: 'Access that cannot be renewed',
    detail: 'The same, and Instagram refuses to renew them. The first try comes when a token is a day old.',
    apply: manner({ tokenSeconds: TEN_DAYS_S, renewal: 'refused' }),
  },
  password_changed: {
    title: 'Password changed',
    detail: 'Every token ends (190/460). The app notices at its next call; “Check now” makes one.',
    apply: end('password_changed'),
  },
  checkpointed: {
    title: 'Checkpoint',
    detail: 'Instagram wants the person to sign in there first: every token ends (190/459).',
    apply: end('checkpointed'),
  },
  removed_quietly: {
    title: 'Removed without a word',
    detail: 'The app is removed and no callback is sent (190/458): the app has to find out.',
    apply: (world, { username }) => void removeGrant(world, username),
  },
  hidden: {
    title: 'Account not found',
    detail: 'Instagram says that it does not exist (100/33). Only what stays so for a day counts.',
    apply: manner({ hidden: true }),
  },
  nearly_limited: {
    title: 'Close to the rate limit',
    detail: 'Both headers say that 95 % is used: the app should go slower.',
    apply: manner({ usage: { app: 60, account: 95, regainMinutes: 0 } }),
  },
  limited: {
    title: 'At the rate limit',
    detail: 'The headers say 100 % and “again in 30 minutes”: the app should wait.',
    apply: manner({ usage: { app: 60, account: 100, regainMinutes: 30 } }),
  },
  slow: {
    title: 'Slow answers',
    detail: 'Each answer about this account takes eight seconds.',
    apply: manner({ slowMs: 8000 }),
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

/** The preset of that name, or undefined. */
export function findPreset(name: string): Preset | undefined {
  const found: Readonly<Record<string, Preset>> = presets;
  return Object.hasOwn(found, name) ? found[name] : undefined;
}
