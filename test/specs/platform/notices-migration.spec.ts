import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { Notices1795730000000 } from '../../../server/src/platform/database/migrations/1795730000000-notices';
import { OldDatabase } from '../../stand/old-database';

let old: OldDatabase;
let client: Client;

beforeAll(async () => {
  old = await OldDatabase.open();
  client = old.client;
});
afterAll(() => old.close());

it('leaves accounts as they were, with an address that nobody confirmed, and tells nobody anything', async () => {
  await old.migrateUpTo(Notices1795730000000);
  const account = randomUUID();
  await client.query(
    `insert into account (id, email_sealed, email_index, password_hash, time_zone, created_at)
     values ($1, 'v1', $2, 'x', 'UTC', '2026-11-20T10:00:00Z')`,
    [account, randomBytes(32)],
  );
  const accounts = async () =>
    (await client.query("select to_jsonb(account) - 'email_verified_at' as row from account")).rows;
  const before = await accounts();

  await old.migrate(Notices1795730000000);
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
