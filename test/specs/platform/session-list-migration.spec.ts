import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { MIGRATIONS } from '../../../server/src/platform/database/migrations';
import { SessionList1795760000000 } from '../../../server/src/platform/database/migrations/1795760000000-session-list';
import { Stand } from '../../stand/stand';

const server = process.env.TEST_DATABASE_URL ?? '';
const name = `sessions_${randomBytes(6).toString('hex')}`;
const url = new URL(server);
url.pathname = `/${name}`;
const dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-stand-'));

const BEGAN = '2026-11-23T15:00:00.000Z';

/** Everything up to this migration, with two people who are signed in. */
async function asItWasBefore(client: Client): Promise<void> {
  const query = (statement: string) => client.query(statement);
  await query(
    'create table migration (id serial primary key, "timestamp" bigint not null, name varchar not null)',
  );
  for (const Migration of MIGRATIONS.slice(0, MIGRATIONS.indexOf(SessionList1795760000000))) {
    const migration = new Migration();
    await migration.up({ query } as never);
    await client.query('insert into migration ("timestamp", name) values ($1, $2)', [
      migration.name.slice(-13),
      migration.name,
    ]);
  }
  for (const cookie of ['anas-session', 'beas-session']) {
    const id = randomUUID();
    await client.query(
      `insert into account (id, email_sealed, email_index, password_hash, time_zone, created_at)
       values ($1, 'v1', $2, 'x', $3, $4)`,
      [id, randomBytes(32), cookie.slice(0, 3) === 'ana' ? 'Asia/Tokyo' : 'UTC', BEGAN],
    );
    await client.query(
      'insert into session (id_hash, account_id, created_at, last_used_at) values ($1, $2, $3, $4)',
      [createHash('sha256').update(cookie).digest(), id, BEGAN, '2026-11-23T17:30:00Z'],
    );
  }
}

async function on(database: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  await on(server, (client) => client.query(`create database ${name}`));
  await on(url.href, asItWasBefore);
});
afterAll(async () => {
  await on(server, (client) => client.query(`drop database ${name} with (force)`));
  rmSync(dataDir, { recursive: true, force: true });
});

it('lets everybody stay signed in; the password counts as typed when the session began', async () => {
  const stand = await Stand.open({ on: { dataDir, databaseUrl: url.href } });
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
