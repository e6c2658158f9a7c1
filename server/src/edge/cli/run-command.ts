import { parseArgs } from 'node:util';
import { errorCode } from '../../platform/error-code';
import { type Command, CommandError, type Given, MisuseError } from './command';
import type { CommandContext } from './command-context';
import { helpFor, helpForAll } from './help';

/** Exit code of a command line that could not be understood. */
const MISUSED = 2;

/**
 * Finds the command that the words name and runs it, or prints its help. Resolves with the exit code: the command's own, or
 * 2 when the line could not be understood.
 *
 * @throws whatever the command throws.
 */
export async function runCommand(
  commands: readonly Command[],
  argv: readonly string[],
  context: CommandContext,
): Promise<number> {
  const wantsHelp = argv.length === 0 || argv.some((word) => word === '--help' || word === '-h');
  const command = find(commands, argv);
  if (command === undefined) {
    const words = argv.filter((word) => !word.startsWith('-'));
    const group = commands.filter(({ name }) => words[0] !== undefined && name.startsWith(`${words[0]} `));
    context.print(helpForAll(group.length > 0 ? group : commands));
    return wantsHelp && (words.length === 0 || group.length > 0) ? 0 : MISUSED;
  }
  if (wantsHelp) {
    context.print(helpFor(command));
    return 0;
  }
  const given = parse(command, argv.slice(command.name.split(' ').length));
  if (typeof given === 'string') {
    context.print(`${given}\n\n${helpFor(command)}`);
    return MISUSED;
  }
  try {
    return await command.run(given, context);
  } catch (error) {
    if (!(error instanceof MisuseError)) throw error;
    context.print(`${error.message}\n\n${helpFor(command)}`);
    return MISUSED;
  }
}

/** The longest name wins: "keys rotate" before a "keys" that stands alone. */
function find(commands: readonly Command[], argv: readonly string[]): Command | undefined {
  const named = (length: number) => commands.find(({ name }) => name === argv.slice(0, length).join(' '));
  return named(2) ?? named(1);
}

/** What was given, or a sentence about what is wrong with it. */
function parse(command: Command, words: readonly string[]): Given | string {
  const declared = command.options ?? {};
  const options = Object.fromEntries(
    Object.entries(declared).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const wanted = (command.arguments ?? []).map(({ name }) => name);
    const missing = wanted[positionals.length];
    if (missing !== undefined) return `${missing} is missing.`;
    if (positionals.length > wanted.length) return `"${positionals[wanted.length]}" is one too many.`;
    const known = (option: string) => {
      if (!(option in declared)) throw new CommandError(`${command.name} declares no option --${option}`);
      return values[option];
    };
    return {
      arguments: positionals,
      has: (option) => known(option) !== undefined,
      value: (option) => {
        const value = known(option);
        return typeof value === 'string' ? value : null;
      },
    };
  } catch (error) {
    if (errorCode(error)?.startsWith('ERR_PARSE_ARGS') === true) return (error as Error).message;
    throw error;
  }
}
