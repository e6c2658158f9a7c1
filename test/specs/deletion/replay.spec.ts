import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { buildApp, type Overrides } from '../../../server/src/app';
import { readConfig } from '../../../server/src/platform/config/read-config';
import { silentLog } from '../../../server/src/platform/log';
import { requestDeletion } from '../../stand/callbacks';
import { copyOf, createSpecDatabase, type SpecDatabase } from '../../stand/database';
import { ANAS, givenPair, type Pair } from '../../stand/pair';
import type { Person } from '../../stand/person';
import { check, downloadReceipt, keysAfterRotation, publicKeys } from '../../stand/receipt';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

let live: SpecDatabase;
let backup: SpecDatabase;
let dataDir: string;
let stand: Stand;
let pair: Pair;
let cleo: Person;

const start = async (database: SpecDatabase, now?: Date) => {
  stand = await Stand.open({ on: { dataDir, databaseUrl: database.url }, ...(now && { now }) });
};
const go = async (database: SpecDatabase, days = 0) => {
  await stand.close();
  stand.clock.advance({ days });
  await start(database, stand.clock.now());
};
const again = async (person: Person): Promise<Person> => {
  const same = person.at(stand);
  await same.signIn();
  return same;
};
const newest = async () => (await stand.visitor().fetch('/.well-known/deletion-receipts/checkpoint')).text();

/** The operator's command, on the restored database. */
async function replay(dryRun = false, overrides: Overrides = {}) {
  const env = { ...stand.env, DATABASE_URL: backup.url };
  const { config, secrets } = readConfig(env, dataDir);
  const clock = stand.clock;
  const app = await buildApp(config, secrets, { log: silentLog, ...overrides, clock, replaying: true });
  const said: string[] = [];
  try {
    const rows = await snapshot(app.dataSource);
    const done = await app.operator.replay(dryRun, (text) => said.push(text));
    return { done, said, changed: JSON.stringify(rows) !== JSON.stringify(await snapshot(app.dataSource)) };
  } finally {
    await app.close();
  }
}

