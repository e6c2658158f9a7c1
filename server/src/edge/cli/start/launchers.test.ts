import { kindOf } from './launchers';

const commandLine = (...words: string[]): string => words.map((word) => `${word}\0`).join('');

test.each([
  [commandLine('npm exec pnpm@12.21.0 start')],
  [commandLine('pnpm', 'start')],
  [commandLine('/usr/local/bin/pnpm', 'start')],
  [commandLine('node', '/usr/local/bin/npx', 'pnpm', 'start')],
  [commandLine('/opt/bin/node', '/opt/lib/npm-cli.js', 'start')],
])('%j is a package manager', (line) => expect(kindOf(line)).toBe('package manager'));

test.each([
  [commandLine('sh', '-c', 'node server/scripts/start.mjs')],
  [commandLine('/bin/bash', '-c', 'npx pnpm start')],
])('%j is a shell', (line) => expect(kindOf(line)).toBe('shell'));

test.each([
  [commandLine('/sbin/init')],
  [commandLine('/usr/sbin/sshd', '-D')],
  [commandLine('node', '/srv/harness/npm-watcher/run.js')],
  [''],
])('%j is neither', (line) => expect(kindOf(line)).toBeNull());
