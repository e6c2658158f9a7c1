import { createHash, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { AccountClosure1795620000000 } from '../../../server/src/platform/database/migrations/1795620000000-account-closure';
import { OldDatabase } from '../../stand/old-database';

let old: OldDatabase;
let client: Client;

beforeAll(async () => {
  old = await OldDatabase.open();
  client = old.client;
});
afterAll(() => old.close());

it('keeps what accounts and deletion requests had, and lets an account go', async () => {
  await old.migrateUpTo(AccountClosure1795620000000);

  const [account, request, connection] = [randomUUID(), randomUUID(), randomUUID()];
  const index = createHash('sha256').update('an address').digest();
  await client.query(
    `insert into account (id, email_sealed, email_index, password_hash, time_zone, created_at)
     values ($1, 'v1', $2, 'x', 'UTC', '2026-11-20T10:00:00Z')`,
    [account, index],
  );
  await client.query(
    `insert into deletion_request (id, code_hash, source, requested_at, access_withdrawal)
     values ($1, $2, 'DISCONNECT', '2026-11-20T10:00:00Z', 'REFUSED')`,
    [request, index],
  );
  await client.query(
    `insert into deletion_subject (request_id, connection_id, account_id, code_sealed, part) values ($1, $2, $3, 'v1', 'erase')`,
    [request, connection, account],
  );
  const rows = async () => [
    ...(await client.query('select id, email_index from account')).rows,
    ...(await client.query('select account_id, code_sealed, part from deletion_subject')).rows,
  ];
  const before = await rows();
  const letGo = 'update account set email_index = null';
  await expect(client.query(letGo)).rejects.toThrow('not-null');

  await old.migrate(AccountClosure1795620000000);
  expect(await rows()).toEqual(before);
  await client.query(letGo);
  await client.query('update deletion_subject set account_id = null, code_sealed = null');
});