// A backup of two connections, of one of which an old request of Meta's was kept. What is deleted comes after it.
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-replay-'));
  live = await createSpecDatabase();
  await start(live);
  pair = await givenPair(stand);
  cleo = await stand.givenAccount('cleo@example.com');
  stand.clock.advance({ hours: 1 });
  await requestDeletion(stand, stand.sandbox.sign({ account: ANAS, issuedAt: 1_500_000_000 }));
  await stand.drain();
  await stand.close();
  backup = await copyOf(live);
  await start(live, stand.clock.now());
  pair = { ...pair, ana: await again(pair.ana), bea: await again(pair.bea) };
});
afterEach(async () => {
  await stand.close();
  await live.drop();
  await backup.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What happens after the backup; answers the codes. */
async function deletions(): Promise<string[]> {
  stand.clock.advance({ hours: 2 });
  const disconnected = (await pair.ana.disconnect(pair.connection)).data.disconnectInstagram.deletionStatus;
  await stand.drain();
  // Connected after the backup, and deleted: the backup never heard of it.
  const later = await (await again(cleo)).connect('atelier_mare');
  await keysAfterRotation(stand);
  stand.clock.advance({ hours: 1 });
  await (await again(cleo)).disconnect(later.connectionId ?? '');
  await stand.drain();
  const unknown = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
  await stand.drain();
  const own = await (await again(cleo)).deletionRequests();
  return [disconnected.confirmationCode, own[0].confirmationCode, unknown];
}

async function emptyMemory(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query('truncate ledger_entry, ledger_head, tombstone');
  await client.end();
}

const refused = () =>
  expect(Stand.open({ on: { dataDir, databaseUrl: backup.url }, now: stand.clock.now() })).rejects.toThrow(
    /restored from a backup[\s\S]*deletions replay/,
  );

it('a restored database is not served before what was deleted since is deleted again', async () => {
  const codes = await deletions();
  const statuses = await Promise.all(codes.map((code) => stand.visitor().deletionStatus(code)));
  const receipts = await Promise.all(codes.map((code) => downloadReceipt(stand, code)));
  const [keys, checkpoint] = [await publicKeys(stand), await newest()];
  await stand.close();
  await refused();

  const dry = await replay(true);
  expect(dry).toMatchObject({ changed: false, done: { connections: 1, receipts: 3 } });
  await refused();
  const { done, said } = await replay();
  expect(done).toMatchObject({ lines: dry.done.lines, connections: 1, receipts: 3, unreadableKeys: 0 });
  expect(said.join('\n')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect((await replay()).done).toMatchObject({ lines: 0, connections: 0 });

  await start(backup, stand.clock.now());
  await stand.run('tidy');
  expect(await rowsWith(stand.app.dataSource, rowIdOf(pair.connection))).toEqual({
    'public.deletion_outcome': 3,
    'public.deletion_subject': 2,
  });
  expect(await pair.ana.at(stand).execute('{ viewer { id } }')).toMatchObject({ data: { viewer: null } });
  expect(await (await again(pair.ana)).connections()).toEqual([]);
  expect(await (await again(pair.bea)).connections()).toMatchObject([{ status: 'ACTIVE' }]);
  expect(await Promise.all(codes.map((code) => stand.visitor().deletionStatus(code)))).toEqual(
    statuses.map((status) => ({
      ...status,
      requestedAt: expect.any(String),
      keysRemovedAt: status.keysRemovedAt && expect.any(String),
    })),
  );
  expect(await Promise.all(codes.map((code) => downloadReceipt(stand, code)))).toEqual(receipts);
  expect(await newest()).toBe(checkpoint);
  const own = await (await again(pair.ana)).deletionRequests();
  expect(own.map((one: { confirmationCode: string }) => one.confirmationCode)).toContain(codes[0]);

  // The log goes on where it was, and what was signed before is still genuine.
  const next = await requestDeletion(stand, stand.sandbox.sign({ account: 'cafe_lisboa' }));
  await stand.drain();
  expect((await downloadReceipt(stand, next)).leafIndex).toBe(
    Math.max(...receipts.map((one) => one.leafIndex)) + 1,
  );
  const after = await publicKeys(stand);
  for (const document of receipts)
    expect(check(document, after)).toEqual({ signature: true, inclusion: true, checkpoint: true });
  expect(after.keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining(keys.keys.map(({ kid }) => kid)));
});

it('a replay that breaks off anywhere is run again, and nothing is served meanwhile', async () => {
  await deletions();
  await stand.close();
  let erased = 0;
  const breaking: Overrides = {
    erasers: (erasers) =>
      erasers.map((eraser) => ({
        ...eraser,
        erase: (subject, tx) => {
          erased += 1;
          if (erased % 2 === 0) throw new Error('the plug was pulled');
          return eraser.erase(subject, tx);
        },
      })),
  };
  await expect(replay(false, breaking)).rejects.toThrow('the plug was pulled');
  await refused();
  await replay();
  await start(backup, stand.clock.now());
  expect(await (await again(pair.ana)).connections()).toEqual([]);
  expect(await (await again(pair.ana)).deletionRequests()).toMatchObject([
    { state: 'COMPLETED', source: 'DISCONNECT' },
    { state: 'COMPLETED', source: 'META_CALLBACK' },
  ]);
});

it('does not give back a token that was removed since', async () => {
  stand.clock.advance({ hours: 2 });
  await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
  await stand.drain();
  await stand.close();
  await refused();
  expect((await replay()).done).toMatchObject({ tokens: 1, connections: 0 });
  await start(backup, stand.clock.now());
  expect(await (await again(pair.ana)).connections()).toMatchObject([{ status: 'DEAUTHORIZED' }]);
  expect(await (await again(pair.bea)).connections()).toMatchObject([{ status: 'ACTIVE' }]);
});

it('nor one that was renewed since, and then removed', async () => {
  stand.clock.advance({ hours: 2 });
  await pair.ana.connect(ANAS, { connectionId: pair.connection });
  await stand.drain();
  stand.clock.advance({ hours: 1 });
  await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
  await stand.drain();
  await stand.close();
  expect((await replay()).done).toMatchObject({ tokens: 1, connections: 0 });
  await start(backup, stand.clock.now());
  expect(await (await again(pair.ana)).connections()).toMatchObject([{ status: 'DEAUTHORIZED' }]);
});

it('says what is missing when the tombstone keys are not beside the ledger', async () => {
  await deletions();
  await stand.close();
  const keys = join(stand.config.ledgerPath, 'keys');
  renameSync(keys, `${keys}-away`);
  await expect(replay()).rejects.toThrow(/tombstone key 2026-11-[0-9a-f]{8}, which is not in LEDGER_PATH/);
  await refused();
  rmSync(keys, { recursive: true });
  renameSync(`${keys}-away`, keys);
  expect((await replay()).done.connections).toBe(1);
  await start(backup, stand.clock.now());
});

it('refuses a backup that is older than what the ledger remembers', async () => {
  await deletions();
  await go(live, 100);
  await stand.run('tidy');
  pair = { ...pair, bea: await again(pair.bea) };
  await pair.bea.disconnect(pair.neighbour);
  await stand.drain();
  await stand.close();
  await expect(
    Stand.open({ on: { dataDir, databaseUrl: backup.url }, now: stand.clock.now() }),
  ).rejects.toThrow(/older than the deletion ledger/);
  await start(live, stand.clock.now());
  expect(await (await again(pair.bea)).connections()).toEqual([]);
});

it('the ledger holds no id, no name and no code', async () => {
  const codes = await deletions();
  const text = readFileSync(join(stand.config.ledgerPath, 'ledger-2026-11.jsonl'), 'utf8');
  const accounts = stand.sandbox
    .accounts()
    .flatMap((one) => [one.username, one.appScopedId, one.professionalId]);
  for (const secret of [...codes, ...accounts, rowIdOf(pair.connection), rowIdOf(await pair.ana.accountId())])
    expect(text).not.toContain(secret);
  expect(text.split('\n').length).toBeGreaterThan(5);
});

it.each(['by a version without a ledger', 'under tombstone keys that are lost'])(
  'deletes again what was deleted %s',
  async (how) => {
    const [code = ''] = await deletions();
    const status = await stand.visitor().deletionStatus(code);
    if (how.includes('version')) {
      await stand.close();
      for (const { url } of [live, backup]) await emptyMemory(url);
      rmSync(stand.config.ledgerPath, { recursive: true });
    } else {
      await stand.close();
      rmSync(join(stand.config.ledgerPath, 'keys'), { recursive: true });
    }
    // One start with the database as it should be, and the ledger remembers again.
    await start(live, stand.clock.now());
    await stand.close();
    await refused();
    expect((await replay(true)).done).toMatchObject({ connections: 1 });
    await replay();
    await start(backup, stand.clock.now());
    expect(await (await again(pair.ana)).connections()).toEqual([]);
    expect(await stand.visitor().deletionStatus(code)).toMatchObject({ categories: status.categories });
  },
);
