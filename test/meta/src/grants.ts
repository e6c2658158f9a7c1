import type { Grant } from './state.ts';
import type { World } from './world.ts';

/** The grant of this app by an account, unless it was removed. */
export function currentGrant(world: World, account: string): Grant | undefined {
  return lastGrant(world, account, (grant) => grant.removedAt === null);
}

/** The grant that was removed last, and was not given again since. */
export function removedGrant(world: World, account: string): Grant | undefined {
  return currentGrant(world, account) === undefined ? lastGrant(world, account, () => true) : undefined;
}

function lastGrant(world: World, account: string, test: (grant: Grant) => boolean): Grant | undefined {
  const grants = world.store.state.grants[account] ?? [];
  return grants.findLast((grant) => grant.appId === world.app.id && test(grant));
}

/** Records the person's consent. A second consent replaces the permissions of the first and leaves its tokens alive. */
export function giveGrant(world: World, account: string, scopes: string[]): void {
  const now = world.clock.now();
  const current = currentGrant(world, account);
  if (current !== undefined) {
    Object.assign(current, { scopes, grantedAt: now });
    return;
  }
  const others = (world.store.state.grants[account] ?? []).filter((grant) => grant.appId !== world.app.id);
  const grant: Grant = {
    appId: world.app.id,
    scopes,
    grantedAt: now,
    removedAt: null,
    subscribedFields: [],
    deletion: null,
  };
  world.store.state.grants[account] = [...others, grant];
}

/** Takes the access away, with every token it led to, and saves. False when there was none. */
export function removeGrant(world: World, account: string): boolean {
  const grant = currentGrant(world, account);
  if (grant === undefined) return false;
  grant.removedAt = world.clock.now();
  grant.subscribedFields = [];
  for (const record of Object.values(world.store.state.tokens)) {
    if (record.account === account && record.appId === world.app.id) record.ended ??= 'revoked';
  }
  world.store.save();
  return true;
}
