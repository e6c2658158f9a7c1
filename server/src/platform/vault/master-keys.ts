import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { MasterKeysSource } from '../config/config';
import { ConfigError } from '../config/problems';
import type { Secret } from '../secret';
import { KEY_BYTES, keyIdOf, open, seal } from './aead';

/** The key-encryption keys: one seals, all of them open, so that a key can be replaced while the server runs. */
export class MasterKeys {
  constructor(
    private readonly active: string,
    private readonly keys: ReadonlyMap<string, Buffer>,
  ) {}

  wrap(boundTo: readonly string[], clear: Buffer): string {
    return seal(this.key(this.active), this.active, boundTo, clear);
  }

  unwrap(boundTo: readonly string[], wrapped: string): Buffer {
    const keyId = keyIdOf(wrapped);
    return open(this.key(keyId), keyId, boundTo, wrapped);
  }

  private key(id: string): Buffer {
    const key = this.keys.get(id);
    if (key === undefined) throw new MasterKeyMissing(id);
    return key;
  }
}

/** Something is wrapped by a master key that this process was not given. */
export class MasterKeyMissing extends Error {
  constructor(id: string) {
    super(`master key "${id}" is not configured: add it to MASTER_KEYS_FILE or MASTER_KEYS`);
    this.name = 'MasterKeyMissing';
  }
}

const KEY_ID = /^[a-z0-9-]{1,32}$/;

const masterKeysJson = z.object({
  active: z.string(),
  keys: z.record(
    z.string().regex(KEY_ID),
    z.string().refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES),
  ),
});

/**
 * Reads the master keys from where the configuration says. For development a file with one key (mode 0400) is made at
 * its first use.
 *
 * @throws ConfigError when the file or the JSON is not usable; the message never holds a key.
 */
export function loadMasterKeys(source: MasterKeysSource, inline: Secret | null): MasterKeys {
  if (source.kind === 'environment') return parse('MASTER_KEYS', inline?.reveal() ?? '');
  if (source.kind === 'development') makeDevelopmentKey(source.path);
  return parse('MASTER_KEYS_FILE', readKeyFile(source.path));
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError([{ variable: 'MASTER_KEYS_FILE', problem: `cannot be read: ${path}` }]);
  }
}

function parse(variable: string, text: string): MasterKeys {
  const shape = 'must be {"active":"mk1","keys":{"mk1":"<base64 of 32 bytes>"}}';
  const parsed = masterKeysJson.safeParse(parseJson(text));
  if (!parsed.success) throw new ConfigError([{ variable, problem: shape }]);
  const { active, keys } = parsed.data;
  if (keys[active] === undefined) {
    throw new ConfigError([{ variable, problem: 'names an active key that is not among its keys' }]);
  }
  return new MasterKeys(
    active,
    new Map(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')])),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Made whole beside its place, then linked: two processes that start together agree on one key. */
function makeDevelopmentKey(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  const key = randomBytes(KEY_BYTES).toString('base64');
  writeFileSync(draft, JSON.stringify({ active: 'dev1', keys: { dev1: key } }), { mode: 0o400, flush: true });
  chmodSync(draft, 0o400);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
