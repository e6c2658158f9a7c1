import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../config/problems';
import { withConfiguredKeys } from './check-configured-keys';

const KEY = Buffer.alloc(32, 7).toString('base64');
const GOOD = JSON.stringify({ active: 'mk1', keys: { mk1: KEY } });
const SHORT = JSON.stringify({ active: 'mk1', keys: { mk1: KEY.slice(4) } });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sociogenie-keys-'));
  writeFileSync(join(folder, 'good.json'), GOOD);
  writeFileSync(join(folder, 'short.json'), SHORT);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wrongPort = (): string => {
  throw new ConfigError([{ variable: 'PORT', problem: 'is not a port' }]);
};

/** The variables that are complained about. */
function problems(env: Record<string, string>, read: () => string): string[] {
  try {
    expect(withConfiguredKeys(env, folder, read)).toBe('read');
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.message).not.toContain(KEY.slice(4, 30));
    return error.problems.map(({ variable }) => variable);
  }
}

it.each([
  ['none are named', {}, []],
  ['the file is good', { MASTER_KEYS_FILE: 'good.json' }, []],
  ['the variable is good', { MASTER_KEYS: GOOD }, []],
  ['the file is not there', { MASTER_KEYS_FILE: 'none.json' }, ['MASTER_KEYS_FILE']],
  ['a key in the file is too short', { MASTER_KEYS_FILE: 'short.json' }, ['MASTER_KEYS_FILE']],
  ['the variable is no JSON', { MASTER_KEYS: 'mk1' }, ['MASTER_KEYS']],
  ['both are named', { MASTER_KEYS: 'mk1', MASTER_KEYS_FILE: 'none.json' }, []],
])('when %s, that and everything else is told at once', (_name, env, expected) => {
  expect(problems(env, () => 'read')).toEqual(expected);
  expect(problems(env, wrongPort)).toEqual(['PORT', ...expected]);
});

it('leaves a surprise as it is', () => {
  const surprise = () => {
    throw new RangeError('x');
  };
  expect(() => withConfiguredKeys({ MASTER_KEYS: 'mk1' }, folder, surprise)).toThrow(RangeError);
});
