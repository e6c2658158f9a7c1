import { type Known, keyOf, numberedDigest, numberedId } from '../lib/pgbench-script.ts';
import type { Installation } from './installation.ts';
import {
  ACCOUNTS,
  COMPUTED,
  CONNECTIONS,
  COPIES,
  DAYS,
  DIGESTS,
  KEYS,
  MEMBERS,
  RESTORE,
  TABLES,
} from './people-sql.ts';

/** The server's people are found by the true digests of their ids, pgbench's by digests that SQL can compute. */
const INDEXES = ['exchange-user', 'app-scoped', 'professional'] as const;
type Side = 'server' | 'pgbench';
const SALT = {
  server: { account: 'a1', connection: 'c1' },
  pgbench: { account: 'a2', connection: 'c2' },
} as const satisfies Record<Side, unknown>;

/** As many people for the server as for pgbench, each with one connection of 400 days. */
export class People {
  private emptyTables: readonly string[] = [];
  private known: Known = new Map();

  private readonly installation: Installation;
  readonly each: number;

  constructor(installation: Installation, each: number) {
    this.installation = installation;
    this.each = each;
  }

  /** The id that Instagram would send for the server's person number `k`. */
  userId(k: number): string {
    return `17841400${String(k).padStart(9, '0')}`;
  }

  /** Stores them all, and keeps a copy to begin each run with. The server must have started once. */
  async settle(): Promise<void> {
    const { client, appId } = this.installation;
    await using opened = await this.installation.open();
    const digests = INDEXES.map((kind) =>
      Array.from({ length: this.each }, (_, k) => opened.keys.blindIndex(kind, this.userId(k))),
    );
    await client.query('create schema bench');
    await client.query(MEMBERS);
    await client.query(DIGESTS, [...digests, SALT.server.account, SALT.server.connection]);
    await client.query(COMPUTED, [this.each, SALT.pgbench.account, SALT.pgbench.connection]);
    await client.query(ACCOUNTS);
    await client.query(CONNECTIONS, [appId]);
    const { rows: accounts } = await client.query<{ id: string }>('select id from account order by id');
    await opened.dataSource.transaction(async (tx) => {
      for (const { id } of accounts) {
        await opened.vault.createKey(tx, { kind: 'account', subjectId: id, generation: 0 });
      }
    });
    await client.query(KEYS);
    await client.query(DAYS);
    await client.query(COPIES);
    this.emptyTables = await this.tablesWithoutRows();
    this.known = new Map([
      ...INDEXES.map((kind): [string, string] => [
        keyOf(opened.keys.blindIndex(kind, this.userId(0))),
        numberedDigest(kind),
      ]),
      [idOfFirst('account'), numberedId(SALT.pgbench.account)],
      [idOfFirst('connection'), numberedId(SALT.pgbench.connection)],
    ]);
    await client.query('vacuum analyze');
  }

  /** What is known of the server's first person, as SQL for pgbench's person number `:k`. */
  knownOfFirst(): Known {
    return this.known;
  }

  /** Everything as it was settled: nobody was deleted, nothing was recorded, nothing is left to write. */
  async restore(): Promise<void> {
    const { client } = this.installation;
    // The log of receipts refuses to lose anything, even the nothing that is in it here.
    await client.query('set session_replication_role = replica');
    await client.query(`truncate ${this.emptyTables.join(', ')}`);
    await client.query('reset session_replication_role');
    await client.query(RESTORE);
    await client.query('vacuum keystore.data_key, instagram_connection, account');
    await client.query('checkpoint');
  }

  private async tablesWithoutRows(): Promise<string[]> {
    const { client } = this.installation;
    const { rows } = await client.query<{ name: string }>(TABLES);
    const empty: string[] = [];
    for (const { name } of rows) {
      if ((await client.query(`select 1 from ${name} limit 1`)).rowCount === 0) empty.push(name);
    }
    return empty;
  }
}

const idOfFirst = (what: 'account' | 'connection'): string =>
  `${SALT.server[what].padStart(8, '0')}-0000-4000-8000-000000000000`;
