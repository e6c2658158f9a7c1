import type { FastifyRequest } from 'fastify';
import { texts } from './wire.ts';

/** A request that reached one of Meta's routes. Values are kept only of parameters that name no person and open nothing. */
export interface Call {
  at: string;
  route: RouteName;
  method: string;
  /** The path with its ids replaced, such as `/:version/:id/insights`. */
  path: string;
  account: string | null;
  /** How the token came. */
  token: 'bearer' | 'parameter' | 'none';
  parameters: Record<string, string>;
  /** Null while it runs, and when the connection was dropped. */
  status: number | null;
}

/** The names by which faults and the call list speak of routes. */
export const routeNames = [
  'authorize',
  'exchange',
  'long_lived',
  'refresh',
  'profile',
  'insights',
  'subscribe',
  'unsubscribe',
  'revoke',
] as const;
export type RouteName = (typeof routeNames)[number];

const harmless = [
  'breakdown',
  'fields',
  'force_reauth',
  'grant_type',
  'metric',
  'metric_type',
  'period',
  'response_type',
  'scope',
  'since',
  'subscribed_fields',
  'timeframe',
  'until',
];

const MOST_KEPT = 10_000;

/** The calls received, oldest first, the newest ten thousand. */
export class CallLog {
  readonly list: Call[] = [];

  /** Notes a request on its arrival; the answer's status is filled in later. */
  add(request: FastifyRequest, route: RouteName, account: string | null, atMs: number): Call {
    const fields = { ...texts(request.query), ...texts(request.body) };
    const bearer = request.headers.authorization?.startsWith('Bearer ') === true;
    const call: Call = {
      at: new Date(atMs).toISOString(),
      route,
      method: request.method,
      path: request.routeOptions.url?.replace(/\(.*?\)(?=\/|$)/g, '') ?? '',
      account,
      token: bearer ? 'bearer' : fields.access_token === undefined ? 'none' : 'parameter',
      parameters: Object.fromEntries(harmless.flatMap((name) => entry(name, fields[name]))),
      status: null,
    };
    this.list.push(call);
    if (this.list.length > MOST_KEPT) this.list.shift();
    return call;
  }

  clear(): void {
    this.list.length = 0;
  }
}

function entry(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}
