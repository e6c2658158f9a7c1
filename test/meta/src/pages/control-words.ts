import { currentGrant, removedGrant } from '../grants.ts';
import { mannerOf, typeOf } from '../manners.ts';
import { scopes } from '../scopes.ts';
import type { Account } from '../seed.ts';
import type { Grant, TokenRecord } from '../state.ts';
import type { World } from '../world.ts';

/** An instant for people, in UTC. */
export const moment = (atMs: number): string =>
  `${new Date(atMs).toISOString().slice(0, 16).replace('T', ', ')} UTC`;

const kinds = { BUSINESS: 'Business', MEDIA_CREATOR: 'Creator', PERSONAL: 'Personal' };

/** The kind of account in words. */
export const kindOf = (world: World, account: Account): string => `${kinds[typeOf(world, account)]} account`;

/** The permissions of a grant in words. */
export const permissionsOf = (grant: Grant): string =>
  grant.scopes.map((scope) => scopes.get(scope)?.title ?? scope).join(', ');

/** The newest long-lived token of the app, if there was any. */
export function newestToken(world: World, { username }: Account): TokenRecord | undefined {
  return Object.values(world.store.state.tokens)
    .filter((token) => token.account === username && token.appId === world.app.id && token.kind === 'long')
    .toSorted((a, b) => b.issuedAt - a.issuedAt)[0];
}

const endings = {
  revoked: 'ended, the app was removed',
  expired: 'expired',
  password_changed: 'ended, the password was changed',
  checkpointed: 'ended, a checkpoint',
  unconfirmed: 'ended, the account is not confirmed',
  invalid: 'ended, signed out',
};

/** How the app's access stands, in a few words. */
export function accessOf(world: World, account: Account): string {
  const removed = removedGrant(world, account.username);
  if (removed?.removedAt != null) return `Removed, ${moment(removed.removedAt)}`;
  if (currentGrant(world, account.username) === undefined) return 'None';
  const token = newestToken(world, account);
  if (token === undefined) return 'Granted, no token yet';
  if (token.ended !== null) return `Token ${endings[token.ended]}`;
  if (token.expiresAt <= world.clock.now()) return 'Token expired';
  return `Until ${moment(token.expiresAt)}`;
}

/** What was changed of an account's behaviour, each in a few words. */
export function changesOf(world: World, account: Account): string[] {
  const { type, declined, tokenSeconds, renewal, analytics, lively, usage, hidden, slowMs, picture } =
    mannerOf(world, account.username);
  const changes: [boolean, string][] = [
    [type !== null, `taken for a ${type === 'PERSONAL' ? 'personal' : 'professional'} account`],
    [declined.length > 0, 'Analytics unticked on the consent page'],
    [tokenSeconds !== null, `new tokens last ${lifeOf(tokenSeconds ?? 0)}`],
    [renewal === 'refused', 'renewal refused'],
    [analytics === 'none', 'no numbers'],
    [analytics === 'busy', 'three times the numbers'],
    [Object.keys(lively).length > 0, 'some days are livelier'],
    [
      usage !== null,
      `rate-limit headers: app ${usage?.app} %, account ${usage?.account} %, again in ${usage?.regainMinutes} min`,
    ],
    [hidden, 'said not to exist'],
    [slowMs > 0, `answers take ${slowMs / 1000} s`],
    [picture !== 'usual', `the picture is ${picture}`],
    [
      world.store.state.followers[account.username] !== undefined,
      `${world.store.state.followers[account.username]} followers`,
    ],
  ];
  return changes.flatMap(([is, words]) => (is ? [words] : []));
}

/** The lives of tokens that can be chosen, in seconds. */
export const lives: readonly (readonly [seconds: number, words: string])[] = [
  [10 * 86_400, '10 days'],
  [2 * 86_400, '2 days'],
  [2 * 3600, '2 hours'],
  [5 * 60, '5 minutes'],
];

function lifeOf(seconds: number): string {
  return lives.find(([each]) => each === seconds)?.[1] ?? `${seconds} s`;
}
