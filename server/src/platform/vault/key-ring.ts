/**
 * Where epoch keys live: outside PostgreSQL, so that no heap page or backup of the database can bring one back. An epoch
 * key never leaves the ring: it wraps data keys for a while and is then destroyed, with everything it wrapped. A key
 * management service can take the place of the files.
 */
export interface KeyRing {
  /** Makes the key of a new epoch. It would survive a power cut when this resolves. */
  create(epochId: string): Promise<void>;
  /** Every epoch that has left anything in the ring, half-made and half-destroyed ones included. */
  list(): Promise<readonly string[]>;
  /** @throws EpochKeyMissing when its key was destroyed or never was here. */
  wrap(epochId: string, boundTo: readonly string[], key: Buffer): Promise<string>;
  /** @throws EpochKeyMissing; SealBroken when this epoch did not wrap this key for this place. */
  unwrap(epochId: string, boundTo: readonly string[], wrapped: string): Promise<Buffer>;
  /** Destroys the epoch's key, and what is left of one half destroyed. Not an error when nothing is there. */
  destroy(epochId: string): Promise<void>;
  /** Lets go of keys in memory that another process has destroyed. */
  forgetDestroyed(): void;
}

/** The epoch key that wrapped a data key is not in the ring. */
export class EpochKeyMissing extends Error {
  constructor(epochId: string) {
    super(
      `epoch key ${epochId} is not in the key ring: it was destroyed, or KEYRING_DIR does not belong to this database`,
    );
    this.name = 'EpochKeyMissing';
  }
}
