import type { Parameter, SentStatement } from './wire-tap.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** What a value of the recorded requests becomes in SQL, given `:k`, the number of the transaction. */
export type Known = ReadonlyMap<string, string>;

/** The key under which a parameter is known. */
export function keyOf(value: string | Buffer): string {
  return typeof value === 'string' ? value : value.toString('hex');
}

/** A row id that is different for each transaction, and the same for `salt`. */
export const numberedId = (salt: string): string =>
  `('${salt.padStart(8, '0')}-0000-4000-8000-' || lpad(:k::text, 12, '0'))::uuid`;

/** Bytes that are different for each transaction: the 32 of a digest. */
export const numberedDigest = (salt: string): string => `sha256(convert_to('${salt}' || :k::text, 'UTF8'))`;

/**
 * Turns the statements that the server sent for one request into a pgbench script that sends them for another one each
 * time: the same statements in the same round trips. What was different in a second recorded request (ids, digests) is
 * computed from the transaction's number; everything else is as it was sent.
 */
export function pgbenchScript(
  one: readonly SentStatement[],
  other: readonly SentStatement[],
  known: Known,
): string {
  const values = new Values(known);
  const lines = ['\\set n :n + 1', '\\set k :client_id * :each + :n'];
  for (const [index, statement] of one.entries()) {
    const twin = other[index];
    if (twin?.text !== statement.text) throw new Error('the server sent other statements the second time');
    const [before, after] = [one[index - 1]?.roundTrip, one[index + 1]?.roundTrip];
    const [withBefore, withAfter] = [before === statement.roundTrip, after === statement.roundTrip];
    if (withAfter && !withBefore) lines.push('\\startpipeline');
    lines.push(`${inline(statement, (n) => values.sql(statement.parameters[n], twin.parameters[n]))};`);
    if (withBefore && !withAfter) lines.push('\\endpipeline');
  }
  return `${lines.join('\n')}\n`;
}

function inline({ text }: SentStatement, sqlOf: (index: number) => string): string {
  return text.replaceAll(/\$(\d+)/g, (_, n) => sqlOf(Number(n) - 1)).replaceAll(/\s+/g, ' ');
}

class Values {
  private readonly sqlOf: Map<string, string>;

  constructor(known: Known) {
    this.sqlOf = new Map(known);
  }

  sql(value: Parameter | undefined, other: Parameter | undefined): string {
    if (value === null || value === undefined) return 'null';
    const found = this.sqlOf.get(keyOf(value));
    if (found !== undefined) return found;
    const different = other !== null && other !== undefined && keyOf(value) !== keyOf(other);
    if (Buffer.isBuffer(value)) {
      return different ? this.learn(keyOf(value), numberedDigest) : `'\\x${value.toString('hex')}'::bytea`;
    }
    if (!different) return quote(value);
    const id = UUID.exec(value)?.[0];
    if (id === undefined) return quote(value);
    const sql = this.sqlOf.get(id) ?? this.learn(id, numberedId);
    if (id === value) return sql;
    const parts = value.split(id).map((part) => quote(part));
    return `(${parts.join(` || (${sql})::text || `)})`;
  }

  private learn(key: string, make: (salt: string) => string): string {
    const sql = make(String(this.sqlOf.size));
    this.sqlOf.set(key, sql);
    return sql;
  }
}

/** pgbench takes a colon before a letter for a variable, even in quotes; what the server sends has none but in times. */
function quote(text: string): string {
  const literal = `'${text.replaceAll("'", "''")}'`;
  return literal.replaceAll(/:(?=[A-Za-z_])/g, "' || chr(58) || '");
}
