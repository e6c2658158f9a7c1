import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Child, startChild } from './child';
import { localUrl } from './local-url';
import { SANDBOX_APP_ID, type StartPlan } from './plan';
import { StartError } from './start-error';

const HOST = '127.0.0.1';
const PATIENCE_MS = 30_000;

/** The running Meta sandbox, and what the server must know to take it for Meta. */
export interface Sandbox {
  readonly child: Child;
  readonly url: string;
  readonly serverEnvironment: NodeJS.ProcessEnv;
}

/**
 * Starts the Meta sandbox as a process of its own and resolves when it answers. Its state, and the secret of the app that
 * it knows, stay in `DATA_DIR/sandbox`.
 */
export async function startSandbox(plan: StartPlan, port: number): Promise<Sandbox> {
  const { config, root } = plan;
  const dataDir = sandboxDir(plan);
  const url = `http://${HOST}:${port}`;
  const appSecret = keptSecret(join(dataDir, 'app-secret'));
  const server = localUrl(config.host, config.port);
  const child = startChild({
    name: 'Meta sandbox',
    args: ['--disable-warning=ExperimentalWarning', join(root, 'test', 'meta', 'src', 'main.ts')],
    cwd: root,
    logFile: join(plan.logDir, 'sandbox.log'),
    readsOutput: true,
    env: {
      PATH: process.env.PATH,
      SANDBOX_HOST: HOST,
      SANDBOX_PORT: String(port),
      SANDBOX_PUBLIC_URL: url,
      SANDBOX_DATA_DIR: dataDir,
      SANDBOX_APP_ID,
      SANDBOX_APP_SECRET: appSecret,
      SANDBOX_REDIRECT_URIS: `${config.publicUrl}/meta/oauth/callback`,
      SANDBOX_DEAUTHORIZE_URL: `${server}/meta/deauthorize`,
      SANDBOX_DELETION_URL: `${server}/meta/data-deletion`,
      SANDBOX_WEBHOOK_URL: `${server}/meta/webhooks`,
      SANDBOX_WEBHOOK_VERIFY_TOKEN: verifyToken(plan),
      SANDBOX_EXIT_WITH_PARENT: '1',
    },
  });
  try {
    await untilReady(child);
  } catch (error) {
    await child.stop(0);
    throw error;
  }
  return { child, url, serverEnvironment: sandboxServerEnvironment(plan, port) };
}

/** What the server must know to take the sandbox on this port for Meta, whether or not it runs. */
export function sandboxServerEnvironment(plan: StartPlan, port: number): NodeJS.ProcessEnv {
  const url = `http://${HOST}:${port}`;
  return {
    INSTAGRAM_APP_ID: SANDBOX_APP_ID,
    INSTAGRAM_APP_SECRET: keptSecret(join(sandboxDir(plan), 'app-secret')),
    INSTAGRAM_AUTHORIZE_URL: `${url}/oauth/authorize`,
    INSTAGRAM_API_URL: url,
    INSTAGRAM_GRAPH_URL: url,
    META_WEBHOOK_VERIFY_TOKEN: verifyToken(plan),
    SANDBOX_URL: url,
  };
}

function sandboxDir(plan: StartPlan): string {
  return join(plan.config.dataDir, 'sandbox');
}

/** What the sandbox verifies our address with; it takes the place of one in the environment, which is for Meta. */
function verifyToken(plan: StartPlan): string {
  return keptSecret(join(sandboxDir(plan), 'webhook-verify-token'));
}

function keptSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const secret = randomBytes(16).toString('hex');
    writeFileSync(file, `${secret}\n`, { mode: 0o400, flush: true });
    return secret;
  }
}

/** The sandbox says that it listens with one line of JSON; what else it prints is dropped. */
async function untilReady(child: Child): Promise<void> {
  const { output } = child;
  if (output === null) throw new Error('the sandbox was started without its output');
  const ready = new Promise<'ready'>((resolve) => {
    createInterface(output).on('line', (line) => {
      if (line.startsWith('{')) resolve('ready');
    });
  });
  const timer = Promise.withResolvers<string>();
  const timeout = setTimeout(() => timer.resolve('without an answer for 30 seconds'), PATIENCE_MS);
  const outcome = await Promise.race([ready, child.ended, timer.promise]);
  clearTimeout(timeout);
  if (outcome === 'ready') return;
  throw new StartError(`The Meta sandbox did not start (it ended ${outcome}).\n${child.lastWords()}`);
}
