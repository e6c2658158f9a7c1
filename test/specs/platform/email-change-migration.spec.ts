import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { EmailChange1795830000000 } from '../../../server/src/platform/database/migrations/1795830000000-email-change';
import { OldDatabase } from '../../stand/old-database';

let old: OldDatabase;
let client: Client;

beforeAll(async () => {
  old = await OldDatabase.open();
  client = old.client;
});
afterAll(() => old.close());

it('leaves accounts and their mails as they were, and changes the address of none', async () => {
  await old.migrateUpTo(EmailChange1795830000000);
  const account = randomUUID();
  await client.query(
    `insert into account (id, email_sealed, email_index, email_verified_at, password_hash, time_zone, created_at)
     values ($1, 'v1', $2, '2026-11-20T11:00:00Z', 'x', 'UTC', '2026-11-20T10:00:00Z')`,
    [account, randomBytes(32)],
  );
  await client.query(
    `insert into mail (id, account_id, purpose, state, intended_at, link_hash, link_ends_at)
     values ($1, $2, 'RESET_PASSWORD', 'SENT', '2026-11-20T10:00:00Z', $3, '2026-11-20T10:30:00Z')`,
    [randomUUID(), account, randomBytes(32)],
  );
  const rows = async () => ({
    accounts: (await client.query('select to_jsonb(account) as row from account')).rows,
    mails: (await client.query("select to_jsonb(mail) - 'to_sealed' as row from mail")).rows,
  });
  const before = await rows();

  await old.migrate(EmailChange1795830000000);
  expect(await rows()).toEqual(before);
  expect((await client.query('select to_sealed from mail')).rows).toEqual([{ to_sealed: null }]);
  expect((await client.query('select from email_change')).rowCount).toBe(0);
  // A change that waits goes with the account, and an account has one.
  const insert = `insert into email_change values ('${account}', 'v1', '2026-11-20T12:00:00Z')`;
  await client.query(insert);
  await expect(client.query(insert)).rejects.toThrow('email_change_pkey');
  await client.query('delete from account');
  expect((await client.query('select from email_change')).rowCount).toBe(0);
});
