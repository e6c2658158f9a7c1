import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Sessions, Viewer } from '../../features/account';
import type { ConnectOutcome, OAuthReturn } from '../../features/connection';
import type { Log } from '../../platform/log';
import { toPublicId } from '../graphql/ids';
import type { SessionCookie } from '../session-cookie';

export interface OAuthReturnDependencies {
  readonly publicUrl: string;
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  readonly log: Log;
  readonly finish: (viewer: Viewer | null, returned: OAuthReturn) => Promise<ConnectOutcome>;
}

/** Something of ours broke on the way: nobody knows here whether the grant was stored before that. */
type Broken = { readonly kind: 'broken' };

/**
 * Where Instagram sends the browser back to. Whatever happens, the person ends on the integrations screen with one
 * word for the outcome in the address, and the address that held the code is left at once. What only this browser is to
 * know stands after the `#`, which no browser sends to a server: it is in no log and stored nowhere.
 */
export function oauthReturn(deps: OAuthReturnDependencies) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const query = new URL(request.url, deps.publicUrl).searchParams;
    const returned = {
      state: query.get('state') ?? '',
      code: query.get('code'),
      error: query.get('error'),
    };
    const outcome = await finish(deps, request, returned);
    const address = new URL('/integrations', deps.publicUrl);
    address.searchParams.set('connect', outcome.kind);
    if ('connectionId' in outcome) {
      address.searchParams.set('connection', toPublicId('conn', outcome.connectionId));
    }
    const aside = asideOf(outcome);
    if (aside !== null) address.hash = new URLSearchParams(aside).toString();
    return reply.header('cache-control', 'no-store').redirect(address.href, 302);
  };
}

/** For a wrong account the handle that came; for one that is held elsewhere what it takes to ask for it. */
function asideOf(outcome: ConnectOutcome | Broken): Record<string, string> | null {
  if (outcome.kind === 'wrong-account') return { as: outcome.actual };
  if (outcome.kind === 'taken' && outcome.proof !== null) return { proof: outcome.proof };
  return null;
}

async function finish(
  deps: OAuthReturnDependencies,
  request: FastifyRequest,
  returned: OAuthReturn,
): Promise<ConnectOutcome | Broken> {
  try {
    const sessionId = deps.cookie.read(request);
    const viewer = sessionId === null ? null : await deps.sessions.find(sessionId);
    return await deps.finish(viewer, returned);
  } catch (error) {
    deps.log.error('connect.failed', {}, error);
    return { kind: 'broken' };
  }
}
