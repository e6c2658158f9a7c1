import type { CommandContext } from './command-context';

/** `--name VALUE`, or `--name` alone where `value` is missing. */
export interface CommandOption {
  /** What stands for the value in the help: "FILE", "ID". */
  readonly value?: string;
  readonly help: string;
}

/** An argument that has to be given, in its place. */
export interface CommandArgument {
  /** As in the help: "FILE". */
  readonly name: string;
  readonly help: string;
}

/** What was given on the command line, already checked against the command's declaration. */
export interface Given {
  /** As many as the command declares. */
  readonly arguments: readonly string[];
  has(option: string): boolean;
  /** The option's value; null when it was not given. */
  value(option: string): string | null;
}

/** One command of the operator: `pnpm sociogenie <name> …`. */
export interface Command {
  /** One word or two: "verify-receipt", "keys rotate". */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What a person should know before running it; printed by `--help`. */
  readonly details?: string;
  readonly arguments?: readonly CommandArgument[];
  readonly options?: Readonly<Record<string, CommandOption>>;
  /** Resolves with the exit code: 0 done, 1 not done or not in order. */
  run(given: Given, context: CommandContext): Promise<number>;
}

/** Why a command stops, in a sentence for the person at the terminal. It is printed without a stack; exit code 1. */
export class CommandError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandError';
  }
}

/** What is wrong with an option's value, in a sentence. It is printed above the command's help; exit code 2. */
export class MisuseError extends CommandError {
  constructor(message: string) {
    super(message);
    this.name = 'MisuseError';
  }
}
