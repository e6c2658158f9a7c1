import type DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../../features/account';
import type { SyncState } from '../../features/analytics';
import { unauthenticated } from './errors';

/** What a resolver knows about the request it serves. */
export interface Context {
  readonly requestId: string;
  /** Who is signed in; changes when a mutation signs in or out. */
  viewer: Viewer | null;
  readonly ip: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** How far collecting analytics is, for many connections in one query. */
  readonly syncStates: DataLoader<string, SyncState>;
}

/** The viewer, or the refusal that goes to somebody who is not signed in. */
export function requireViewer(context: Context): Viewer {
  if (context.viewer === null) throw unauthenticated();
  return context.viewer;
}
