import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SessionList1795760000000 } from '../../../server/src/platform/database/migrations/1795760000000-session-list';
import { OldDatabase } from '../../stand/old-database';
import { Stand } from '../../stand/stand';

const BEGAN = '2026-11-23T15:00:00.000Z';

const dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-stand-'));
let old: OldDatabase;

/** The keys that a server of this data folder makes at its first start. */
async function keysOfTheFolder(): Promise<{ name: string; wrapped: string }[]> {
  const empty = await OldDatabase.open();
  const stand = await Stand.open({ on: { dataDir, databaseUrl: empty.url } });
  try {
    return await stand.app.dataSource.query('select name, wrapped from keystore.service_key');
  } finally {
    await stand.close();
    await empty.close();
  }
}

/** Everything up to this migration, with two people who are signed in. */
beforeAll(async () => {
  old = await OldDatabase.open();
  await old.migrateUpTo(SessionList1795760000000);
  for (const { name, wrapped } of await keysOfTheFolder())
    await old.client.query(
      'insert into keystore.service_key (name, wrapped, created_at) values ($1, $2, $3)',
      [...[name, wrapped, BEGAN]],
    );
  for (const cookie of ['anas-session', 'beas-session']) {
    const id = randomUUID();
    await old.client.query(
      `insert into account (id, email_sealed, email_index, password_hash, time_zone, created_at)
       values ($1, 'v1', $2, 'x', $3, $4)`,
      [id, randomBytes(32), cookie.slice(0, 3) === 'ana' ? 'Asia/Tokyo' : 'UTC', BEGAN],
    );
    await old.client.query(
      'insert into session (id_hash, account_id, created_at, last_used_at) values ($1, $2, $3, $4)',
      [createHash('sha256').update(cookie).digest(), id, BEGAN, '2026-11-23T17:30:00Z'],
    );
  }
});
afterAll(async () => {
  await old.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it('lets everybody stay signed in; the password counts as typed when the session began', async () => {
  const stand = await Stand.open({ on: { dataDir, databaseUrl: old.url } });
  try {
    const seen = [];
    for (const cookie of ['anas-session', 'beas-session', 'nobodys-session']) {
      const { data } = await stand
        .visitor()
        .execute('{ viewer { timeZone } }', {}, { cookie: `sid=${cookie}` });
      seen.push(data.viewer);
    }
    expect(seen).toEqual([{ timeZone: 'Asia/Tokyo' }, { timeZone: 'UTC' }, null]);
    const rows: { id: string }[] = await stand.app.dataSource.query(
      'select id, confirmed_at, user_agent_sealed from session',
    );
    expect(rows).toEqual(
      [1, 2].map(() => ({
        id: expect.any(String),
        confirmed_at: new Date(BEGAN),
        user_agent_sealed: null,
      })),
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  } finally {
    await stand.close();
  }
});
