/** What happens in a story of one Instagram account. `repeat` is the newest callback before it, byte for byte once more. */
export type Act = 'deauthorize' | 'delete' | 'disconnect' | 'reconnect' | 'repeat';

/** When the acts of a story happen, in whole seconds, and when its jobs run. */
export interface Clocks {
  /** Between two acts. */
  readonly gap: number;
  /** How long a callback is under way: it was issued so long before it arrives. */
  readonly lag: number;
  readonly jobs: 'after each act' | 'at the end';
}

export type Outcome = 'REMOVED' | 'NOTHING_HELD' | 'KEPT';

/** What a deletion request must say when it is completed. */
export interface ExpectedRequest {
  readonly source: 'META_CALLBACK' | 'DISCONNECT';
  readonly ACCESS_KEYS: Outcome;
  readonly INSTAGRAM_IDENTITY: Outcome;
  readonly ANALYTICS: Outcome;
  /** It joined an erasure that was under way, and removed nothing of its own. */
  readonly joined: boolean;
}

interface Connection {
  grantedAt: number;
  state: 'ACTIVE' | 'DEAUTHORIZED' | 'CUT' | 'GONE';
  analytics: boolean;
  hadToken: boolean;
  cutBy: Request | null;
}

interface Request {
  readonly source: ExpectedRequest['source'];
  readonly erases: Connection[];
  readonly joins: Connection[];
  readonly keeps: Connection[];
}

/** Grants up to so many seconds after a callback was issued may be older than it: the clocks differ. */
const WINDOW = 300;

/**
 * What `product.md` promises of each ending, as simply as it can be said: an oracle that shares nothing with the server. One
 * Instagram account, held by one account; it was granted at second 0 and its analytics were fetched.
 */
export class Model {
  private readonly connections: Connection[] = [
    { grantedAt: 0, state: 'ACTIVE', analytics: true, hadToken: true, cutBy: null },
  ];
  private readonly requests: Request[] = [];

  /** Lets an act happen; the request that it leads to, if any, counted from 0: an older one when it is answered again. */
  act(act: Exclude<Act, 'repeat'>, at: number, clocks: Clocks): number | null {
    const issuedAt = at - clocks.lag;
    const request = {
      deauthorize: () => this.deauthorize(issuedAt),
      delete: () => this.delete(issuedAt),
      disconnect: () => this.disconnect(),
      reconnect: () => this.reconnect(at),
    }[act]();
    if (clocks.jobs === 'after each act') this.runJobs();
    return request === null ? null : this.requests.indexOf(request);
  }

  /** Analytics are fetched with a living token; what was cut is erased. */
  runJobs(): void {
    for (const connection of this.connections) {
      if (connection.state === 'ACTIVE') connection.analytics = true;
      if (connection.state === 'CUT') connection.state = 'GONE';
    }
  }

  /** The connection that the person sees, by its number, and whether its analytics are there; null for none. */
  get shown(): { number: number; status: 'ACTIVE' | 'DEAUTHORIZED'; analytics: boolean } | null {
    const number = this.connections.findIndex(({ state }) => state === 'ACTIVE' || state === 'DEAUTHORIZED');
    const one = this.connections[number];
    if (one === undefined || one.state === 'CUT' || one.state === 'GONE') return null;
    return { number, status: one.state, analytics: one.analytics };
  }

  get expected(): ExpectedRequest[] {
    return this.requests.map(({ source, erases, joins, keeps }) => {
      const erased = [...erases, ...joins];
      const held = (removed: boolean): Outcome => {
        if (erased.length > 0) return removed ? 'REMOVED' : 'NOTHING_HELD';
        return keeps.length > 0 ? 'KEPT' : 'NOTHING_HELD';
      };
      return {
        source,
        ACCESS_KEYS: held(erased.some(({ hadToken }) => hadToken)),
        INSTAGRAM_IDENTITY: held(true),
        ANALYTICS: held(erased.some(({ analytics }) => analytics)),
        joined: erases.length === 0 && joins.length > 0,
      };
    });
  }

  /** Tokens go at once, everything else stays. In the window Instagram is asked, and a later grant is alive. */
  private deauthorize(issuedAt: number): null {
    for (const connection of this.connections)
      if (connection.state === 'ACTIVE' && connection.grantedAt <= issuedAt)
        connection.state = 'DEAUTHORIZED';
    return null;
  }

  /** Everything goes, unless it was granted clearly later. */
  private delete(issuedAt: number): Request {
    const request: Request = { source: 'META_CALLBACK', erases: [], joins: [], keeps: [] };
    for (const connection of this.connections.filter(({ state }) => state !== 'GONE')) {
      if (connection.state === 'CUT') request.joins.push(connection);
      else if (connection.grantedAt - issuedAt > WINDOW) request.keeps.push(connection);
      else this.cut(connection, request);
    }
    this.requests.push(request);
    return request;
  }

  /** What the person sees goes; with nothing to see, the newest that went is asked about again. */
  private disconnect(): Request | null {
    const { shown } = this;
    if (shown === null) return this.connections.at(-1)?.cutBy ?? null;
    const request: Request = { source: 'DISCONNECT', erases: [], joins: [], keeps: [] };
    const connection = this.connections[shown.number];
    if (connection !== undefined) this.cut(connection, request);
    this.requests.push(request);
    return request;
  }

  /** The same connection with a new grant, or a new one if the old one was cut. */
  private reconnect(at: number): null {
    const { shown } = this;
    const connection = shown === null ? undefined : this.connections[shown.number];
    if (connection !== undefined) Object.assign(connection, { grantedAt: at, state: 'ACTIVE' });
    else
      this.connections.push({
        ...{ grantedAt: at, state: 'ACTIVE', analytics: false, hadToken: true, cutBy: null },
      });
    return null;
  }

  private cut(connection: Connection, request: Request): void {
    connection.hadToken = connection.state === 'ACTIVE';
    connection.state = 'CUT';
    connection.cutBy = request;
    request.erases.push(connection);
  }
}
