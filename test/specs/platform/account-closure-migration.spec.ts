import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { MIGRATIONS } from '../../../server/src/platform/database/migrations';

const name = `closure_${randomBytes(6).toString('hex')}`;
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

it('keeps what accounts and deletion requests had, and lets an account go', async () => {
  const closure = MIGRATIONS.findIndex((migration) => migration.name === 'AccountClosure1795620000000');
  expect(closure).toBeGreaterThan(0);
  const query = (statement: string) => client.query(statement);
  for (const Migration of MIGRATIONS.slice(0, closure)) await new Migration().up({ query } as never);

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

  for (const Migration of MIGRATIONS.slice(closure, closure + 1))
    await new Migration().up({ query } as never);
  expect(await rows()).toEqual(before);
  await client.query(letGo);
  await client.query('update deletion_subject set account_id = null, code_sealed = null');
});
