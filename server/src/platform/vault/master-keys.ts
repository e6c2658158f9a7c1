import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { MasterKeysSource } from '../config/config';
import { ConfigError } from '../config/problems';
import type { Secret } from '../secret';
import { KEY_BYTES, keyIdOf, open, seal } from './aead';

/** What is configured: one key seals, all of them open. */
interface KeySet {
  readonly active: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** Keys at rest that a master key wraps: what a rotation has to wrap anew. */
export interface MasterWrapped {
  /** "epoch keys" */
  readonly what: string;
  /** The id of the master key that wraps each of them, by their own ids. */
  wrappedBy(): Promise<ReadonlyMap<string, string>>;
  /** Wraps one under the active master key. */
  rewrap(id: string): Promise<void>;
}

/**
 * The key-encryption keys. Keys from a file are read again before each wrap and when an unknown one is needed, so that a
 * running server follows a rotation; while the file cannot be used, the last good keys stay.
 */
export class MasterKeys {
  constructor(
    private set: KeySet,
    private readonly reload: () => KeySet,
  ) {}

  /** The id of the key that wraps what is new. */
  get activeId(): string {
    return this.set.active;
  }

  /** The ids of all configured keys. */
  get ids(): readonly string[] {
    return [...this.set.keys.keys()];
  }

  wrap(boundTo: readonly string[], clear: Buffer): string {
    this.refresh();
    return seal(this.key(this.set.active), this.set.active, boundTo, clear);
  }

  /** @throws MasterKeyMissing; SealBroken when this key did not wrap this text for this place. */
  unwrap(boundTo: readonly string[], wrapped: string): Buffer {
    const keyId = keyIdOf(wrapped);
    if (!this.set.keys.has(keyId)) this.refresh();
    return open(this.key(keyId), keyId, boundTo, wrapped);
  }

  private refresh(): void {
    try {
      this.set = this.reload();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
    }
  }

  private key(id: string): Buffer {
    const key = this.set.keys.get(id);
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
  if (source.kind === 'environment') {
    const given = parse('MASTER_KEYS', inline?.reveal() ?? '');
    return new MasterKeys(given, () => given);
  }
  if (source.kind === 'development') makeDevelopmentKey(source.path);
  const read = () => parse('MASTER_KEYS_FILE', readKeyFile(source.path));
  return new MasterKeys(read(), read);
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError([{ variable: 'MASTER_KEYS_FILE', problem: `cannot be read: ${path}` }]);
  }
}

function parse(variable: string, text: string): KeySet {
  const shape = 'must be {"active":"mk1","keys":{"mk1":"<base64 of 32 bytes>"}}';
  const parsed = masterKeysJson.safeParse(parseJson(text));
  if (!parsed.success) throw new ConfigError([{ variable, problem: shape }]);
  const { active, keys } = parsed.data;
  if (keys[active] === undefined) {
    throw new ConfigError([{ variable, problem: 'names an active key that is not among its keys' }]);
  }
  return {
    active,
    keys: new Map(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')])),
  };
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
