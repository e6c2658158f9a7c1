import { Client, type ClientConfig } from 'pg';

/** Statements that one connection keeps: what the code can say is far less, but for lists of changing lengths. */
const MOST = 250;

interface Prepared {
  readonly name: string;
  readonly text: string;
}

/**
 * A connection that lets PostgreSQL prepare each statement which is sent a second time, so that it is parsed and planned
 * once and not at every call. Whoever sends statements as text with parameters (TypeORM) need not know of it.
 */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const names = new Map<string, Prepared>();
    this.query = new Proxy(this.query, {
      apply: (send, self, args) => Reflect.apply(send, self, withName(names, args)),
    });
  }
}

/** Only text with parameters is repeated; `begin`, `commit` and migrations are sent as they are. */
function withName(names: Map<string, Prepared>, args: unknown[]): unknown[] {
  const [text, values, ...rest] = args;
  if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return args;
  const prepared = names.get(text);
  if (prepared === undefined) {
    if (names.size < MOST) names.set(text, { name: `s${names.size}`, text });
    return args;
  }
  return [{ ...prepared }, values, ...rest];
}
