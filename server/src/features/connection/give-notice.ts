import type { EntityManager } from 'typeorm';
import { ConnectionWarningRow } from './connection-warning.entity';
import type { ConnectionNotice, Notices } from './ports';

/**
 * Gives a notice unless it was given before, whoever asks and however often: the row that stands for it decides. The
 * caller's transaction holds the connection. Tells whether it was given now.
 */
export async function giveNotice(
  tx: EntityManager,
  notices: Notices,
  notice: ConnectionNotice,
  toldAt: Date,
): Promise<boolean> {
  const { connectionId, generation, kind, rung, aboutAt } = notice;
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(ConnectionWarningRow)
    .values({ connectionId, generation, kind, rung: rung ?? 0, aboutAt, toldAt })
    .orIgnore()
    .returning('connection_id')
    .execute();
  if ((inserted.raw as unknown[]).length === 0) return false;
  await notices.tell(tx, notice);
  return true;
}
