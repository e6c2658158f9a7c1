import { randomBytes, randomUUID } from 'node:crypto';
import { InstagramEvents1795780000000 } from '../../../server/src/platform/database/migrations/1795780000000-instagram-events';
import { PermissionUses1795790000000 } from '../../../server/src/platform/database/migrations/1795790000000-permission-uses';
import { EventSubscriptions1795795000000 } from '../../../server/src/platform/database/migrations/1795795000000-event-subscriptions';
import { OldDatabase } from '../../stand/old-database';

const BEGAN = '2026-11-23T15:00:00.000Z';
const account = randomUUID();
const connections = [randomUUID(), randomUUID()];
let old: OldDatabase;

/** An account with two connections, from before there were events. */
beforeAll(async () => {
  old = await OldDatabase.open();
  await old.migrateUpTo(InstagramEvents1795780000000);
  await old.client.query(
    `insert into account (id, email_sealed, email_index, password_hash, time_zone, created_at)
     values ($1, 'v1', $2, 'x', 'UTC', $3)`,
    [account, randomBytes(32), BEGAN],
  );
  for (const id of connections)
    await old.client.query(
      `insert into instagram_connection (id, account_id, app_id, generation, exchange_user_id_sealed,
         exchange_user_index, app_scoped_id_sealed, app_scoped_index, professional_id_sealed, professional_index,
         username_sealed, granted_permissions, connected_at, granted_at)
       values ($1, $2, '1', 3, 'v1', $3, 'v1', $3, 'v1', $3, 'v1', '{BASIC,MANAGE_COMMENTS}', $4, $4)`,
      [id, account, randomBytes(32), BEGAN],
    );
});
afterAll(() => old.close());

const rows = async () =>
  (
    await old.client.query('select * from instagram_connection order by array_position($1, id)', [
      connections,
    ])
  ).rows;

it('leaves connections from before as they are, and subscribed to nothing', async () => {
  const before = await rows();
  expect(before).toHaveLength(2);
  await old.migrate(InstagramEvents1795780000000);
  await old.migrate(PermissionUses1795790000000);
  await old.migrate(EventSubscriptions1795795000000);
  expect(await rows()).toEqual(
    before.map((row) => ({ ...row, subscribed_generation: null, subscription_refused_at: null })),
  );
  for (const table of ['instagram_event', 'permission_use'])
    expect((await old.client.query(`select * from ${table}`)).rows).toEqual([]);
});

it('takes an event once, and none of a connection that is not there', async () => {
  const insert = (connection: string, index: string) =>
    old.client.query("insert into instagram_event values ($1, $2, $3, 'COMMENT', null, $4)", [
      ...[randomUUID(), connection, Buffer.from(index), BEGAN],
    ]);
  const [ana = '', bea = ''] = connections;
  await insert(ana, 'one');
  await insert(bea, 'one');
  await expect(insert(ana, 'one')).rejects.toThrow('instagram_event_once');
  await expect(insert(randomUUID(), 'two')).rejects.toThrow('instagram_event_connection_fkey');
});
