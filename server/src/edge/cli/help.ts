import type { Command } from './command';

const PROGRAM = 'pnpm sociogenie';

/** The list of commands, one line each. */
export function helpForAll(commands: readonly Command[]): string {
  return [
    `${PROGRAM} <command>: what the operator of this server can do beside it.`,
    'It reads the same configuration as the server.',
    '',
    ...table(commands.map((command) => [usageOf(command), command.summary])),
    '',
    `${PROGRAM} <command> --help tells more.`,
  ].join('\n');
}

/** Everything about one command. */
export function helpFor(command: Command): string {
  const options = Object.entries(command.options ?? {});
  const flags: [string, string][] = options.map(([name, option]) => [
    flagOf(name, option.value),
    option.help,
  ]);
  const words: [string, string][] = (command.arguments ?? []).map(({ name, help }) => [name, help]);
  return [
    `${PROGRAM} ${usageOf(command)}${options.length > 0 ? ' [options]' : ''}`,
    '',
    command.summary,
    ...(command.details === undefined ? [] : ['', command.details]),
    ...(words.length + flags.length > 0 ? ['', ...table([...words, ...flags])] : []),
  ].join('\n');
}

function usageOf(command: Command): string {
  return [command.name, ...(command.arguments ?? []).map(({ name }) => name)].join(' ');
}

function flagOf(name: string, value: string | undefined): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

/** Rows of two cells, indented, the second ones below each other. */
export function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`.trimEnd());
}
