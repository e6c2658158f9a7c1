import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { currentGrant } from './grants.ts';
import { mannerOf } from './manners.ts';
import { GraphError, permissionMissing } from './refusals.ts';
import { type Account, requireAccount } from './seed.ts';
import type { Grant, TokenEnd, TokenRecord } from './state.ts';
import { texts } from './wire.ts';
import type { World } from './world.ts';

const SHORT_LIVED_MS = 3_600_000;
/** What Meta's example says of a long-lived token, in seconds: a little less than 60 days. */
const LONG_LIVED_SECONDS = 5_183_944;

/** What `expires_in` says of a new long-lived token of an account. */
export function longLivedSeconds(world: World, account: string): number {
  const own = mannerOf(world, account).tokenSeconds;
  if (own !== null) return own;
  return world.variants.longLivedToken === 'ten_days' ? 10 * 86_400 : LONG_LIVED_SECONDS;
}

/** Under which key a token or code is remembered: the sandbox's state never holds one that works. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

const DAY_MS = 86_400_000;

/** Forgets tokens that expired a quarter ago and codes of yesterday, so that the state does not grow for ever. */
function forgetOld({ clock, store: { state } }: World): void {
  const now = clock.now();
  for (const [key, { expiresAt }] of Object.entries(state.tokens)) {
    if (expiresAt < now - 90 * DAY_MS) delete state.tokens[key];
  }
  for (const [key, { issuedAt }] of Object.entries(state.codes)) {
    if (issuedAt < now - DAY_MS) delete state.codes[key];
  }
}

/** Makes a token for an account. Nothing is saved yet. */
export function issueToken(world: World, account: string, kind: 'short' | 'long'): string {
  forgetOld(world);
  const token = `IGAA${randomBytes(96).toString('base64url')}ZD`;
  world.handedOut.push(token);
  const issuedAt = world.clock.now();
  const life = kind === 'short' ? SHORT_LIVED_MS : longLivedSeconds(world, account) * 1000;
  world.store.state.tokens[digest(token)] = {
    account,
    appId: world.app.id,
    kind,
    issuedAt,
    expiresAt: issuedAt + life,
    ended: null,
  };
  return token;
}

const ends: Record<TokenEnd, { subcode: number; message: string }> = {
  revoked: { subcode: 458, message: 'The user has not authorized the application.' },
  checkpointed: {
    subcode: 459,
    message: 'You cannot access the app till you log in and follow the instructions given.',
  },
  password_changed: {
    subcode: 460,
    message:
      'The session has been invalidated because the user changed their password or the session was changed for security reasons.',
  },
  expired: { subcode: 463, message: 'Session has expired.' },
  unconfirmed: {
    subcode: 464,
    message: 'Sessions for the user are not allowed because the user is not a confirmed user.',
  },
  invalid: { subcode: 467, message: 'The session is invalid because the user logged out.' },
};

function deadToken(message: string, subcode?: number): GraphError {
  const refusal = { status: 400, code: 190, type: 'OAuthException', message } as const;
  return new GraphError(subcode === undefined ? refusal : { ...refusal, subcode });
}

/** The token of a request: the `access_token` parameter, in query or form, or the Bearer header. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const header = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  return texts(request.query).access_token ?? texts(request.body).access_token ?? header;
}

/** What a living token stands for. */
export interface Session {
  token: string;
  record: TokenRecord;
  account: Account;
  grant: Grant;
}

/** Opens a token; throws error 190, with the subcode for how it died, when it opens nothing. */
export function openToken(world: World, token: string | undefined): Session {
  if (token === undefined || token === '') {
    const message = 'An access token is required to request this resource.';
    throw new GraphError({ status: 400, code: 104, type: 'OAuthException', message });
  }
  if (!/^IG[A-Za-z0-9_-]+$/.test(token))
    throw deadToken('Invalid OAuth access token - Cannot parse access token');
  const record = world.store.state.tokens[digest(token)];
  if (record === undefined || record.appId !== world.app.id)
    throw deadToken('Invalid OAuth access token data.');
  const expired = record.expiresAt <= world.clock.now() ? 'expired' : null;
  const end = record.ended ?? expired;
  if (end !== null) throw deadToken(`Error validating access token: ${ends[end].message}`, ends[end].subcode);
  const grant = currentGrant(world, record.account);
  if (grant === undefined) throw deadToken(`Error validating access token: ${ends.revoked.message}`, 458);
  return { token, record, account: requireAccount(record.account), grant };
}

/** The session of a Graph call that needs a permission; throws error 190 or 10. */
export function openSession(world: World, request: FastifyRequest, permission: string): Session {
  const session = openToken(world, tokenOf(request));
  if (!session.grant.scopes.includes(permission)) throw permissionMissing();
  return session;
}

/** Ends every living token of an account, and saves. */
export function endTokens(world: World, account: string, how: TokenEnd): void {
  for (const record of Object.values(world.store.state.tokens)) {
    if (record.account === account) record.ended ??= how;
  }
  world.store.save();
}

/** Whose token this is, dead or alive; for faults and the call list. */
export function holderOf(world: World, token: string | undefined): string | null {
  return token === undefined ? null : (world.store.state.tokens[digest(token)]?.account ?? null);
}
