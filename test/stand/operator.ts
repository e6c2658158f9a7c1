import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandContext } from '../../server/src/edge/cli/command-context';
import { COMMANDS } from '../../server/src/edge/cli/commands';
import { runCommand } from '../../server/src/edge/cli/run-command';
import type { Stand } from './stand';

/** A command's surroundings with the stand's own app and clock in the place of a second app. */
class StandContext extends CommandContext {
  override readonly clock;
  override app;

  constructor(stand: Stand, write: (text: string) => void) {
    super(stand.env, stand.config.keyRingDir, write);
    this.clock = stand.anyClock;
    this.app = () => Promise.resolve(stand.app);
  }

  /** Signals are the test run's own. */
  override stopping(): AbortSignal {
    return new AbortController().signal;
  }
}

/** Runs a command of the operator in this process; a refusal by an error ends as its message. */
export async function operate(
  stand: Stand,
  ...words: readonly string[]
): Promise<{ code: number; output: string }> {
  let output = '';
  const context = new StandContext(stand, (text) => {
    output += text;
  });
  try {
    return { code: await runCommand(COMMANDS, words, context), output };
  } catch (error) {
    return { code: 1, output: output + (error as Error).message };
  } finally {
    await context.close();
  }
}

/** Writes a file for a command to read, and answers its path. */
export function fileOf(stand: Stand, content: string | Uint8Array): string {
  const path = join(stand.env.DATA_DIR ?? '', `${randomUUID()}.csv`);
  writeFileSync(path, content);
  return path;
}

/** One of the ids that Instagram has for an account. */
export function instagramId(
  stand: Stand,
  account: string,
  userId: 'exchange' | 'app_scoped' | 'professional',
): string {
  const [, payload = ''] = stand.sandbox.sign({ account, userId }).split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()).user_id;
}
