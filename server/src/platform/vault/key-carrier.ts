import { randomBytes } from 'node:crypto';
import { KEY_BYTES, open, seal } from './aead';
import type { KeyRing } from './key-ring';
import type { MasterKeys } from './master-keys';
import { wrapBoundTo } from './vault';

/** A data key as it is stored: whose it is, and wrapped. */
export interface WrappedDataKey {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly generation: number;
  readonly wrapped: string;
}

const CARRIER = 'backup';

/**
 * Carries data keys through a backup of the key store. Each is taken out of its epoch and wrapped by a key made for this
 * one backup, which a master key wraps: so no epoch key ever leaves the ring, and a backup holds the keys that lived when
 * it was made, and none that had been destroyed. They come back under an epoch of the day of their return.
 */
export class KeyCarrier {
  private constructor(
    private readonly key: Buffer,
    /** The carrier's own key, wrapped by a master key and bound to the moment of the backup. */
    readonly wrapped: string,
  ) {}

  /** The carrier of a new backup. */
  static make(masterKeys: MasterKeys, madeAt: Date): KeyCarrier {
    const key = randomBytes(KEY_BYTES);
    return new KeyCarrier(key, masterKeys.wrap(boundTo(madeAt), key));
  }

  /** @throws MasterKeyMissing; SealBroken when it is another backup's, or the date of the backup was changed. */
  static open(masterKeys: MasterKeys, madeAt: Date, wrapped: string): KeyCarrier {
    return new KeyCarrier(masterKeys.unwrap(boundTo(madeAt), wrapped), wrapped);
  }

  /**
   * A data key out of its epoch, wrapped for the way.
   *
   * @throws EpochKeyMissing, SealBroken when the ring does not belong to the key.
   */
  async pack(ring: KeyRing, epochId: string, dataKey: WrappedDataKey): Promise<string> {
    const place = wrapBoundTo(dataKey.id, dataKey);
    const key = await ring.unwrap(epochId, place, dataKey.wrapped);
    const packed = seal(this.key, CARRIER, place, key);
    key.fill(0);
    return packed;
  }

  /** A data key from the way, wrapped by an epoch. @throws SealBroken when it was not packed by this carrier. */
  async unpack(ring: KeyRing, epochId: string, dataKey: WrappedDataKey): Promise<string> {
    const place = wrapBoundTo(dataKey.id, dataKey);
    const key = open(this.key, CARRIER, place, dataKey.wrapped);
    const wrapped = await ring.wrap(epochId, place, key);
    key.fill(0);
    return wrapped;
  }
}

const boundTo = (madeAt: Date): string[] => ['backup', madeAt.toISOString()];
