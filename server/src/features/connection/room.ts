import { type EntityManager, IsNull } from 'typeorm';
import { InstagramConnectionRow } from './instagram-connection.entity';

/**
 * Whether an account may have one more connection. Holds the account's row for the rest of the transaction, so that two
 * connects of one account cannot both take the last place.
 */
export async function hasRoom(tx: EntityManager, accountId: string, most: number): Promise<boolean> {
  await tx.query('select 1 from account where id = $1 for no key update', [accountId]);
  return (await countConnections(tx, accountId)) < most;
}

/** How many connections an account has, whatever their state. */
export function countConnections(tx: EntityManager, accountId: string): Promise<number> {
  return tx.countBy(InstagramConnectionRow, { accountId, cutAt: IsNull() });
}
