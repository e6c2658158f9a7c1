import { resolve } from 'node:path';
import { ConfigError, type ConfigProblem } from '../config/problems';
import { Secret } from '../secret';
import { loadMasterKeys } from './master-keys';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration with `read`, and the master keys that the environment names beside it, so that what is wrong with
 * them is told together with everything else. Makes no key.
 *
 * @throws ConfigError with all problems at once.
 */
export function withConfiguredKeys<T>(env: Environment, root: string, read: () => T): T {
  const problems = keyProblems(env, root);
  const config = problemsOf(read);
  if (!config.ok) throw new ConfigError([...config.problems, ...problems]);
  if (problems.length > 0) throw new ConfigError(problems);
  return config.value;
}

/** What is wrong with the keys themselves. Both variables, or none, is the configuration's to tell. */
function keyProblems(env: Environment, root: string): readonly ConfigProblem[] {
  const file = env.MASTER_KEYS_FILE?.trim() ?? '';
  const inline = env.MASTER_KEYS?.trim() ?? '';
  if ((file === '') === (inline === '')) return [];
  const source =
    file === '' ? ({ kind: 'environment' } as const) : ({ kind: 'file', path: resolve(root, file) } as const);
  const keys = problemsOf(() => loadMasterKeys(source, inline === '' ? null : new Secret(inline)));
  return keys.ok ? [] : keys.problems;
}

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; problems: ConfigError['problems'] };

function problemsOf<T>(read: () => T): Read<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { ok: false, problems: error.problems };
  }
}
