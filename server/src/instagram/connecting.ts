import type { HttpRequest } from '../platform/http';
import { Secret } from '../platform/secret';
import { addressBelow, type Endpoints } from './endpoints';
import { type CallLine, call } from './graph-call';
import type { Instagram, LongLivedToken, Reply } from './instagram';
import { toScope } from './permissions';
import { LongLivedTokenReply, ShortLivedGrantReply } from './replies';

interface AppCredentials {
  readonly appId: string;
  readonly appSecret: Secret;
  /** How long a refresh may take. Longer than other calls by default: whether the old token outlives a missed answer is not documented. */
  readonly refreshWithinMs?: number;
}

/**
 * Arriving and staying: consent, code, short-lived token, long-lived token, a fresh one later (Meta's "Business login for Instagram"). The token
 * endpoints take secret and token as parameters only.
 */
export function connecting(
  http: CallLine,
  endpoints: Endpoints,
  { appId, appSecret, refreshWithinMs = 90_000 }: AppCredentials,
): Pick<Instagram, 'authorizationUrl' | 'redeemCode' | 'extendToken' | 'refreshToken'> {
  const longLived = async (request: HttpRequest): Promise<Reply<LongLivedToken>> => {
    const reply = await call(http, request, LongLivedTokenReply);
    if (!reply.ok) return reply;
    const { access_token, expires_in } = reply.value;
    return { ok: true, value: { token: new Secret(access_token), expiresInSeconds: expires_in } };
  };
  return {
    authorizationUrl({ state, redirectUri, permissions }) {
      const url = new URL(endpoints.authorizeUrl);
      url.searchParams.set('client_id', appId);
      url.searchParams.set('redirect_uri', redirectUri);
      url.searchParams.set('response_type', 'code');
      url.searchParams.set('scope', toScope(permissions));
      url.searchParams.set('state', state);
      return url.href;
    },

    async redeemCode({ code, redirectUri }) {
      const form = new URLSearchParams({
        client_id: appId,
        client_secret: appSecret.reveal(),
        grant_type: 'authorization_code',
        redirect_uri: redirectUri,
        // Instagram appends `#_` to the address; it sticks to a code that was copied rather than redirected.
        code: code.replace(/#_$/, ''),
      });
      const url = addressBelow(endpoints.apiUrl, 'oauth/access_token');
      const reply = await call(http, { method: 'POST', url, form }, ShortLivedGrantReply);
      if (!reply.ok) return reply;
      const { access_token, user_id, permissions } = reply.value;
      return {
        ok: true,
        value: {
          token: new Secret(access_token),
          exchangeUserId: user_id,
          permissions: permissions ?? null,
        },
      };
    },

    extendToken(shortLived) {
      const url = addressBelow(endpoints.graphUrl, 'access_token', {
        grant_type: 'ig_exchange_token',
        client_secret: appSecret.reveal(),
        access_token: shortLived.reveal(),
      });
      return longLived({ method: 'GET', url });
    },

    refreshToken(token) {
      const url = addressBelow(endpoints.graphUrl, 'refresh_access_token', {
        grant_type: 'ig_refresh_token',
        access_token: token.reveal(),
      });
      return longLived({ method: 'GET', url, totalMs: refreshWithinMs });
    },
  };
}
