import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { giveGrant } from './grants.ts';
import { typeOf } from './manners.ts';
import { accountChoicePage, consentPage } from './pages/consent.ts';
import { sendPage } from './pages/layout.ts';
import { PageError } from './refusals.ts';
import { BASIC, parseScopes } from './scopes.ts';
import { type Account, accounts, findAccount } from './seed.ts';
import { digest } from './tokens.ts';
import { textList, texts } from './wire.ts';
import type { World } from './world.ts';

type Fields = ReturnType<typeof texts>;

/** A checked authorization request. */
export interface AuthorizationRequest {
  clientId: string;
  redirectUri: string;
  scopes: string[];
  state: string | undefined;
}

/**
 * `/oauth/authorize` (meta-contract, section 1): who are you, then what do you allow, then back to the app. What Instagram
 * does not send back ends on a page with status 400.
 */
export function authorizeRoutes(http: FastifyInstance, world: World): void {
  http.get('/oauth/authorize', { config: { route: 'authorize' } }, async (request, reply) =>
    showPage(world, reply, texts(request.query)),
  );
  http.post('/oauth/authorize', { config: { route: 'authorize' } }, async (request, reply) => {
    const fields = texts(request.body);
    if (fields.decision === undefined) return showPage(world, reply, fields);
    const asked = readRequest(world, fields);
    const account = chosenAccount(world, fields.account ?? '');
    if (fields.decision !== 'allow') return goBack(reply, asked, cancelled);
    const ticked = textList(request.body, 'permission');
    const scopes = asked.scopes.filter((scope) => scope === BASIC || ticked.includes(scope));
    const code = issueCode(world, account, asked, scopes);
    return goBack(reply, asked, { code }, '#_');
  });
}

function showPage(world: World, reply: FastifyReply, fields: Fields): FastifyReply {
  const asked = readRequest(world, fields);
  if (fields.account === undefined) return sendPage(reply, 200, accountChoicePage(world, asked, accounts));
  return sendPage(reply, 200, consentPage(world, asked, chosenAccount(world, fields.account)));
}

function readRequest(world: World, fields: Fields): AuthorizationRequest {
  const { client_id: clientId, redirect_uri: redirectUri, response_type: type, scope, state } = fields;
  if (clientId !== world.app.id) throw new PageError('Invalid platform app: no app has this client_id.');
  if (redirectUri === undefined || !world.app.redirectUris.includes(redirectUri)) {
    throw new PageError(
      'Invalid redirect_uri: it is not one of the addresses that the app registered, letter for letter.',
    );
  }
  if (type !== 'code') throw new PageError('Invalid response_type: it has to be "code".');
  const scopes = parseScopes(scope ?? '');
  if (scopes === null) {
    throw new PageError(
      `Invalid scope: it names a permission that there is none of, or leaves out ${BASIC}.`,
    );
  }
  return { clientId, redirectUri, scopes, state };
}

function chosenAccount(world: World, username: string): Account {
  const account = findAccount(username);
  if (account === undefined) throw new PageError('There is no such account.');
  if (typeOf(world, account) === 'PERSONAL' && world.variants.personalAccounts === 'error_page') {
    throw new PageError(
      `@${account.username} is a personal account. Apps can be connected to professional accounts only.`,
    );
  }
  return account;
}

/** A code of one use. The grant begins here, with the person's click. */
function issueCode(world: World, account: Account, asked: AuthorizationRequest, scopes: string[]): string {
  const code = `AQB${randomBytes(90).toString('base64url')}`;
  world.handedOut.push(code);
  giveGrant(world, account.username, scopes);
  world.store.state.codes[digest(code)] = {
    account: account.username,
    appId: world.app.id,
    redirectUri: asked.redirectUri,
    scopes,
    issuedAt: world.clock.now(),
    used: false,
  };
  world.store.save();
  return code;
}

const cancelled = {
  error: 'access_denied',
  error_reason: 'user_denied',
  error_description: 'The user denied your request',
};

/** Sends the person back to the app, its address unchanged and `state` as it came. */
function goBack(
  reply: FastifyReply,
  { redirectUri, state }: AuthorizationRequest,
  answer: Record<string, string>,
  fragment = '',
): FastifyReply {
  const query = new URLSearchParams({ ...answer, ...(state === undefined ? {} : { state }) });
  const glue = redirectUri.includes('?') ? '&' : '?';
  return reply.redirect(`${redirectUri}${glue}${query}${fragment}`, 303);
}
