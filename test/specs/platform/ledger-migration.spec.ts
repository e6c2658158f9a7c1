import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { Tombstones1795600000000 } from '../../../server/src/platform/database/migrations/1795600000000-tombstones';
import { Ledger1795610000000 } from '../../../server/src/platform/database/migrations/1795610000000-ledger';
import { OldDatabase } from '../../stand/old-database';

let old: OldDatabase;
let client: Client;

beforeAll(async () => {
  old = await OldDatabase.open();
  client = old.client;
});
afterAll(() => old.close());

it('gives receipts of before the time of their request, and keeps every row', async () => {
  await old.migrateUpTo(Tombstones1795600000000);
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

  await old.migrate(Tombstones1795600000000);
  await old.migrate(Ledger1795610000000);
  const { rows } = await client.query('select jws, completed_at from receipt');
  expect(rows).toEqual([{ jws: 'a.b.c', completed_at: new Date('2026-11-20T10:03:30.123Z') }]);
  expect((await client.query('select code_sealed from deletion_subject')).rows).toEqual([
    { code_sealed: 'v1.sealed' },
  ]);
});
