import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NoStatistics1795500000000 } from '../../../server/src/platform/database/migrations/1795500000000-no-statistics';
import { OldDatabase } from '../../stand/old-database';
import { check, claimsOf, downloadReceipt, publicKeys } from '../../stand/receipt';
import { Stand } from '../../stand/stand';

const dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-stand-'));
let old: OldDatabase;

const COMPLETED = 'COMPLETEDAAAAAAAAAAAAAAAAA';
const OPEN = 'OPENAAAAAAAAAAAAAAAAAAAAAA';

/** What the first version left: one request it completed, and one that waits for its job. */
beforeAll(async () => {
  old = await OldDatabase.open();
  await old.migrateUpTo(NoStatistics1795500000000);
  for (const [code, completedAt] of [
    [COMPLETED, '2026-11-20T10:03:30Z'],
    [OPEN, null],
  ]) {
    await old.client.query(
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
});
afterAll(async () => {
  await old.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it('gives receipts to what the first version completed, and to nothing else', async () => {
  const stand = await Stand.open({ on: { dataDir, databaseUrl: old.url } });
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
