import 'reflect-metadata';
import { resolve } from 'node:path';
import { CommandContext } from './command-context';
import { COMMANDS } from './commands';
import { explainFailure } from './explain-failure';
import { runCommand } from './run-command';

const root = resolve(__dirname, '..', '..', '..', '..');

/** `pnpm sociogenie <command>`: runs one command of the operator and exits with its code. */
async function main(): Promise<number> {
  const context = new CommandContext(process.env, root, (text) => process.stdout.write(text));
  try {
    return await runCommand(COMMANDS, process.argv.slice(2), context);
  } finally {
    await context.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${explainFailure(error)}\n`);
    process.exitCode = 1;
  },
);
