import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { MIGRATIONS } from '../../../server/src/platform/database/migrations';

const name = `notices_${randomBytes(6).toString('hex')}`;
const server = process.env.TEST_DATABASE_URL ?? '';
const url = new URL(server);
url.pathname = `/${name}`;
let client: Client;

beforeAll(async () => {
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  client = new Client({ connectionString: url.href });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

it('leaves accounts as they were, with an address that nobody confirmed, and tells nobody anything', async () => {
  const at = MIGRATIONS.findIndex((migration) => migration.name === 'Notices1795730000000');
  expect(at).toBeGreaterThan(0);
  const query = (statement: string) => client.query(statement);
  for (const Migration of MIGRATIONS.slice(0, at)) await new Migration().up({ query } as never);
  const account = randomUUID();
  await client.query(
    `insert into account (id, email_sealed, email_index, password_hash, time_zone, created_at)
     values ($1, 'v1', $2, 'x', 'UTC', '2026-11-20T10:00:00Z')`,
    [account, randomBytes(32)],
  );
  const accounts = async () =>
    (await client.query("select to_jsonb(account) - 'email_verified_at' as row from account")).rows;
  const before = await accounts();

  for (const Migration of MIGRATIONS.slice(at, at + 1)) await new Migration().up({ query } as never);
  expect(await accounts()).toEqual(before);
  expect((await client.query('select email_verified_at from account')).rows).toEqual([
    { email_verified_at: null },
  ]);
  for (const table of ['notice', 'mail', 'muted_notice', 'development_mail', 'known_device'])
    expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
  // What is told goes with the account.
  await client.query(
    `insert into notice (id, account_id, kind, dedupe_key, told_at) values ($1, $2, 'NEW_DEVICE', $3, now())`,
    [randomUUID(), account, randomBytes(32)],
  );
  await client.query('delete from account');
  expect((await client.query('select from notice')).rowCount).toBe(0);
});
