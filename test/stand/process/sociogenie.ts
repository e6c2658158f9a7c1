import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';

const server = join(__dirname, '..', '..', '..', 'server');

/** How a command of the operator ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Compiles the server when its sources have changed. Call it in `beforeAll`. */
export function buildServer(): void {
  const build = `import(${JSON.stringify(join(server, 'scripts/lib/build.mjs'))}).then((m) => m.buildServer())`;
  execFileSync(process.execPath, ['-e', build]);
}

/** Runs `sociogenie` with these words as a process of its own, beside the server that has this environment. */
export async function sociogenie(
  env: Readonly<Record<string, string | undefined>>,
  ...words: readonly string[]
): Promise<Ended> {
  return await ended(env, ['edge', 'cli', 'sociogenie.js'], words);
}

/** Starts the server as a process of its own, for a start that is refused. */
export async function refusedServer(env: Readonly<Record<string, string | undefined>>): Promise<Ended> {
  return await ended(env, ['main.js'], []);
}

async function ended(
  env: Readonly<Record<string, string | undefined>>,
  script: readonly string[],
  words: readonly string[],
): Promise<Ended> {
  const child = spawn(process.execPath, [join(server, 'dist', ...script), ...words], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}
