import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Device, Sessions, Viewer } from '../../features/account';
import type { AnalyticsFeature, SyncState } from '../../features/analytics';
import { clientNetwork } from '../client-address';
import type { SessionCookie } from '../session-cookie';
import { unauthenticated } from './errors';

/** Two years of every metric for several connections; past it an answer would be megabytes. */
const MOST_ANALYTICS_VALUES = 50_000;

/** What a resolver knows about the request it serves. */
export interface Context {
  readonly requestId: string;
  /** Who is signed in; changes when a mutation signs in or out. */
  viewer: Viewer | null;
  /** Whom public attempts are counted for. */
  readonly network: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Values of analytics that this operation may still ask for. */
  analyticsValuesLeft: number;
  /** How far collecting analytics is, for many connections in one query. */
  readonly syncStates: DataLoader<string, SyncState>;
}

/** The viewer, or the refusal that goes to somebody who is not signed in. */
export function requireViewer(context: Context): Viewer {
  if (context.viewer === null) throw unauthenticated();
  return context.viewer;
}

/** The browser behind a request. */
export const deviceOf = ({ request }: Context): Device => ({
  userAgent: request.headers['user-agent'] ?? null,
});

/** Makes the context of each request: who asks, and loaders that live as long as it. */
export function contextFactory(cookie: SessionCookie, sessions: Sessions, analytics: AnalyticsFeature) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const sessionId = cookie.read(request);
    return {
      requestId: request.id,
      viewer: sessionId === null ? null : await sessions.find(sessionId),
      network: clientNetwork(request.ip),
      request,
      reply,
      analyticsValuesLeft: MOST_ANALYTICS_VALUES,
      syncStates: new DataLoader(async (ids) => {
        const states = await analytics.readSyncStates(ids);
        return ids.map((id) => states.get(id) ?? new Error('a connection has no sync state'));
      }),
    };
  };
}
