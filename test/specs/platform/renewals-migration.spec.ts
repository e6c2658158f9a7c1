import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { FirstTables1795400000000 } from '../../../server/src/platform/database/migrations/1795400000000-first-tables';
import { Renewals1795700000000 } from '../../../server/src/platform/database/migrations/1795700000000-renewals';

const DAY = 86_400_000;
const server = process.env.TEST_DATABASE_URL ?? '';
const name = `renewals_migration_${randomBytes(6).toString('hex')}`;
const url = new URL(server);
url.pathname = `/${name}`;

async function on<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: database });
  await client.connect();
  return work(client).finally(() => client.end());
}

beforeAll(() => on(server, (client) => client.query(`create database ${name}`)));
afterAll(() => on(server, (client) => client.query(`drop database ${name} with (force)`)));

const GRANTED = new Date('2026-11-01T10:00:00.000Z');
const at = (days: number) => new Date(GRANTED.getTime() + days * DAY);

/** A connection as an earlier version left it. */
async function givenConnection(client: Client, change: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  const row: Record<string, unknown> = {
    ...{ id, account_id: randomUUID(), app_id: '1', generation: 1, granted_permissions: [] },
    ...{ exchange_user_id_sealed: 'v1', app_scoped_id_sealed: 'v1', professional_id_sealed: 'v1' },
    ...{ exchange_user_index: randomBytes(8), app_scoped_index: randomBytes(8), username_sealed: 'v1' },
    ...{ professional_index: randomBytes(8), connected_at: GRANTED, granted_at: GRANTED },
    ...{ token_sealed: 'v1', token_expires_at: at(60), ...change },
  };
  const names = Object.keys(row);
  await client.query(
    `insert into instagram_connection (${names}) values (${names.map((_, index) => `$${index + 1}`)})`,
    Object.values(row),
  );
  return id;
}

it('plans the renewals of the tokens that were there before, spread, and of no other', async () => {
  await on(url.href, async (client) => {
    const runner = { query: (statement: string) => client.query(statement) } as never;
    await new FirstTables1795400000000().up(runner);
    await client.query('alter table instagram_connection drop constraint instagram_connection_account_fkey');
    const expected: [id: string, days: number][] = [];
    for (let index = 0; index < 20; index += 1) expected.push([await givenConnection(client, {}), 7]);
    expected.push([await givenConnection(client, { token_expires_at: at(25) }), 5]);
    expected.push([await givenConnection(client, { token_expires_at: at(3) }), 1]);
    await givenConnection(client, { token_sealed: null, token_expires_at: null, deauthorized_at: at(1) });
    await givenConnection(client, { cut_at: at(1) });
    await new Renewals1795700000000().up(runner);
    const { rows } = await client.query(
      'select connection_id as id, due_at as due, attempts from token_renewal',
    );
    expect(rows.map(({ id }) => id).sort()).toEqual(expected.map(([id]) => id).sort());
    for (const [id, days] of expected) {
      const row = rows.find((one) => one.id === id);
      expect(row.attempts).toBe(0);
      expect(row.due.getTime()).toBeGreaterThanOrEqual(at(days).getTime());
      expect(row.due.getTime()).toBeLessThan(at(days + 0.5).getTime());
    }
    expect(new Set(rows.map(({ due }) => due.getTime())).size).toBeGreaterThan(15);
  });
});
