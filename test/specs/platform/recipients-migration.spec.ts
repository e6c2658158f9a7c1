import { randomBytes, randomUUID } from 'node:crypto';
import { DeletionRecipients1795800000000 } from '../../../server/src/platform/database/migrations/1795800000000-deletion-recipients';
import { OldDatabase } from '../../stand/old-database';

let old: OldDatabase;
beforeAll(async () => {
  old = await OldDatabase.open();
  await old.migrateUpTo(DeletionRecipients1795800000000);
});
afterAll(() => old.close());

it('receipts of before count nobody, and are owed no addendum', async () => {
  const { client } = old;
  const request = randomUUID();
  const at = '2026-11-20T10:02:00Z';
  await client.query(
    `insert into deletion_request (id, code_hash, source, requested_at, completed_at, access_withdrawal)
     values ($1, $2, 'DISCONNECT', $3, $3, 'ACCEPTED')`,
    [request, randomBytes(32), at],
  );
  await client.query("insert into receipt_leaf values (0, $1, '', 'a checkpoint')", [randomBytes(32)]);
  await client.query(
    "insert into receipt (request_id, jws, salt, leaf_index, completed_at) values ($1, 'a.b.c', $2, 0, $3)",
    [request, randomBytes(32), at],
  );
  await new DeletionRecipients1795800000000().up({
    query: (statement: string) => client.query(statement),
  } as never);
  const { rows } = await client.query('select jws, recipient_count, addendum from receipt');
  expect(rows).toEqual([{ jws: 'a.b.c', recipient_count: 0, addendum: null }]);

  // And a recipient goes with the record of its request.
  await client.query(
    `insert into deletion_recipient (id, request_id, connection_ids, attempts, ends_at)
     values ($1, $2, '{}', 0, $3)`,
    [randomUUID(), request, at],
  );
  await client.query('delete from receipt');
  await client.query('delete from deletion_request');
  expect((await client.query('select 1 from deletion_recipient')).rows).toEqual([]);
});
