import { join } from 'node:path';
import type { Config } from '../../../platform/config/config';
import { ConfigError, type ConfigProblem } from '../../../platform/config/problems';
import { readConfig } from '../../../platform/config/read-config';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What `start` is going to run, decided from the environment before anything is started. */
export interface StartPlan {
  /** The repository's root. */
  readonly root: string;
  readonly config: Config;
  /** Whether PostgreSQL is ours to run. */
  readonly embeddedDatabase: boolean;
  /** Where the Meta sandbox listens; null when an Instagram app is configured. */
  readonly sandboxPort: number | null;
  readonly logDir: string;
}

/** The Instagram app that the sandbox knows. */
export const SANDBOX_APP_ID = '860741829305716';

const SANDBOX_ADDRESSES = [
  'INSTAGRAM_AUTHORIZE_URL',
  'INSTAGRAM_API_URL',
  'INSTAGRAM_GRAPH_URL',
  'INSTAGRAM_APP_SECRET_PREVIOUS',
];

/**
 * Decides which parts are embedded. Pure.
 *
 * @throws ConfigError with everything that is wrong, the server's own variables included.
 */
export function planStart(env: Environment, root: string): StartPlan {
  const problems: ConfigProblem[] = [];
  const production = given(env, 'NODE_ENV') === 'production';
  const embeddedDatabase = isEmbeddedDatabase(env, production);
  const sandbox = !production && !given(env, 'INSTAGRAM_APP_ID') && !given(env, 'INSTAGRAM_APP_SECRET');
  const sandboxPort = sandbox ? readSandboxPort(env, problems) : null;
  if (sandbox) {
    for (const variable of SANDBOX_ADDRESSES.filter((name) => given(env, name))) {
      problems.push({
        variable,
        problem:
          'is set without INSTAGRAM_APP_ID and INSTAGRAM_APP_SECRET, so the sandbox would take its place',
      });
    }
  }
  const config = tryToReadConfig(completed(env, embeddedDatabase, sandbox), root, problems);
  if (config === null || problems.length > 0) throw new ConfigError(problems);
  return { root, config, embeddedDatabase, sandboxPort, logDir: join(config.dataDir, 'logs') };
}

/** In production the embedded database has to be asked for. */
function isEmbeddedDatabase(env: Environment, production: boolean): boolean {
  if (given(env, 'DATABASE_URL')) return false;
  return !production || given(env, 'ALLOW_EMBEDDED_DATABASE') === 'true';
}

/** Unset, it is the port after `PORT`, whose own mistakes are `readConfig`'s to tell. */
function readSandboxPort(env: Environment, problems: ConfigProblem[]): number {
  const port = toPort(given(env, 'PORT') ?? '4000');
  const text = given(env, 'SANDBOX_PORT');
  if (text === null && port === null) return 0;
  const sandboxPort = text === null ? toPort(String(Number(port) + 1)) : toPort(text);
  if (sandboxPort !== null && sandboxPort !== port) return sandboxPort;
  const problem =
    sandboxPort !== null
      ? 'is the same as PORT: choose another port'
      : text === null
        ? 'is missing: there is no port after PORT for the sandbox to take'
        : 'is not a port number between 1 and 65535';
  problems.push({ variable: 'SANDBOX_PORT', problem });
  return 0;
}

function toPort(text: string): number | null {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : null;
}

/** The environment with stand-ins for what the embedded parts will provide, so that all the rest can be checked. */
function completed(env: Environment, embeddedDatabase: boolean, sandbox: boolean): Environment {
  return {
    ...env,
    SANDBOX_URL: undefined,
    ...(embeddedDatabase ? { DATABASE_URL: 'postgres://127.0.0.1/embedded' } : {}),
    ...(sandbox ? { INSTAGRAM_APP_ID: SANDBOX_APP_ID, INSTAGRAM_APP_SECRET: 'made at the first start' } : {}),
  };
}

function tryToReadConfig(env: Environment, root: string, problems: ConfigProblem[]): Config | null {
  try {
    return readConfig(env, root).config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/** The trimmed value; null when unset or empty. */
function given(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? null : value;
}
