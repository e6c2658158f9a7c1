import { ConfigError } from '../../../platform/config/problems';
import { EmbeddedDatabaseError } from '../../../platform/database/embedded';
import { StartError } from './start-error';

/** Runs a command. What a person can mend is printed without a stack and makes the exit code 1. */
export async function forPeople(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!isForPeople(error)) throw error;
    console.error(`\n${error.message}\n`);
    return 1;
  }
}

function isForPeople(error: unknown): error is Error {
  return (
    error instanceof StartError || error instanceof ConfigError || error instanceof EmbeddedDatabaseError
  );
}
