import type { FastifyInstance } from 'fastify';
import { ExchangeError, unsupported } from './refusals.ts';
import { requireAccount } from './seed.ts';
import type { CodeRecord } from './state.ts';
import { digest, issueToken } from './tokens.ts';
import { bareNumber, sendJson, texts } from './wire.ts';
import type { World } from './world.ts';

const CODE_LIFE_MS = 3_600_000;

/** `POST /oauth/access_token`: a code against a token of one hour (meta-contract, section 2). */
export function exchangeRoutes(http: FastifyInstance, world: World): void {
  http.post('/oauth/access_token', { config: { route: 'exchange' } }, async (request, reply) => {
    const form = texts(request.body);
    const record = redeem(world, form);
    const token = issueToken(world, record.account, 'short');
    record.used = true;
    world.store.save();
    return sendJson(reply, 200, exchangeReply(world, record, token));
  });
  http.get('/oauth/access_token', { config: { route: 'exchange' } }, async () => {
    throw unsupported('get');
  });
}

/** The record of a code that this form may redeem; throws what Meta says otherwise. A refused form leaves the code as it was. */
function redeem(world: World, form: ReturnType<typeof texts>): CodeRecord {
  if (form.client_id !== world.app.id) throw new ExchangeError('Invalid platform app');
  if (form.client_secret !== world.app.secret) throw new ExchangeError('Error validating client secret.');
  if (form.grant_type !== 'authorization_code') throw new ExchangeError('Invalid grant type');
  const record = world.store.state.codes[digest(form.code ?? '')];
  if (record === undefined || record.appId !== world.app.id) {
    throw new ExchangeError('Matching code was not found or was already used');
  }
  if (record.redirectUri !== form.redirect_uri) {
    throw new ExchangeError(
      'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
    );
  }
  if (record.used) throw new ExchangeError('This authorization code has been used');
  if (world.clock.now() >= record.issuedAt + CODE_LIFE_MS) {
    throw new ExchangeError('This authorization code has expired');
  }
  return record;
}

function exchangeReply(world: World, record: CodeRecord, token: string): unknown {
  const { exchangeIdentity, exchangePermissions, exchangeUserId, exchangeWrapper } = world.variants;
  const account = requireAccount(record.account);
  const id = exchangeIdentity === 'separate' ? account.exchangeId : account.appScopedId;
  const permissions = exchangePermissions === 'string' ? record.scopes.join(',') : record.scopes;
  const entry = {
    access_token: token,
    user_id: exchangeUserId === 'number' ? bareNumber(id) : id,
    ...(exchangePermissions === 'absent' ? {} : { permissions }),
  };
  return exchangeWrapper === 'data' ? { data: [entry] } : entry;
}
