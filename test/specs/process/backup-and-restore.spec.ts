import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../../server/src/edge/cli/start/folder-lock';
import { Installation, rowsOf } from '../../stand/backups';
import { ANAS } from '../../stand/pair';
import { buildServer, sociogenie } from '../../stand/process/sociogenie';

jest.setTimeout(120_000);

let dataDir: string;
let server: Installation;
beforeAll(async () => {
  buildServer();
  // The machine's time: the commands have no other.
  server = await Installation.open({ now: new Date() });
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie restored '));
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it('moves an installation to a machine that has nothing but the master keys, with an embedded database', async () => {
  const ana = await server.stand.givenAccount();
  await ana.givenConnection(ANAS);
  const { data, keys } = await server.backUp();
  mkdirSync(join(dataDir, 'keys'));
  const masterKeys = readFileSync(join(server.dataDir, 'keys', 'master-keys.json'));
  writeFileSync(join(dataDir, 'keys', 'master-keys.json'), masterKeys, { mode: 0o400 });
  const env = { DATA_DIR: dataDir };
  const words = ['restore', '--from', data, '--keys', keys];

  const lock = lockFolder(dataDir);
  const meanwhile = await sociogenie(env, ...words);
  lock.release();
  expect(meanwhile).toMatchObject({ code: 1, output: expect.stringContaining('already running') });
  expect(readdirSync(dataDir)).toEqual(['keys']);

  const done = await sociogenie(env, ...words);
  expect(done).toMatchObject({
    code: 0,
    output: expect.stringMatching(/account: 1 rows[\s\S]*deletions replay/),
  });
  const replayed = await sociogenie(env, 'deletions', 'replay');
  expect(replayed).toMatchObject({ code: 0, output: expect.stringContaining('nothing to replay') });
  const again = await sociogenie(env, ...words);
  expect(again).toMatchObject({ code: 1, output: expect.stringContaining('not empty') });

  const folder = join(dataDir, 'backups');
  expect(await sociogenie(env, 'backup', '--to', folder)).toMatchObject({ code: 0 });
  const copy = readdirSync(folder).find((name) => name.endsWith('.data')) ?? '';
  expect(rowsOf(join(folder, copy))).toEqual(rowsOf(data));
  expect(readdirSync(dataDir).sort()).not.toContain('lock');
});
