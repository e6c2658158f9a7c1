import type { EntityManager } from 'typeorm';
import { InstagramConnectionRow } from '../connection';
import { TransferRequestRow } from './transfer-request.entity';

/** The connection that holds an Instagram account, while it does: not cut, not removed at Instagram. */
export const isHolding = ({
  cutAt,
  deauthorizedAt,
}: Pick<InstagramConnectionRow, 'cutAt' | 'deauthorizedAt'>): boolean =>
  cutAt === null && deauthorizedAt === null;

/**
 * Locks a connection, whatever its state; null when it is gone. It is locked before the request about it, always, so that
 * nobody waits in a circle.
 */
export function lockConnection(
  tx: EntityManager,
  connectionId: string,
): Promise<InstagramConnectionRow | null> {
  return tx
    .createQueryBuilder(InstagramConnectionRow, 'connection')
    .setLock('pessimistic_write')
    .where({ id: connectionId })
    .getOne();
}

/** Locks the request about a connection that the caller holds; null when there is none. */
export function lockRequest(tx: EntityManager, connectionId: string): Promise<TransferRequestRow | null> {
  return tx
    .createQueryBuilder(TransferRequestRow, 'request')
    .setLock('pessimistic_write')
    .where({ connectionId })
    .getOne();
}
