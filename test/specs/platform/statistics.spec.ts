import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DATA_MAP } from '../../../server/src/data-map';
import { ENTITIES } from '../../../server/src/entities';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { MIGRATIONS } from '../../../server/src/platform/database/migrations';
import { Secret } from '../../../server/src/platform/secret';
import { givenPair } from '../../stand/pair';
import { Stand } from '../../stand/stand';

type DataSource = ReturnType<typeof createDataSource>;

/** Sealed columns and blind indexes, of which the planner must keep no sample. */
const personal = DATA_MAP.tables.flatMap(({ name, columns }) =>
  columns.filter(({ form }) => form !== 'clear').map((column) => `${name}.${column.name}`),
);

/** Every column that the planner holds a sample of. */
async function sampled(dataSource: DataSource): Promise<string[]> {
  await dataSource.query('analyze');
  const rows: { place: string }[] = await dataSource.query(
    `select case when schemaname = 'public' then '' else schemaname || '.' end || tablename || '.' || attname as place
     from pg_stats where schemaname in ('public', 'keystore')`,
  );
  return rows.map(({ place }) => place);
}

it('are kept of no sealed column and of no blind index, whatever the rows', async () => {
  const stand = await Stand.open();
  try {
    const pair = await givenPair(stand);
    await pair.ana.disconnect(pair.connection);
    await stand.drain();
    const places = await sampled(stand.app.dataSource);
    expect(places).toEqual(
      expect.arrayContaining(['account.time_zone', 'instagram_connection.id', 'deletion_subject.part']),
    );
    expect(
      places
        .filter((place) => personal.includes(place))
        .map((place) => `${place}: add "alter column … set statistics 0" to its migration.`),
    ).toEqual([]);
    const on: { place: string }[] = await stand.app.dataSource.query(
      `select case nspname when 'public' then '' else nspname || '.' end || relname || '.' || attname as place
       from pg_attribute join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
       where relkind = 'r' and attnum > 0 and not attisdropped and attstattarget is distinct from 0`,
    );
    expect(on.map(({ place }) => place).filter((place) => personal.includes(place))).toEqual([]);
  } finally {
    await stand.close();
  }
});

describe('that an earlier version kept', () => {
  const name = `statistics_${randomBytes(6).toString('hex')}`;
  const server = process.env.TEST_DATABASE_URL ?? '';
  const url = new URL(server);
  url.pathname = `/${name}`;
  let dataSource: DataSource;

  beforeAll(async () => {
    await onServer(`create database ${name}`);
    dataSource = createDataSource({ url: new Secret(url.href), entities: ENTITIES, poolSize: 2 });
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await onServer(`drop database ${name} with (force)`);
  });

  it('are dropped by the migration, and the rows and indexes stay', async () => {
    const [first, second] = MIGRATIONS;
    const runner = dataSource.createQueryRunner();
    await new first().up(runner);
    await dataSource.query(
      `insert into account (id, email_sealed, email_index, password_hash, time_zone, created_at)
       select gen_random_uuid(), 'v1.sealed.' || n, decode(md5(n::text), 'hex'), 'hash', 'UTC', '2026-11-23'
       from generate_series(1, 20000) n`,
    );
    await dataSource.query(
      `insert into instagram_connection (id, account_id, app_id, generation, exchange_user_id_sealed,
         exchange_user_index, app_scoped_id_sealed, app_scoped_index, professional_id_sealed, professional_index,
         username_sealed, granted_permissions, connected_at, granted_at, token_sealed)
       select gen_random_uuid(), id, 'app', 1, email_sealed, email_index, email_sealed, email_index, email_sealed,
         email_index, email_sealed, '{}', created_at, created_at, email_sealed from account`,
    );
    expect(await sampled(dataSource)).toEqual(
      expect.arrayContaining(['account.email_sealed', 'instagram_connection.app_scoped_index']),
    );
    const rows = () =>
      dataSource.query('select md5(string_agg(t::text, $1 order by t::text)) from account t', ['']);
    const indexes = () =>
      dataSource.query("select indexdef from pg_indexes where schemaname = 'public' order by 1");
    const files = () =>
      dataSource.query(
        `select relname, pg_relation_filenode(oid) from pg_class
         where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')
           and oid not in (select indexrelid from pg_index where indpred is not null) order by 1`,
      );
    const before = [await rows(), await indexes(), await files()];

    await new second().up(runner);
    await runner.release();
    const [{ count }] = await dataSource.query(
      "select count(*)::int as count from pg_stats where attname ~ '_(sealed|index)$' and schemaname = 'public'",
    );
    expect(count).toBe(0);
    expect((await sampled(dataSource)).filter((place) => personal.includes(place))).toEqual([]);
    // No row was rewritten; of the indexes only the two partial ones were built again.
    expect([await rows(), await indexes(), await files()]).toEqual(before);
    const plan: { 'QUERY PLAN': string }[] = await dataSource.query(
      "explain select * from instagram_connection where exchange_user_index = decode(md5('7'), 'hex')",
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('connection_exchange_user');
  });

  async function onServer(statement: string): Promise<void> {
    const client = new Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
});
