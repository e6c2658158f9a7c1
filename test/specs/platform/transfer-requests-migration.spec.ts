import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { TransferRequests1795810000000 } from '../../../server/src/platform/database/migrations/1795810000000-transfer-requests';
import { OldDatabase } from '../../stand/old-database';

let old: OldDatabase;
let client: Client;

beforeAll(async () => {
  old = await OldDatabase.open();
  client = old.client;
});
afterAll(() => old.close());

it('leaves accounts and connections as they were, and lets each connection be asked for once', async () => {
  await old.migrateUpTo(TransferRequests1795810000000);
  const [holder, claimant, other, connection] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  for (const account of [holder, claimant, other])
    await client.query(
      `insert into account (id, email_sealed, email_index, password_hash, time_zone, created_at)
       values ($1, 'v1', $2, 'x', 'UTC', '2026-11-20T10:00:00Z')`,
      [account, randomBytes(32)],
    );
  await client.query(
    `insert into instagram_connection (id, account_id, app_id, generation, exchange_user_id_sealed, exchange_user_index,
       app_scoped_id_sealed, app_scoped_index, professional_id_sealed, professional_index, username_sealed,
       granted_permissions, connected_at, granted_at)
     values ($1, $2, '1', 1, 'v1', $3, 'v1', $3, 'v1', $3, 'v1', '{}', '2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z')`,
    [connection, holder, randomBytes(32)],
  );
  const rows = async () =>
    (
      await client.query(
        'select account::text as row from account union all select c::text from instagram_connection c',
      )
    ).rows;
  const before = await rows();

  await old.migrate(TransferRequests1795810000000);
  expect(await rows()).toEqual(before);
  const ask = (account: string) =>
    client.query(
      `insert into transfer_request (id, account_id, connection_id, proved_at, asked_at, answer_by)
       values ($1, $2, $3, '2026-11-23T18:00:00Z', '2026-11-23T18:00:00Z', '2026-11-26T18:00:00Z')`,
      [randomUUID(), account, connection],
    );
  await ask(claimant);
  await expect(ask(other)).rejects.toThrow('transfer_request_connection');
  // It goes with whoever asked, and a connection does not go while it is asked for.
  await expect(client.query('delete from instagram_connection')).rejects.toThrow(
    'transfer_request_connection_fkey',
  );
  await client.query('delete from account where id = $1', [claimant]);
  expect((await client.query('select from transfer_request')).rowCount).toBe(0);
});
