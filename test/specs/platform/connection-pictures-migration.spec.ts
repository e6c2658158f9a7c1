import { randomBytes, randomUUID } from 'node:crypto';
import { ConnectionPictures1795820000000 } from '../../../server/src/platform/database/migrations/1795820000000-connection-pictures';
import { OldDatabase } from '../../stand/old-database';

const BEGAN = '2026-11-23T15:00:00.000Z';
let old: OldDatabase;
beforeAll(async () => {
  old = await OldDatabase.open();
});
afterAll(() => old.close());

it('leaves the connections of before as they are, and gives each room for one picture, which goes before it', async () => {
  await old.migrateUpTo(ConnectionPictures1795820000000);
  const [account, connection] = [randomUUID(), randomUUID()];
  await old.client.query(
    `insert into account (id, email_sealed, email_index, password_hash, time_zone, created_at)
     values ($1, 'v1', $2, 'x', 'UTC', $3)`,
    [account, randomBytes(32), BEGAN],
  );
  await old.client.query(
    `insert into instagram_connection (id, account_id, app_id, generation, exchange_user_id_sealed, exchange_user_index,
       app_scoped_id_sealed, app_scoped_index, professional_id_sealed, professional_index, username_sealed,
       granted_permissions, connected_at, granted_at)
     values ($1, $2, '1', 1, 'v1', $3, 'v1', $3, 'v1', $3, 'v1', '{BASIC}', $4, $4)`,
    [connection, account, randomBytes(32), BEGAN],
  );
  const before = (await old.client.query('select * from instagram_connection')).rows;
  await old.migrate(ConnectionPictures1795820000000);
  expect((await old.client.query('select * from instagram_connection')).rows).toEqual(before);
  expect((await old.client.query('select * from connection_picture')).rows).toEqual([]);
  const insert = 'insert into connection_picture (connection_id, due_at) values ($1, $2)';
  await old.client.query(insert, [connection, BEGAN]);
  await expect(old.client.query(insert, [connection, BEGAN])).rejects.toThrow('connection_picture_pkey');
  await expect(old.client.query(insert, [randomUUID(), BEGAN])).rejects.toThrow(
    'connection_picture_connection_fkey',
  );
  await expect(old.client.query('delete from instagram_connection')).rejects.toThrow(
    'connection_picture_connection_fkey',
  );
});
