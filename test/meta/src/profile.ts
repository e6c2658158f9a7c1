import type { FastifyInstance, FastifyRequest } from 'fastify';
import { followersAt } from './analytics.ts';
import { graphPaths } from './graph-path.ts';
import { mannerOf, typeOf } from './manners.ts';
import { badParameter, noSuchObject } from './refusals.ts';
import { BASIC } from './scopes.ts';
import type { Account } from './seed.ts';
import { openSession, type Session } from './tokens.ts';
import { bareNumber, sendJson, texts } from './wire.ts';
import type { World } from './world.ts';

/** `GET /{version}/me` and `/{professional id}` (meta-contract, section 4). */
export function profileRoutes(http: FastifyInstance, world: World): void {
  for (const path of graphPaths('')) {
    http.get(path, { config: { route: 'profile' } }, async (request, reply) => {
      const session = ownSession(world, request, BASIC);
      const fields = (texts(request.query).fields ?? 'id').split(',').map((field) => field.trim());
      const profile = Object.fromEntries(fields.flatMap((field) => read(world, session.account, field)));
      return sendJson(reply, 200, world.variants.profileWrapper === 'data' ? { data: [profile] } : profile);
    });
  }
}

/** The session of a call on the token's own account, named as `me` or by its professional id; throws on any other id. */
export function ownSession(world: World, request: FastifyRequest, permission: string): Session {
  const session = openSession(world, request, permission);
  const id = texts(request.params).id ?? 'me';
  if (id !== 'me' && id !== session.account.professionalId) throw noSuchObject(id);
  return session;
}

/** The count that `/me` shows: set by the control API, or the seeded one moved by the days since. */
export function followersNow(world: World, account: Account): number {
  return world.store.state.followers[account.username] ?? followersAt(account.username, world.clock.now());
}

function read(world: World, account: Account, field: string): [string, unknown][] {
  const { variants } = world;
  const id = (digits: string): unknown => (variants.profileIds === 'number' ? bareNumber(digits) : digits);
  const values: Record<string, () => unknown> = {
    id: () => id(account.appScopedId),
    user_id: () => id(account.professionalId),
    username: () => account.username,
    name: () => account.name,
    account_type: () => accountType(world, account),
    profile_picture_url: () =>
      variants.profilePicture === 'present' && mannerOf(world, account.username).picture !== 'absent'
        ? `${world.publicUrl}/pictures/${account.username}.png`
        : undefined,
    followers_count: () => counted(world, followersNow(world, account)),
    follows_count: () => counted(world, account.follows),
    media_count: () => counted(world, account.media),
    ...(variants.profileExtras === 'served'
      ? { biography: () => account.biography, website: () => account.website || undefined }
      : {}),
  };
  const value = Object.hasOwn(values, field) ? values[field] : undefined;
  if (value === undefined) throw badParameter(`(#100) Tried accessing nonexisting field (${field})`);
  const shown = value();
  return shown === undefined ? [] : [[field, shown]];
}

function counted(world: World, count: number): number | undefined {
  return world.variants.profileCounts === 'present' ? count : undefined;
}

function accountType(world: World, account: Account): string {
  const type = typeOf(world, account);
  if (world.variants.accountTypeWords === 'wire') return type;
  return { BUSINESS: 'Business', MEDIA_CREATOR: 'Media_Creator', PERSONAL: 'Personal' }[type];
}
