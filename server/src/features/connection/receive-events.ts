import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { InstagramEvent } from '../../instagram/instagram';
import type { Clock } from '../../platform/clock';
import { durableTransaction } from '../../platform/database/durable-transaction';
import { newId } from '../../platform/ids';
import type { ServiceKeys, Vault } from '../../platform/vault';
import { InstagramConnectionRow } from './instagram-connection.entity';
import { InstagramEventRow } from './instagram-event.entity';
import { eventPlace, profileKey } from './places';

export interface ReceiveEventsDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly keys: ServiceKeys;
  readonly clock: Clock;
  readonly appId: string;
  /** Lets the connection's numbers be fetched soon, inside the transaction that stores the event. */
  queueSyncSoon(tx: EntityManager, connectionId: string, at: Date): Promise<void>;
}

/** What became of the events of one delivery. */
export interface ReceivedEvents {
  readonly stored: number;
  /** Had come before. */
  readonly repeated: number;
  /** Of an account that is not connected, was removed at Instagram, or did not let us read comments: kept nowhere. */
  readonly dropped: number;
}

/**
 * Takes events in: for each that is new, that it came, when, and which media it was about, sealed. Durable when it
 * returns. A connection that is being cut is waited for, and then has none.
 */
export async function receiveEvents(
  deps: ReceiveEventsDependencies,
  events: readonly InstagramEvent[],
): Promise<ReceivedEvents> {
  if (events.length === 0) return { stored: 0, repeated: 0, dropped: 0 };
  const now = deps.clock.now();
  return durableTransaction(deps.dataSource, async (tx) => {
    const byAccount = Map.groupBy(events, ({ accountId }) =>
      deps.keys.blindIndex('professional', accountId).toString('hex'),
    );
    let [stored, kept] = [0, 0];
    for (const row of await livingOf(tx, deps.appId, [...byAccount.keys()])) {
      const own = byAccount.get(row.professionalIndex.toString('hex')) ?? [];
      const fresh = await storeNew(tx, deps, row.id, own, now);
      if (fresh > 0) await deps.queueSyncSoon(tx, row.id, now);
      stored += fresh;
      kept += own.length;
    }
    return { stored, repeated: kept - stored, dropped: events.length - kept };
  });
}

/** The living connections of these accounts that may hear of comments, held for the rest of the transaction. */
function livingOf(
  tx: EntityManager,
  appId: string,
  professionalIndexes: readonly string[],
): Promise<InstagramConnectionRow[]> {
  return tx
    .createQueryBuilder(InstagramConnectionRow, 'connection')
    .setLock('pessimistic_read')
    .where({
      appId,
      professionalIndex: In(professionalIndexes.map((hex) => Buffer.from(hex, 'hex'))),
      cutAt: IsNull(),
      deauthorizedAt: IsNull(),
    })
    .andWhere("'MANAGE_COMMENTS' = any (connection.granted_permissions)")
    .orderBy('connection.id')
    .getMany();
}

/** Stores what is not there yet and tells how many those were; the unique index decides between two at once. */
async function storeNew(
  tx: EntityManager,
  { vault, keys }: ReceiveEventsDependencies,
  connectionId: string,
  events: readonly InstagramEvent[],
  receivedAt: Date,
): Promise<number> {
  const profile = await vault.openKey(tx, profileKey(connectionId));
  const rows = new Map<string, InstagramEventRow>();
  for (const { kind, mediaId, digest } of events) {
    const id = newId();
    const eventIndex = keys.blindIndex('event', `${connectionId}|${digest.toString('hex')}`);
    const mediaIdSealed = mediaId === null ? null : profile.seal(eventPlace(id, 'media_id_sealed'), mediaId);
    rows.set(eventIndex.toString('hex'), { id, connectionId, eventIndex, kind, mediaIdSealed, receivedAt });
  }
  // In one order, so that two deliveries of the same events wait for each other in no circle.
  const values = [...rows].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(InstagramEventRow)
    .values(values)
    .orIgnore()
    .returning('id')
    .execute();
  return (raw as unknown[]).length;
}
