import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { buildApp } from '../../../server/src/app';
import { readConfig } from '../../../server/src/platform/config/read-config';
import { silentLog } from '../../../server/src/platform/log';
import { copyOf, createSpecDatabase, type SpecDatabase } from '../../stand/database';
import { givenPair, type Pair } from '../../stand/pair';
import { rowIdOf, rowsWith } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let live: SpecDatabase;
let backup: SpecDatabase;
let dataDir: string;
let stand: Stand;
let pair: Pair;
let account: string;

const start = async (database: SpecDatabase, now?: Date) => {
  stand = await Stand.open({ on: { dataDir, databaseUrl: database.url }, ...(now && { now }) });
};

/** A backup of this moment; the server goes on after it. */
async function takeBackup(): Promise<void> {
  await stand.close();
  backup = await copyOf(live);
  await start(live, stand.clock.now());
  stand.clock.advance({ hours: 1 });
}

/** The backup in the place of the database, replayed by the operator and started. */
async function restore(): Promise<void> {
  await stand.close();
  const { config, secrets } = readConfig({ ...stand.env, DATABASE_URL: backup.url }, dataDir);
  const app = await buildApp(config, secrets, { log: silentLog, clock: stand.clock, replaying: true });
  await app.operator.replay(false, () => {});
  await app.close();
  await start(backup, stand.clock.now());
  // What Instagram answered is not in the ledger: it is waited for no longer than otherwise.
  stand.clock.advance({ hours: 1 });
  await stand.drain();
  await stand.run('tidy');
}

/** The key store was not lost: what was destroyed since the backup stays destroyed. */
async function keepLivingKeys(): Promise<void> {
  const client = new Client({ connectionString: backup.url });
  await client.connect();
  await client.query('delete from keystore.data_key where subject_id = any($1)', [
    [account, rowIdOf(pair.connection)],
  ]);
  await client.end();
}

/** Ana's account, deleted with its connection; answers the code. */
async function deleteAnas(): Promise<string> {
  const ana = pair.ana.at(stand);
  await ana.signIn();
  return (await ana.deleteAccount()).data.deleteAccount.deletionStatus.confirmationCode;
}

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-closure-replay-'));
  live = await createSpecDatabase();
  await start(live);
  pair = await givenPair(stand);
  account = rowIdOf(await pair.ana.accountId());
});
afterEach(async () => {
  await stand.close();
  await live.drop();
  await backup.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

it.each([
  'before it was deleted',
  'before it was deleted, with the living keys',
  'between its deletion and the job',
  'before a deletion whose job never ran',
])('no row names a deleted account after a restore of a backup from %s', async (when) => {
  if (!when.startsWith('between')) await takeBackup();
  const code = await deleteAnas();
  if (when.startsWith('between')) await takeBackup();
  if (!when.endsWith('never ran')) await stand.drain();
  else {
    // A start tells the ledger what waits, and runs no job.
    await stand.close();
    await start(live, stand.clock.now());
  }
  const status = await stand.visitor().deletionStatus(code);
  if (when.endsWith('living keys')) await keepLivingKeys();
  await restore();

  expect(await rowsWith(stand.app.dataSource, account)).toEqual({});
  expect(await stand.visitor().deletionStatus(code)).toMatchObject({
    state: 'COMPLETED',
    source: 'ACCOUNT_CLOSURE',
  });
  if (status.state === 'COMPLETED')
    expect(await stand.visitor().deletionStatus(code)).toMatchObject({ categories: status.categories });
  const ana = pair.ana.at(stand);
  expect((await ana.signIn()).userErrors).toMatchObject([{ __typename: 'WrongCredentials' }]);
  const bea = pair.bea.at(stand);
  await bea.signIn();
  expect(await bea.connections()).toMatchObject([{ status: 'ACTIVE' }]);
});
