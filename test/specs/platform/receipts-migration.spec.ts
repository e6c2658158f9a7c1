import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { FirstTables1795400000000 } from '../../../server/src/platform/database/migrations/1795400000000-first-tables';
import { check, claimsOf, downloadReceipt, publicKeys } from '../../stand/receipt';
import { Stand } from '../../stand/stand';

const server = process.env.TEST_DATABASE_URL ?? '';
const name = `receipts_${randomBytes(6).toString('hex')}`;
const url = new URL(server);
url.pathname = `/${name}`;
const dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-stand-'));

const COMPLETED = 'COMPLETEDAAAAAAAAAAAAAAAAA';
const OPEN = 'OPENAAAAAAAAAAAAAAAAAAAAAA';

/** What the first version left: one request it completed, and one that waits for its job. */
async function asTheFirstVersionLeftIt(client: Client): Promise<void> {
  const query = (statement: string) => client.query(statement);
  await new FirstTables1795400000000().up({ query } as never);
  await query(
    'create table migration (id serial primary key, "timestamp" bigint not null, name varchar not null)',
  );
  await query(`insert into migration ("timestamp", name) values (1795400000000, 'FirstTables1795400000000')`);
  for (const [code, completedAt] of [
    [COMPLETED, '2026-11-20T10:03:30Z'],
    [OPEN, null],
  ]) {
    await client.query(
      `insert into deletion_request (id, code_hash, source, requested_at, keys_removed_at, completed_at, access_withdrawal)
       values ($1, $2, 'DISCONNECT', '2026-11-20T10:02:00Z', '2026-11-20T10:02:00Z', $3, 'REFUSED')`,
      [
        randomUUID(),
        createHash('sha256')
          .update(code ?? '')
          .digest(),
        completedAt,
      ],
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
  await on(url.href, asTheFirstVersionLeftIt);
});
afterAll(async () => {
  await on(server, (client) => client.query(`drop database ${name} with (force)`));
  rmSync(dataDir, { recursive: true, force: true });
});

it('gives receipts to what the first version completed, and to nothing else', async () => {
  const stand = await Stand.open({ on: { dataDir, databaseUrl: url.href } });
  try {
    const document = await downloadReceipt(stand, COMPLETED);
    expect(check(document, await publicKeys(stand))).toEqual({
      ...{ signature: true, inclusion: true, checkpoint: true },
    });
    expect(claimsOf(document.receipt)).toMatchObject({
      ...{ requested_at: '2026-11-20T10:02Z', completed_at: '2026-11-20T10:03Z', policy: null },
      ...{ meta_revocation: 'refused', iat: Date.parse('2026-11-23T18:00:00Z') / 1000 },
    });
    expect(await stand.visitor().deletionStatus(OPEN)).toMatchObject({ receipt: null, completedAt: null });
    const rows = await stand.app.dataSource.query('select count(*)::int as count from receipt');
    expect(rows).toEqual([{ count: 1 }]);
  } finally {
    await stand.close();
  }
});
