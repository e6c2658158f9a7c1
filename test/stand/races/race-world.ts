import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type CallbackRoute, unixSeconds } from '../callbacks';
import { ANAS, givenPair, type Pair } from '../pair';
import type { Person } from '../person';
import { rowIdOf } from '../snapshot';
import { A_MONDAY, Stand } from '../stand';
import { watchStatements } from './track';

/** A row of any table. */
export interface Row {
  readonly table: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Keys that only grow, and what the libraries keep: the same before and after each run. */
const NOT_SAVED = ['public.migration', 'keystore.epoch', 'keystore.service_key', 'keystore.signing_key'];

/**
 * Ana and Bea, each with a connection and its analytics, in a database that is put back before each run. Both were granted
 * an hour before. What is asked of the app here stays on the track of whoever asks.
 */
export class RaceWorld {
  private constructor(
    readonly stand: Stand,
    readonly pair: Pair,
    /** A connection of its own to the database, which no lock of a flow holds up. */
    readonly monitor: Client,
    private readonly tables: readonly string[],
    private readonly restoring: string,
    /** Texts of Ana's rows that nothing may hold once her connection is erased. */
    readonly traces: readonly string[],
    /** Bea's account and her connection. */
    private readonly beas: readonly string[],
    private readonly ledger: readonly KeptFile[],
  ) {}

  /** The moment at which every run begins. */
  readonly openedAt = this.stand.clock.now();

  /** Bea's rows as they were when the world was opened. */
  neighboursBefore: readonly string[] = [];

  /** Opens one, with what `prepare` does to it; close it in `afterAll`. */
  static async open(prepare?: (stand: Stand, pair: Pair) => Promise<unknown>): Promise<RaceWorld> {
    // Not on a whole second: Meta's times are, ours are not.
    const stand = await Stand.open({ now: new Date(A_MONDAY.getTime() + 700) });
    // Instagram's answer to a withdrawal is Instagram's: here its grants live on, and the next run has the same.
    stand.sandbox.vary({ revocation: 'refused' });
    const pair = await givenPair(stand);
    stand.clock.advance({ hours: 1 });
    const beas = [rowIdOf(await pair.bea.accountId()), rowIdOf(pair.neighbour)];
    await prepare?.(stand, pair);
    const monitor = new Client({ connectionString: stand.env.DATABASE_URL });
    await monitor.connect();
    const tables = await tablesOf(monitor);
    await save(monitor, tables);
    watchStatements(stand.app.dataSource);
    const traces = await tracesOf(monitor, tables, rowIdOf(pair.connection));
    const world = new RaceWorld(
      stand,
      pair,
      monitor,
      tables,
      restoringOf(tables),
      traces,
      beas,
      ledgerOf(stand),
    );
    world.neighboursBefore = world.neighbours(await world.rows());
    return world;
  }

  /** Those of these rows that name Bea's account or her connection. */
  neighbours(rows: readonly Row[]): string[] {
    return rows
      .filter(({ text }) => this.beas.some((id) => text.includes(id)))
      .map(({ table, text }) => `${table} ${text}`);
  }

  /** Everything as it was when the world was opened. */
  async restore(): Promise<void> {
    await this.monitor.query(this.restoring);
    for (const { path } of ledgerOf(this.stand)) rmSync(path);
    for (const { path, bytes } of this.ledger) writeFileSync(path, bytes);
  }

  async close(): Promise<void> {
    await this.monitor.end();
    await this.stand.close();
  }

  /** A request of somebody's browser. */
  async ask(person: Person, method: 'GET' | 'POST', url: string, payload?: object) {
    const { host, origin } = new URL(this.stand.url);
    const cookie = `sid=${person.sessionId ?? ''}`;
    const headers = { host, cookie, ...(method === 'POST' ? { origin } : {}) };
    return this.stand.app.http.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
  }

  /** Meta's callback about Ana, issued now; answers what Meta gets. */
  async callBack(route: CallbackRoute): Promise<string> {
    const signed = this.stand.sandbox.sign({ account: ANAS, issuedAt: unixSeconds(this.stand.clock.now()) });
    const answer = await this.stand.app.http.inject({
      ...{ method: 'POST', url: route, payload: `signed_request=${signed}` },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    if (answer.statusCode !== 200) throw new Error(`${route} answered ${answer.statusCode}`);
    return answer.body;
  }

  /** Every row as it stands, the queue's too. */
  async rows(): Promise<Row[]> {
    const from = [...this.tables, 'graphile_worker._private_jobs'].map(
      (table) => `select '${table}' as "table", to_jsonb(t) as values, t::text as text from ${table} t`,
    );
    return (await this.monitor.query<Row>(`${from.join(' union all ')} order by 1, 3`)).rows;
  }

  /** The erasure of every request of a source, as its job does it. */
  async erase(source: 'META_CALLBACK' | 'DISCONNECT' | 'TRANSFER'): Promise<void> {
    const { rows } = await this.monitor.query<{ id: string }>(
      'select id from deletion_request where source = $1 order by id',
      [source],
    );
    for (const { id } of rows) await this.stand.app.jobs.perform('erase', { requestId: id });
  }
}

interface KeptFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The deletion ledger, which is no part of the database; the keys of its digests stay. */
function ledgerOf({ env }: Stand): KeptFile[] {
  const folder = env.LEDGER_PATH ?? join(env.DATA_DIR ?? '', 'ledger');
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return names.map((name) => ({ path: join(folder, name), bytes: readFileSync(join(folder, name)) }));
}

/** Every table of ours, with its schema. */
async function tablesOf(monitor: Client): Promise<string[]> {
  const { rows } = await monitor.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'keystore') and table_type = 'BASE TABLE' order by 1`,
  );
  return rows.map(({ name }) => name).filter((name) => !NOT_SAVED.includes(name));
}

const savedName = (table: string): string => `saved.${table.replace('.', '_')}`;

async function save(monitor: Client, tables: readonly string[]): Promise<void> {
  await monitor.query('create schema saved');
  for (const table of tables)
    await monitor.query(`create table ${savedName(table)} as select * from ${table}`);
}

/** One text of many statements, with the foreign keys put aside. */
function restoringOf(tables: readonly string[]): string {
  return [
    'begin',
    'set local session_replication_role = replica',
    'delete from graphile_worker._private_jobs',
    ...tables.flatMap((table) => [
      `delete from ${table}`,
      `insert into ${table} select * from ${savedName(table)}`,
    ]),
    'commit',
  ].join(';\n');
}

/** The id of a connection, and every sealed text and wrapped key of its own. */
async function tracesOf(monitor: Client, tables: readonly string[], connectionId: string): Promise<string[]> {
  const traces = new Set([connectionId]);
  for (const table of tables) {
    const { rows } = await monitor.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where position($1 in t::text) > 0`,
      [connectionId],
    );
    for (const { row } of rows) {
      if (table === 'keystore.data_key') traces.add(String(row.wrapped).replace('\\x', ''));
      for (const [column, value] of Object.entries(row))
        if (table === 'public.instagram_connection' && column.endsWith('_sealed')) traces.add(String(value));
    }
  }
  return [...traces];
}
