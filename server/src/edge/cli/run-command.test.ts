import type { Command, Given } from './command';
import { CommandContext } from './command-context';
import { runCommand } from './run-command';

let printed: string;
let seen: Given | null;
const context = new CommandContext({}, '/srv/sociogenie', (text) => {
  printed += text;
});
const command = (name: string, extra: Partial<Command> = {}): Command => ({
  name,
  summary: `Does ${name}.`,
  run: async (given) => {
    seen = given;
    return 0;
  },
  ...extra,
});
const commands = [
  command('keys status'),
  command('keys rotate', { options: { 'dry-run': { help: 'Changes nothing.' } } }),
  command('import', {
    details: 'A file with one id on each line.',
    arguments: [{ name: 'FILE', help: 'the list' }],
    options: { since: { value: 'DATE', help: 'Leaves out what is older.' } },
  }),
];
const run = (...argv: string[]) => runCommand(commands, argv, context);

beforeEach(() => {
  printed = '';
  seen = null;
});

it('runs the command that the words name, with what was given', async () => {
  expect(await run('keys', 'rotate', '--dry-run')).toBe(0);
  expect([seen?.has('dry-run'), seen?.value('dry-run')]).toEqual([true, null]);
  expect(await run('import', 'ids.csv', '--since', '2026-11-01')).toBe(0);
  expect([seen?.arguments, seen?.value('since')]).toEqual([['ids.csv'], '2026-11-01']);
  expect(await run('import', '--', '-ids.csv')).toBe(0);
  expect([seen?.arguments, seen?.value('since')]).toEqual([['-ids.csv'], null]);
});

it('gives back the exit code of the command', async () => {
  expect(await runCommand([command('fail', { run: async () => 1 })], ['fail'], context)).toBe(1);
});

it('takes an option that the command does not declare for a mistake of ours', async () => {
  await run('keys', 'status');
  expect(() => seen?.has('since')).toThrow('declares no option');
});

it.each([[], ['--help'], ['-h']])('lists everything for %j', async (...argv) => {
  expect(await run(...argv.flat())).toBe(0);
  for (const { name, summary } of commands) expect(printed).toMatch(new RegExp(`${name}.*  ${summary}`));
});

it('lists a group by its first word', async () => {
  expect(await run('keys', '--help')).toBe(0);
  expect(printed).toContain('keys rotate');
  expect(printed).not.toContain('import');
});

it('tells all about one command, and runs nothing', async () => {
  expect(await run('import', '--help')).toBe(0);
  expect(seen).toBeNull();
  expect(printed).toBe(
    [
      'pnpm sociogenie import FILE [options]',
      '',
      'Does import.',
      '',
      'A file with one id on each line.',
      '',
      '  FILE          the list',
      '  --since DATE  Leaves out what is older.',
      '',
    ].join('\n'),
  );
});

it.each([
  ['a command that is none', ['export']],
  ['half a command', ['keys']],
  ['an argument too few', ['import']],
  ['an argument too many', ['import', 'a', 'b']],
  ['an unknown option', ['keys', 'rotate', '--force']],
  ['an option without its value', ['import', 'a', '--since']],
  ['a value for a flag', ['keys', 'rotate', '--dry-run=no']],
])('does nothing on %s, says so, and ends with 2', async (_what, argv) => {
  expect(await run(...argv)).toBe(2);
  expect(seen).toBeNull();
  expect(printed).toContain('pnpm sociogenie');
});
