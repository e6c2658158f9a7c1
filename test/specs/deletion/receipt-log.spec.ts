import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestDeletion } from '../../stand/callbacks';
import { createSpecDatabase, type SpecDatabase } from '../../stand/database';
import { ANAS, givenPair } from '../../stand/pair';
import { check, claimsOf, downloadReceipt, keysAfterRotation, publicKeys } from '../../stand/receipt';
import { Stand } from '../../stand/stand';

const GENUINE = { signature: true, inclusion: true, checkpoint: true };

let database: SpecDatabase;
let dataDir: string;
let stand: Stand;
beforeEach(async () => {
  database = await createSpecDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-stand-'));
  await start();
});
afterEach(async () => {
  await stand.close();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(now?: Date): Promise<void> {
  stand = await Stand.open({ on: { dataDir, databaseUrl: database.url }, ...(now && { now }) });
}

async function restart(): Promise<void> {
  await stand.close();
  await start(stand.clock.now());
}

/** Requests about people we do not know, each other bytes: what gets a receipt without a connection. */
async function requests(count: number): Promise<string[]> {
  const codes: string[] = [];
  for (let number = 0; number < count; number += 1) {
    stand.clock.advance({ seconds: 1 });
    codes.push(await requestDeletion(stand, stand.sandbox.sign({ account: ANAS })));
  }
  return codes;
}

async function expectAllGenuine(codes: readonly string[]): Promise<number[]> {
  const keys = await publicKeys(stand);
  const documents = await Promise.all(codes.map((code) => downloadReceipt(stand, code)));
  for (const document of documents) expect(check(document, keys)).toEqual(GENUINE);
  return documents.map(({ leafIndex }) => leafIndex).sort((a, b) => a - b);
}

const newest = async () => (await stand.visitor().fetch('/.well-known/deletion-receipts/checkpoint')).text();
const sizeOf = (checkpoint: string) => Number(checkpoint.split('\n')[1]);
const alerts = async () =>
  /event="receipts.log-broken"\} (\d+)/.exec(await (await stand.visitor().fetch('/metrics')).text())?.[1];

it('counts every receipt once, also when they are completed side by side', async () => {
  const codes = await requests(7);
  await Promise.all([stand.app.jobs.drain(), stand.app.jobs.drain(), stand.app.jobs.drain()]);
  expect(await expectAllGenuine(codes)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(sizeOf(await newest())).toBe(7);
});

it('goes on after a restart and after the signing key was changed, and what was signed before stays genuine', async () => {
  const first = await requests(3);
  await stand.drain();
  const before = await downloadReceipt(stand, first[0] ?? '');
  await restart();
  const [old, ...none] = (await publicKeys(stand)).keys;
  expect(none).toEqual([]);

  const rotated = await keysAfterRotation(stand);
  expect(rotated.keys.map(({ kid }) => kid)).toEqual([expect.not.stringMatching(old?.kid ?? ''), old?.kid]);
  const second = await requests(3);
  await stand.drain();
  await restart();
  const third = await requests(2);
  await stand.drain();
  expect(await expectAllGenuine([...first, ...second, ...third])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(await downloadReceipt(stand, first[0] ?? '')).toEqual(before);
  const kidOf = async (code = '') =>
    JSON.parse(
      Buffer.from((await downloadReceipt(stand, code)).receipt.split('.')[0] ?? '', 'base64url').toString(),
    ).kid;
  expect([await kidOf(first[0]), await kidOf(second[0]), await kidOf(third[0])]).toEqual([
    ...[rotated.keys[1]?.kid, rotated.keys[0]?.kid, rotated.keys[0]?.kid],
  ]);
});

it('keeps no private key of a retired one, and none in clear', async () => {
  const [old] = (await publicKeys(stand)).keys;
  await keysAfterRotation(stand);
  const rows: { name: string; wrapped: string }[] = await stand.app.dataSource.query(
    `select name, wrapped from keystore.service_key where name like 'signing:%'`,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.name).not.toBe(`signing:${old?.kid}`);
  expect(rows[0]?.wrapped).toMatch(/^v1\.dev1\./);
});

it.each([
  'delete from receipt_leaf where leaf_index = 1',
  'update receipt_leaf set leaf_hash = path',
  'update receipt_leaf set leaf_index = leaf_index + 10',
  'truncate receipt_leaf cascade',
])('lets nobody who may write do this: %s', async (statement) => {
  await requests(3);
  await stand.drain();
  await expect(stand.app.dataSource.query(statement)).rejects.toThrow('only grows');
});

it.each([
  [
    'dropped from the middle',
    `delete from receipt where leaf_index = 1; delete from receipt_leaf where leaf_index = 1`,
  ],
  [
    'put in another order',
    `alter table receipt drop constraint receipt_leaf_fkey;
     update receipt_leaf set leaf_index = 90 where leaf_index = 0;
     update receipt_leaf set leaf_index = 0 where leaf_index = 1;
     update receipt_leaf set leaf_index = 1 where leaf_index = 90`,
  ],
  [
    'dropped from its end',
    `delete from receipt where leaf_index = 2; delete from receipt_leaf where leaf_index = 2`,
  ],
  ['changed', `update receipt_leaf set leaf_hash = sha256('x') where leaf_index = 0`],
])('notices at the next start that a leaf was %s by somebody with every right', async (how, statement) => {
  await requests(3);
  await stand.drain();
  const { dataSource } = stand.app;
  await dataSource.query('alter table receipt_leaf disable trigger user');
  await dataSource.query(statement);
  await restart();
  // Who holds a later checkpoint can tell; the log alone cannot.
  expect(await alerts()).toBe(how === 'dropped from its end' ? undefined : '1');
});

it('takes no leaf after an end that does not add up, and the request needs attention until it does', async () => {
  await requests(2);
  await stand.drain();
  const { dataSource } = stand.app;
  await dataSource.query('alter table receipt_leaf disable trigger user');
  await dataSource.query(`update receipt_leaf set leaf_hash = sha256(leaf_hash) where leaf_index = 1`);
  const [code = ''] = await requests(1);
  await stand.drain();
  const status = await stand.visitor().deletionStatus(code);
  expect(status).toMatchObject({ state: 'NEEDS_ATTENTION', completedAt: null, receipt: null });
});

it('is empty before the first receipt', async () => {
  const response = await stand.visitor().fetch('/.well-known/deletion-receipts/checkpoint');
  expect(response.status).toBe(404);
});

it('gives the receipts that an earlier version owes, with no policy that nobody noted', async () => {
  const pair = await givenPair(stand);
  const answer = await pair.ana.disconnect(pair.connection);
  await stand.drain();
  const code = answer.data.disconnectInstagram.deletionStatus.confirmationCode;
  const issued = claimsOf((await downloadReceipt(stand, code)).receipt);
  // As the earlier version left it.
  await stand.app.dataSource.query('delete from receipt');
  expect((await stand.visitor().deletionStatus(code)).receipt).toBeNull();
  stand.clock.advance({ days: 3 });
  await restart();
  const late = await downloadReceipt(stand, code);
  expect(check(late, await publicKeys(stand))).toEqual(GENUINE);
  const { jti: _, iat: __, policy, unrecoverable_by, iss: ___, ...same } = issued;
  // Which rules held then, and when that version gave its epoch up, nobody noted: the eight days count from now.
  expect([policy, unrecoverable_by]).toEqual([expect.any(String), '2026-12-10T00:00Z']);
  expect(claimsOf(late.receipt)).toMatchObject({
    ...{ ...same, policy: null, unrecoverable_by: '2026-12-13T00:00Z' },
  });
  await restart();
  expect(await downloadReceipt(stand, code)).toEqual(late);
});
