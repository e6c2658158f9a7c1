import type { Pair } from '../pair';
import type { Stand } from '../stand';

/**
 * Ana came back from Instagram to renew her connection, and the server stopped before it stored the grant: a row that
 * every ending wants to remove, each at another moment of its own.
 */
export async function leaveConnectHalfWay(stand: Stand, { ana, connection }: Pair): Promise<void> {
  await ana.startConnect(connection);
  await stand.app.dataSource.query('update connect_attempt set consumed_at = $1 where consumed_at is null', [
    stand.clock.now(),
  ]);
}
