import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAs } from './run-as';
import { runToEnd } from './run-to-end';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sociogenie run as '));
  chmodSync(folder, 0o700);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function node(script: string): Promise<{ code: number | null; output: string }> {
  return await runToEnd(runAs(join(folder, 'data'))({ program: process.execPath, args: ['-e', script] }));
}

test('is never root', async () => {
  const { output } = await node('console.log(process.getuid() !== 0 && process.geteuid() !== 0)');
  expect(output.trim()).toBe('true');
});

test('passes a folder that only we may enter, also where a program only asks whether it may', async () => {
  const file = join(folder, 'inner', 'file');
  mkdirSync(join(folder, 'inner'), { mode: 0o700 });
  writeFileSync(file, 'read', { mode: 0o400 });
  const { code, output } = await node(`
    const fs = require('node:fs');
    fs.accessSync(${JSON.stringify(file)}, fs.constants.R_OK);
    process.stdout.write(fs.readFileSync(${JSON.stringify(file)}));
    fs.mkdirSync(${JSON.stringify(join(folder, 'data'))});
  `);
  expect({ code, output }).toEqual({ code: 0, output: 'read' });
});
