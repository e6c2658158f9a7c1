import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './folder-lock';
import { processStart } from './process-identity';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sociogenie lock '));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = (): string => join(folder, 'lock');

test('holds the folder until it is released, and leaves no file beside the lock', () => {
  const lock = lockFolder(folder);
  expect(readdirSync(folder)).toEqual(['lock']);
  expect(() => lockFolder(folder)).toThrow(`already running on ${folder} (process ${process.pid})`);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('makes the folder, private', () => {
  const inner = join(folder, 'a', 'b');
  lockFolder(inner);
  expect(existsSync(join(inner, 'lock'))).toBe(true);
});

test('takes over from a process that is gone', () => {
  const gone = spawnSync(process.execPath, ['--version']).pid;
  writeFileSync(lockFile(), `${gone} long ago\n`);
  lockFolder(folder);
  expect(readFileSync(lockFile(), 'utf8')).toBe(`${process.pid} ${processStart(process.pid)}\n`);
});

test('takes over when the process id belongs to another process by now', () => {
  writeFileSync(lockFile(), `${process.ppid} started at another time\n`);
  lockFolder(folder);
  expect(readdirSync(folder)).toEqual(['lock']);
});

test('takes over from a lock that says nothing', () => {
  writeFileSync(lockFile(), '');
  lockFolder(folder);
  expect(readFileSync(lockFile(), 'utf8')).toContain(String(process.pid));
});

test('a release does not take the lock from who took it over', () => {
  const lock = lockFolder(folder);
  writeFileSync(lockFile(), 'somebody else\n');
  lock.release();
  expect(readFileSync(lockFile(), 'utf8')).toBe('somebody else\n');
});

test('names DATA_DIR when the folder cannot be made', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => lockFolder(join(folder, 'file', 'data'))).toThrow(/^DATA_DIR: .* cannot be used/);
});
