import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { KnownDeviceRow } from './known-device.entity';

/** The browser that signs in. */
export interface Device {
  /** The random value of its own cookie, which says nothing about it. */
  readonly cookie: string;
  /** In words of a fixed list, such as "Firefox on Windows". */
  readonly name: string;
  /** How it names itself; null when it does not. */
  readonly userAgent: string | null;
}

/**
 * Notes that a browser signs in, in the transaction of the sign-in, and answers its digest when the account has others
 * and not this one. The first browser of all is nobody's news: the account was made with it, or before browsers were
 * noted.
 */
export async function meetDevice(
  tx: EntityManager,
  accountId: string,
  device: Device,
  now: Date,
): Promise<Buffer | null> {
  const deviceHash = createHash('sha256').update(`${accountId}|${device.cookie}`).digest();
  const { affected } = await tx.update(KnownDeviceRow, { deviceHash }, { lastUsedAt: now });
  if (affected === 1) return null;
  const hasOthers = await tx.existsBy(KnownDeviceRow, { accountId });
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(KnownDeviceRow)
    .values({ deviceHash, accountId, firstUsedAt: now, lastUsedAt: now })
    .orIgnore()
    .returning('device_hash')
    .execute();
  return hasOthers && (inserted.raw as unknown[]).length > 0 ? deviceHash : null;
}
