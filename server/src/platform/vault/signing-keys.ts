import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { type DataSource, type EntityManager, In, IsNull, Like, Not } from 'typeorm';
import type { Clock } from '../clock';
import { ADVISORY_LOCKS } from '../database/advisory-locks';
import type { MasterKeys } from './master-keys';
import { ServiceKeyRow } from './service-key.entity';
import { SigningKeyRow } from './signing-key.entity';

/** The key that signs now, opened. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

/** An Ed25519 public key as a JSON Web Key (RFC 8037). */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
}

/**
 * Ed25519 keys that sign what others check: random, made at the first start. The private half is wrapped in the key
 * schema like a service key, and is destroyed when the key retires; the public half stays for good.
 */
export class SigningKeys {
  constructor(
    private readonly dataSource: DataSource,
    private readonly masterKeys: MasterKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the first key when there is none, and opens the one there is.
   *
   * @throws MasterKeyMissing, SealBroken when the configured master key did not wrap it.
   */
  async ensure(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await lock(tx);
      if ((await findCurrent(tx)) === null) await this.make(tx);
    });
    await this.current(this.dataSource.manager);
  }

  /** The key that signs at this moment: never kept in memory, so a rotation holds for every process at once. */
  async current(tx: EntityManager): Promise<SigningKey> {
    // One statement, so that a rotation is seen whole or not at all.
    const [row]: { id: string; wrapped: string }[] = await tx.query(
      `select key.id, stored.wrapped
       from signing_key key join keystore.service_key stored on stored.name = 'signing:' || key.id
       where key.retired_at is null`,
    );
    if (row === undefined) throw new Error('there is no signing key');
    const der = this.masterKeys.unwrap(['service', serviceKeyName(row.id)], row.wrapped);
    return { id: row.id, privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
  }

  /** A new key signs from here on; the old private key is destroyed, its public key is kept. Answers the new key's id. */
  async rotate(): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      await lock(tx);
      const old = await findCurrent(tx);
      if (old !== null) {
        await tx.update(SigningKeyRow, old.id, { retiredAt: this.clock.now() });
        await tx.delete(ServiceKeyRow, { name: serviceKeyName(old.id) });
      }
      return this.make(tx);
    });
  }

  /**
   * After a restore: the key whose private half is here signs, whatever the restored public keys say of it. The public half
   * of one that was made after the backup is made again from the private one.
   *
   * @throws MasterKeyMissing, SealBroken when the configured master key did not wrap it.
   */
  async mend(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await lock(tx);
      const stored = await tx.findBy(ServiceKeyRow, { name: Like(serviceKeyName('%')) });
      const ids = stored.map(({ name }) => name.slice(serviceKeyName('').length));
      const lost = { id: Not(In(ids)), retiredAt: IsNull() };
      await tx.update(SigningKeyRow, lost, { retiredAt: this.clock.now() });
      for (const { name, wrapped, createdAt } of stored) {
        const key = createPrivateKey({
          key: this.masterKeys.unwrap(['service', name], wrapped),
          format: 'der',
          type: 'pkcs8',
        });
        const publicKey = rawPublicKey(createPublicKey(key));
        const row = { id: thumbprint(publicKey), publicKey, createdAt, retiredAt: null };
        await tx.createQueryBuilder().insert().into(SigningKeyRow).values(row).orIgnore().execute();
      }
    });
  }

  /** Every public key there ever was, the newest first, as a JSON Web Key Set (RFC 7517). */
  async publicKeys(): Promise<{ readonly keys: readonly PublicJwk[] }> {
    const rows = await this.dataSource.getRepository(SigningKeyRow).find();
    rows.sort(
      (a, b) => Number(b.retiredAt === null) - Number(a.retiredAt === null) || +b.createdAt - +a.createdAt,
    );
    return { keys: rows.map(({ id, publicKey }) => toJwk(id, publicKey)) };
  }

  /** Every public key there ever was, to check signatures with. */
  async verifiers(tx: EntityManager): Promise<KeyObject[]> {
    const rows = await tx.find(SigningKeyRow);
    return rows.map(({ id, publicKey }) =>
      createPublicKey({ key: { ...toJwk(id, publicKey) }, format: 'jwk' }),
    );
  }

  private async make(tx: EntityManager): Promise<string> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const raw = rawPublicKey(publicKey);
    const id = thumbprint(raw);
    const name = serviceKeyName(id);
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    const createdAt = this.clock.now();
    await tx.insert(ServiceKeyRow, {
      name,
      wrapped: this.masterKeys.wrap(['service', name], der),
      createdAt,
    });
    await tx.insert(SigningKeyRow, { id, publicKey: raw, createdAt, retiredAt: null });
    return id;
  }
}

const findCurrent = (tx: EntityManager): Promise<SigningKeyRow | null> =>
  tx.findOneBy(SigningKeyRow, { retiredAt: IsNull() });

const lock = (tx: EntityManager): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.signingKey]);

/** The 32 bytes of an Ed25519 public key. */
const rawPublicKey = (key: KeyObject): Buffer =>
  Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');

const serviceKeyName = (id: string): string => `signing:${id}`;

function thumbprint(publicKey: Buffer): string {
  const jwk = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x: publicKey.toString('base64url') });
  return createHash('sha256').update(jwk).digest('base64url');
}

function toJwk(kid: string, publicKey: Buffer): PublicJwk {
  const x = publicKey.toString('base64url');
  return { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' };
}
