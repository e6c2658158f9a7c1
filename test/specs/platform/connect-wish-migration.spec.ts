import { randomBytes, randomUUID } from 'node:crypto';
import { ConnectWish1795805000000 } from '../../../server/src/platform/database/migrations/1795805000000-connect-wish';
import { OldDatabase } from '../../stand/old-database';

it('a connect that was begun before goes on, and asks for no more than every connect does', async () => {
  const old = await OldDatabase.open();
  try {
    await old.migrateUpTo(ConnectWish1795805000000);
    const account = randomUUID();
    await old.client.query(
      `insert into account (id, email_sealed, email_index, password_hash, time_zone, created_at)
       values ($1, 'v1', $2, 'x', 'UTC', $3)`,
      [account, randomBytes(32), '2026-11-23T15:00:00Z'],
    );
    const insert = `insert into connect_attempt (state_hash, account_id, session_hash, created_at, expires_at)
      values ($1, $2, $3, '2026-11-23T18:00:00Z', '2026-11-23T18:10:00Z')`;
    await old.client.query(insert, [randomBytes(32), account, randomBytes(32)]);
    await old.migrate(ConnectWish1795805000000);
    const { rows } = await old.client.query(
      'select account_id, comment_events, consumed_at from connect_attempt',
    );
    expect(rows).toEqual([{ account_id: account, comment_events: false, consumed_at: null }]);
    // From here on who begins one says which.
    await expect(old.client.query(insert, [randomBytes(32), account, randomBytes(32)])).rejects.toThrow(
      /comment_events/,
    );
  } finally {
    await old.close();
  }
});
