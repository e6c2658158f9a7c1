import type { FastifyInstance } from 'fastify';
import { mannerOf } from './manners.ts';
import { badParameter, GraphError, permissionMissing, unsupported } from './refusals.ts';
import { BASIC } from './scopes.ts';
import { issueToken, longLivedSeconds, openToken, type Session } from './tokens.ts';
import { sendJson, texts } from './wire.ts';
import type { World } from './world.ts';

const DAY_MS = 86_400_000;

/** The long-lived token and its refresh (meta-contract, section 3). Both take their token as a parameter only. */
export function longLivedRoutes(http: FastifyInstance, world: World): void {
  http.get('/access_token', { config: { route: 'long_lived' } }, async (request, reply) => {
    const query = texts(request.query);
    if (query.grant_type !== 'ig_exchange_token') throw badParameter('(#100) Invalid grant_type');
    if (query.client_secret !== world.app.secret) {
      const message = 'Error validating client secret.';
      throw new GraphError({ status: 400, code: 1, type: 'OAuthException', message });
    }
    const session = openToken(world, query.access_token);
    if (session.record.kind === 'long') throw unsupported('get');
    const token = issueToken(world, session.account.username, 'long');
    world.store.save();
    return sendJson(reply, 200, tokenReply(world, session, token));
  });

  http.get('/refresh_access_token', { config: { route: 'refresh' } }, async (request, reply) => {
    const query = texts(request.query);
    if (query.grant_type !== 'ig_refresh_token') throw badParameter('(#100) Invalid grant_type');
    const session = openToken(world, query.access_token);
    if (session.record.kind === 'short') throw unsupported('get');
    if (!session.grant.scopes.includes(BASIC)) throw permissionMissing();
    if (mannerOf(world, session.account.username).renewal === 'refused') {
      throw badParameter('(#100) The access token cannot be refreshed');
    }
    if (world.clock.now() < session.record.issuedAt + DAY_MS) {
      throw badParameter('(#100) The access token must be at least 24 hours old to be refreshed');
    }
    const token = refresh(world, session);
    world.store.save();
    return sendJson(reply, 200, tokenReply(world, session, token));
  });
}

/** A new token beside the old one, or the same one prolonged: Meta does not say which. */
function refresh(world: World, { token, record, account }: Session): string {
  if (world.variants.refreshedToken === 'new') return issueToken(world, account.username, 'long');
  const now = world.clock.now();
  Object.assign(record, { issuedAt: now, expiresAt: now + longLivedSeconds(world, account.username) * 1000 });
  return token;
}

function tokenReply(world: World, { account }: Session, token: string): unknown {
  const expiresIn = longLivedSeconds(world, account.username);
  return { access_token: token, token_type: 'bearer', expires_in: expiresIn };
}
