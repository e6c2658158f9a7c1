import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandContext } from '../command-context';
import { runCommand } from '../run-command';
import { COMMANDS } from '.';

const ISSUED = join(__dirname, '..', '..', '..', 'features', 'deletion', 'testing', 'issued');
const CODE = '2NGZPTPUCDEVKMW3I7BCAL7WH2';

let folder: string;
let printed: string;
beforeEach(() => {
  printed = '';
  folder = mkdtempSync(join(tmpdir(), 'sociogenie-receipt-'));
  copyFileSync(join(ISSUED, 'receipt.json'), join(folder, 'deletion-receipt.json'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Nothing is configured and there is no database: the files are all there is. */
const run = (...argv: string[]) =>
  runCommand(
    COMMANDS,
    ['verify-receipt', ...argv],
    new CommandContext({ INIT_CWD: folder }, folder, (text) => {
      printed += text;
    }),
  );
const withKeys = ['--keys', join(ISSUED, 'jwks.json')];

it('ends with 0 for a genuine receipt, and says what it states and what it does not prove', async () => {
  expect(await run('deletion-receipt.json', ...withKeys)).toBe(0);
  expect(printed).toMatch(/^GENUINE: /);
  expect(printed).toContain('user_disconnect, received 2026-11-23T18:00Z');
  expect(printed).toContain('beyond recovery by 2026-12-01T18:00Z');
  expect(printed).toContain('ANALYTICS: REMOVED');
  expect(printed).toMatch(/does not prove that no copy exists/);
});

it('says what came of telling integrators, from an addendum in the same file', async () => {
  expect(await run('deletion-receipt.json', ...withKeys)).toBe(0);
  expect(printed).toContain('integrators   none had access');
  const told = JSON.parse(readFileSync(join(ISSUED, 'told.json'), 'utf8'));
  const file = join(folder, 'told.json');
  const check = (document: object) => {
    printed = '';
    writeFileSync(file, JSON.stringify(document));
    return run('told.json', '--keys', join(ISSUED, 'told-jwks.json'));
  };
  expect(await check(told)).toBe(0);
  expect(printed).toContain(
    'integrators   told 1 of 2, 1 did not confirm\n  settled       2026-11-26T18:00Z\n',
  );
  expect(await check({ ...told, addendum: undefined })).toBe(0);
  expect(printed).toContain('integrators   2 to be told; no addendum in this file says what came of it');
  expect(await check({ ...told, addendum: `${told.addendum.slice(0, -2)}AA` })).toBe(1);
  expect(printed).toMatch(/^NOT GENUINE: .*addendum/);
});

it('takes the keys that lie beside the receipt', async () => {
  copyFileSync(join(ISSUED, 'jwks.json'), join(folder, 'jwks.json'));
  expect(await run('deletion-receipt.json')).toBe(0);
});

it('takes a code as a person writes it', async () => {
  const written = CODE.toLowerCase().replace(/(.{4})/g, '$1 ');
  expect(await run('deletion-receipt.json', ...withKeys, '--code', written)).toBe(0);
  expect(await run('deletion-receipt.json', ...withKeys, '--code', 'A'.repeat(26))).toBe(1);
  expect(printed).toContain('NOT GENUINE: the receipt belongs to another confirmation code.');
});

it('ends with 1 for one that was changed', async () => {
  const file = join(folder, 'deletion-receipt.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"leafIndex": 6', '"leafIndex": 5'));
  expect(await run('deletion-receipt.json', ...withKeys)).toBe(1);
  expect(printed).toMatch(/^NOT GENUINE: .*\.\n$/);
});

it('says where the keys come from when there are none', async () => {
  await expect(run('deletion-receipt.json')).rejects.toThrow('/.well-known/jwks.json');
  await expect(run('nothing.json', ...withKeys)).rejects.toThrow('nothing.json cannot be read');
});
