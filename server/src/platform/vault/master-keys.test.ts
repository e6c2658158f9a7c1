import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../config/problems';
import { Secret } from '../secret';
import { SealBroken } from './aead';
import { loadMasterKeys, MasterKeyMissing } from './master-keys';

const newKey = () => randomBytes(32).toString('base64');
const json = (active: string, keys: Record<string, string>) => JSON.stringify({ active, keys });
const fromEnvironment = (text: string) => loadMasterKeys({ kind: 'environment' }, new Secret(text));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sociogenie-master-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('unwraps with any of its keys, and wraps with the active one', () => {
  const [mk1, mk2] = [newKey(), newKey()];
  const before = fromEnvironment(json('mk1', { mk1 }));
  const after = fromEnvironment(json('mk2', { mk1, mk2 }));
  const old = before.wrap(['epoch', 'e1'], Buffer.from('key'));
  expect(after.unwrap(['epoch', 'e1'], old).toString()).toBe('key');
  const renewed = after.wrap(['epoch', 'e1'], Buffer.from('key'));
  expect(renewed).toMatch(/^v1\.mk2\./);
  expect(() => before.unwrap(['epoch', 'e1'], renewed)).toThrow(MasterKeyMissing);
});

it('opens in its place alone', () => {
  const keys = fromEnvironment(json('mk1', { mk1: newKey() }));
  const wrapped = keys.wrap(['epoch', 'e1'], Buffer.from('key'));
  expect(() => keys.unwrap(['epoch', 'e2'], wrapped)).toThrow(SealBroken);
  expect(() => fromEnvironment(json('mk1', { mk1: newKey() })).unwrap(['epoch', 'e1'], wrapped)).toThrow(
    SealBroken,
  );
});

it.each([
  ['no JSON', 'mk1'],
  ['no keys', '{"active":"mk1"}'],
  ['a short key', json('mk1', { mk1: randomBytes(31).toString('base64') })],
  ['a long key', json('mk1', { mk1: randomBytes(33).toString('base64') })],
  ['a name with a dot', json('m.k', { 'm.k': newKey() })],
  ['an active key that is not there', json('mk2', { mk1: newKey() })],
  ['nothing', ''],
])('refuses %s, by the variable and without a key', (_what, text) => {
  const attempt = () => fromEnvironment(text);
  expect(attempt).toThrow(ConfigError);
  expect(attempt).toThrow('MASTER_KEYS');
  expect(attempt).toThrow(
    expect.objectContaining({ message: expect.not.stringMatching(/[A-Za-z0-9+/]{20}={0,2}/) }),
  );
});

it('reads a file', () => {
  const path = join(folder, 'keys.json');
  writeFileSync(path, json('mk1', { mk1: newKey() }));
  const keys = loadMasterKeys({ kind: 'file', path }, null);
  expect(keys.unwrap(['x'], keys.wrap(['x'], Buffer.from('key'))).toString()).toBe('key');
});

it('names the file that cannot be read, and makes none', () => {
  const path = join(folder, 'missing.json');
  expect(() => loadMasterKeys({ kind: 'file', path }, null)).toThrow(
    `MASTER_KEYS_FILE: cannot be read: ${path}`,
  );
  expect(existsSync(path)).toBe(false);
});

describe('the development key', () => {
  it('is made once, for its owner alone, and leaves nothing else behind', () => {
    const path = join(folder, 'keys', 'master-keys.json');
    const source = { kind: 'development', path } as const;
    const wrapped = loadMasterKeys(source, null).wrap(['x'], Buffer.from('key'));
    expect(statSync(path).mode & 0o777).toBe(0o400);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['master-keys.json']);
    expect(loadMasterKeys(source, null).unwrap(['x'], wrapped).toString()).toBe('key');
  });

  it('is not replaced when it is broken', () => {
    const path = join(folder, 'master-keys.json');
    writeFileSync(path, 'broken');
    chmodSync(path, 0o400);
    expect(() => loadMasterKeys({ kind: 'development', path }, null)).toThrow(ConfigError);
  });
});
