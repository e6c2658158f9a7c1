import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { ENTITIES } from '../../server/src/entities';
import { createDataSource } from '../../server/src/platform/database/data-source';
import { migrateQueue } from '../../server/src/platform/jobs/runner';
import { Secret } from '../../server/src/platform/secret';

const TEMPLATE = 'sociogenie_template';
const TEMPLATE_LOCK = 77_001;

/** A database of a spec's own, cloned from one that was migrated once in this run. */
export interface SpecDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Clones a database for a spec file; takes some tens of milliseconds. */
export async function createSpecDatabase(): Promise<SpecDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined)
    throw new Error('TEST_DATABASE_URL is missing: run specs through test/jest.config.mjs');
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await withClient(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTemplate(client, server);
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  return {
    url: urlOf(server, name),
    drop: () =>
      withClient(server, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** A copy of a database as it is at this moment, which nobody may be using: what a backup would bring back. */
export async function copyOf({ url }: SpecDatabase): Promise<SpecDatabase> {
  const server = urlOf(url, 'postgres');
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const original = new URL(url).pathname.slice(1);
  await withClient(server, (client) =>
    client.query(`create database ${name} template ${original}`).then(() => {}),
  );
  return {
    url: urlOf(url, name),
    drop: () =>
      withClient(server, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** Does something while the database answers nobody, as if its server were gone. */
export async function withDatabaseAway(databaseUrl: string, work: () => Promise<void>): Promise<void> {
  const name = new URL(databaseUrl).pathname.slice(1);
  await withClient(urlOf(databaseUrl, 'postgres'), async (client) => {
    await client.query(`alter database ${name} allow_connections false`);
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    try {
      await work();
    } finally {
      await client.query(`alter database ${name} allow_connections true`);
    }
  });
}

async function ensureTemplate(client: Client, server: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
  if (rowCount === 1) return;
  const draft = `${TEMPLATE}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft}`);
  const url = new Secret(urlOf(server, draft));
  await migrateQueue(url);
  const dataSource = createDataSource({ url, entities: ENTITIES, poolSize: 1 });
  await dataSource.initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  await client.query(`alter database ${draft} rename to ${TEMPLATE}`);
}

async function withClient(server: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
