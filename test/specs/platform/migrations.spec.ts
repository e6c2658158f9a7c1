import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { ENTITIES } from '../../../server/src/entities';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { Secret } from '../../../server/src/platform/secret';

const server = process.env.TEST_DATABASE_URL ?? '';
const name = `migrations_${randomBytes(6).toString('hex')}`;
const url = new URL(server);
url.pathname = `/${name}`;
const dataSource = createDataSource({ url: new Secret(url.href), entities: ENTITIES, poolSize: 2 });

beforeAll(async () => {
  await onServer(`create database ${name}`);
  await dataSource.initialize();
  await dataSource.runMigrations();
});

afterAll(async () => {
  await dataSource.destroy();
  await onServer(`drop database ${name} with (force)`);
});

it('leaves nothing to do between the migrations and the entities', async () => {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

it('runs once', async () => {
  expect(await dataSource.runMigrations()).toEqual([]);
});

it('only goes forward: nothing that is stored is dropped by a step back', async () => {
  await expect(dataSource.undoLastMigration()).rejects.toThrow('only go forward');
  expect(await tables()).toContain('public.instagram_connection');
});

it('keeps the keys in a schema of their own, tied to no other table', async () => {
  const keys = (await tables()).filter((table) => table.startsWith('keystore.'));
  expect(keys).toEqual(['keystore.data_key', 'keystore.epoch', 'keystore.service_key']);
  const ties: unknown[] = await dataSource.query(
    `select conname from pg_constraint
     where contype = 'f'
       and (conrelid::regclass::text like 'keystore.%' or confrelid::regclass::text like 'keystore.%')`,
  );
  expect(ties).toEqual([]);
});

it('asks the database for no time and no id', async () => {
  const defaults: { place: string }[] = await dataSource.query(
    `select table_name || '.' || column_name || ' ' || column_default as place
     from information_schema.columns
     where table_schema in ('public', 'keystore') and column_default is not null and table_name <> 'migration'`,
  );
  expect(defaults.filter(({ place }) => /now|timestamp|uuid|random/i.test(place))).toEqual([]);
});

async function tables(): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('public', 'keystore') order by 1`,
  );
  return rows.map((row) => row.name);
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
