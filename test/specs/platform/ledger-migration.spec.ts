import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { MIGRATIONS } from '../../../server/src/platform/database/migrations';
import { Tombstones1795600000000 } from '../../../server/src/platform/database/migrations/1795600000000-tombstones';
import { Ledger1795610000000 } from '../../../server/src/platform/database/migrations/1795610000000-ledger';

const server = process.env.TEST_DATABASE_URL ?? '';
const name = `ledger_${randomBytes(6).toString('hex')}`;
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

it('gives receipts of before the time of their request, and keeps every row', async () => {
  const runner = { query: (statement: string) => client.query(statement) } as never;
  const earlier = MIGRATIONS.filter(
    (migration) => migration !== Tombstones1795600000000 && migration !== Ledger1795610000000,
  );
  for (const Migration of earlier) {
    if (Number(Migration.name.slice(-13)) < 1795600000000) await new Migration().up(runner);
  }
  const [id, account, connection] = [randomUUID(), randomUUID(), randomUUID()];
  await client.query(
    `insert into deletion_request (id, code_hash, source, requested_at, completed_at, access_withdrawal)
     values ($1, $2, 'DISCONNECT', '2026-11-20T10:02:00Z', '2026-11-20T10:03:30.123Z', 'REFUSED')`,
    [id, randomBytes(32)],
  );
  await client.query('insert into deletion_subject values ($1, $2, $3, $4, $5)', [
    ...[id, connection, account, 'v1.sealed', 'erase'],
  ]);
  await client.query('insert into receipt_leaf values (0, $1, $2, $3)', [randomBytes(32), '', 'a note']);
  await client.query('insert into receipt values ($1, $2, $3, 0)', [id, 'a.b.c', randomBytes(32)]);

  await new Tombstones1795600000000().up(runner);
  await new Ledger1795610000000().up(runner);
  const { rows } = await client.query('select jws, completed_at from receipt');
  expect(rows).toEqual([{ jws: 'a.b.c', completed_at: new Date('2026-11-20T10:03:30.123Z') }]);
  expect((await client.query('select code_sealed from deletion_subject')).rows).toEqual([
    { code_sealed: 'v1.sealed' },
  ]);
});
