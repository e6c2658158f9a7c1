import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../../server/src/platform/log';
import { requestDeletion } from '../../stand/callbacks';
import { createSpecDatabase, type SpecDatabase } from '../../stand/database';
import { Stand } from '../../stand/stand';

let database: SpecDatabase;
let dataDir: string;
let stand: Stand;
let warned: string[];
const log: Log = {
  info: () => {},
  error: () => {},
  warn: (event, fields) => void warned.push(`${event} ${JSON.stringify(fields)}`),
};

const start = async (now?: Date) => {
  stand = await Stand.open({
    on: { dataDir, databaseUrl: database.url },
    overrides: { log },
    ...(now && { now }),
  });
};
const path = () => join(dataDir, 'ledger', 'ledger-2026-11.jsonl');
const content = () => readFileSync(path(), 'utf8');
const lines = () =>
  content()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const rows = (): Promise<Record<string, unknown>[]> =>
  stand.app.dataSource.query('select * from ledger_entry order by seq');

/** Requests about somebody we do not know: a line each when taken in, and one with its receipt. */
async function requests(count: number): Promise<string[]> {
  const codes: string[] = [];
  for (let number = 0; number < count; number += 1) {
    stand.clock.advance({ minutes: 1 });
    codes.push(await requestDeletion(stand, stand.sandbox.sign({ account: 'studio_nord' })));
  }
  return codes;
}

beforeEach(async () => {
  warned = [];
  database = await createSpecDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-ledger-'));
  await start();
});
afterEach(async () => {
  await stand.close();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('has a line of each request and of each receipt, chained, and readable by its owner alone', async () => {
  await requests(2);
  await stand.drain();
  const all = lines();
  expect(all.map(({ kind }) => kind)).toEqual(['deletion', 'deletion', 'receipt', 'receipt']);
  expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  for (const [index, line] of all.slice(1).entries()) expect(line.prev).toBe(all[index].hash);
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect((await rows()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
});

it('holds a line once, also when many jobs append at once', async () => {
  await requests(12);
  await Promise.all([1, 2, 3, 4].map(() => stand.app.jobs.drain()));
  const ids = lines().map(({ id }) => id);
  expect(ids).toHaveLength(24);
  expect(new Set(ids).size).toBe(24);
});

it('a request is completed, and its receipt and checkpoint shown, when the ledger has them and not before', async () => {
  const checkpoint = async () =>
    (await stand.visitor().fetch('/.well-known/deletion-receipts/checkpoint')).text();
  await requests(1);
  await stand.drain();
  const shown = await checkpoint();
  const whole = content();
  const [code = ''] = await requests(1);
  // A ledger that this server does not know takes nothing, and nothing is promised without it.
  writeFileSync(path(), whole.replace('{', '['));
  await stand.drain();
  expect(await stand.visitor().deletionStatus(code)).toMatchObject({ completedAt: null, receipt: null });
  expect((await stand.visitor().fetch(`/deletion-status/${code}/receipt.json`)).status).toBe(404);
  expect(await checkpoint()).toBe(shown);

  writeFileSync(path(), whole);
  await stand.repeatFailed();
  expect(await stand.visitor().deletionStatus(code)).toMatchObject({ state: 'COMPLETED' });
  expect(lines()).toHaveLength(4);
  expect(await checkpoint()).not.toBe(shown);
});

it('is written anew from the database when it is missing or shorter, with a warning', async () => {
  await requests(3);
  await stand.drain();
  const whole = content();
  for (const left of ['', `${whole.split('\n').slice(0, 2).join('\n')}\n`, whole.slice(0, -10)]) {
    await stand.close();
    warned = [];
    writeFileSync(path(), left);
    if (left === '') rmSync(path());
    await start(stand.clock.now());
    expect(content()).toBe(whole);
    expect(warned.join()).toMatch(/^ledger.rebuilt \{"lines":\d\}/);
  }
  await requests(1);
  await stand.drain();
  expect(lines()).toHaveLength(8);
});

it('a line that a crash tore is cut off, and one that a crash kept from being noted is noted', async () => {
  await requests(1);
  await stand.drain();
  appendFileSync(path(), '{"seq":3,"prev":"');
  await requests(1);
  await stand.drain();
  expect(lines().map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);

  // As if the process had died between writing and noting.
  const unnoted = (await rows()).at(-1);
  const { dataSource } = stand.app;
  await dataSource.query(
    'update ledger_entry set seq = null, prev = null, hash = null, month = null, expires_at = null where id = $1',
    [unnoted?.id],
  );
  const [third] = await dataSource.query('select seq, hash from ledger_entry where seq = 3');
  await dataSource.query('update ledger_head set seq = 3, hash = $1', [third.hash]);
  await requests(1);
  await stand.drain();
  expect(lines().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  expect((await rows())[3]).toEqual(unnoted);
});

it.each<[string, (text: string) => string]>([
  ['changed', (text) => text.replace('"source":"META_CALLBACK"', '"source":"DISCONNECT"')],
  ['taken out', (text) => text.split('\n').toSpliced(1, 1).join('\n')],
  [
    'put in another order',
    (text) => {
      const [a, b, ...rest] = text.split('\n');
      return [b, a, ...rest].join('\n');
    },
  ],
  ['made into something else', (text) => text.replace('{', '[')],
])('a start is refused when a line was %s', async (_how, change) => {
  await requests(3);
  await stand.drain();
  const whole = content();
  await stand.close();
  writeFileSync(path(), change(whole));
  await expect(start(stand.clock.now())).rejects.toThrow(/^LEDGER_PATH: the deletion ledger is not in order/);
  writeFileSync(path(), whole);
  await start(stand.clock.now());
});

it('nothing is completed by a server whose ledger another one goes on with', async () => {
  await requests(1);
  await stand.drain();
  await stand.close();
  const other = await createSpecDatabase();
  await expect(
    Stand.open({ on: { dataDir, databaseUrl: other.url }, now: stand.clock.now() }),
  ).rejects.toThrow(/does not know/);
  await other.drop();
  await start(stand.clock.now());
  expect(readdirSync(join(dataDir, 'ledger')).sort()).toEqual(['keys', 'ledger-2026-11.jsonl']);
});
