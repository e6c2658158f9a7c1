import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import { KEY_BYTES } from './aead';
import type { MasterKeys } from './master-keys';
import { ServiceKeyRow } from './service-key.entity';

const NAMES = ['lookup', 'confirmation-code', 'limit'] as const;
type ServiceKeyName = (typeof NAMES)[number];

/** The installation's own keys: random, made at the first start, never derived from the master key. */
export class ServiceKeys {
  private readonly keys: ReadonlyMap<ServiceKeyName, KeyObject>;

  constructor(keys: ReadonlyMap<ServiceKeyName, Buffer>) {
    // Made once: Node takes several times as long over a digest when it is handed the key's bytes each time.
    this.keys = new Map([...keys].map(([name, bytes]) => [name, createSecretKey(bytes)]));
  }

  /**
   * The digest by which a sealed value is found again. `kind` separates the spaces: an e-mail never meets an id.
   * It is pseudonymous personal data and is erased like the value itself.
   */
  blindIndex(kind: string, value: string): Buffer {
    return this.mac('lookup', `${kind}|${value}`);
  }

  /** Keyed digest behind the confirmation code of a request of Meta's: the same request gives the same code. */
  confirmationDigest(digest: Buffer): Buffer {
    return this.mac('confirmation-code', digest);
  }

  /** The name under which attempts are counted: no address or e-mail stands in the limits table. */
  limitKey(kind: string, value: string): string {
    return this.mac('limit', `${kind}|${value}`).toString('base64url');
  }

  private mac(name: ServiceKeyName, message: string | Buffer): Buffer {
    const key = this.keys.get(name);
    if (key === undefined) throw new Error(`service key ${name} is missing`);
    return createHmac('sha256', key).update(message).digest();
  }
}

/**
 * Opens the installation's keys, making those that are not there yet.
 *
 * @throws MasterKeyMissing, SealBroken when the configured master key did not wrap them: the wrong key or database.
 */
export async function openServiceKeys(
  dataSource: DataSource,
  masterKeys: MasterKeys,
  clock: Clock,
): Promise<ServiceKeys> {
  const repository = dataSource.getRepository(ServiceKeyRow);
  for (const name of NAMES) {
    const wrapped = masterKeys.wrap(serviceKeyBoundTo(name), randomBytes(KEY_BYTES));
    const row = { name, wrapped, createdAt: clock.now() };
    await repository.createQueryBuilder().insert().values(row).orIgnore().execute();
  }
  const rows = await repository.find();
  const keys = new Map<ServiceKeyName, Buffer>();
  for (const name of NAMES) {
    const row = rows.find((candidate) => candidate.name === name);
    if (row !== undefined) keys.set(name, masterKeys.unwrap(serviceKeyBoundTo(name), row.wrapped));
  }
  return new ServiceKeys(keys);
}

/** The place that a wrapped service key belongs to. */
export const serviceKeyBoundTo = (name: string): string[] => ['service', name];
