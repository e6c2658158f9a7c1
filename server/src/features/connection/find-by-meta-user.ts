import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ServiceKeys } from '../../platform/vault';
import { endConnectsUnderWay } from './connects-under-way';
import { InstagramConnectionRow } from './instagram-connection.entity';

/**
 * Locks and answers every connection, in every account, that was granted to this app by the person whom a callback
 * names. Which of the three ids Meta sends is not documented for this login, so all three are tried. Connections that
 * a deletion already cut are among them until their rows are gone. Connects under way are ended first: theirs could be
 * this person's grant, and nobody would look for it again.
 */
export async function lockByMetaUser(
  tx: EntityManager,
  keys: ServiceKeys,
  appId: string,
  metaUserId: string,
): Promise<InstagramConnectionRow[]> {
  await endConnectsUnderWay(tx);
  return byMetaUser(tx, keys, appId, metaUserId).setLock('pessimistic_write').getMany();
}

/** The same connections as they are now, for somebody who only looks: nothing is locked and no connect ends. */
export function findByMetaUser(
  tx: EntityManager,
  keys: ServiceKeys,
  appId: string,
  metaUserId: string,
): Promise<InstagramConnectionRow[]> {
  return byMetaUser(tx, keys, appId, metaUserId).getMany();
}

function byMetaUser(
  tx: EntityManager,
  keys: ServiceKeys,
  appId: string,
  metaUserId: string,
): SelectQueryBuilder<InstagramConnectionRow> {
  return tx
    .createQueryBuilder(InstagramConnectionRow, 'connection')
    .where('connection.app_id = :appId', { appId })
    .andWhere(
      `(connection.exchange_user_index = :exchangeUser or connection.app_scoped_index = :appScoped
        or connection.professional_index = :professional)`,
      blindIndexes(keys, metaUserId),
    )
    .orderBy('connection.id');
}

/** The digests of an id, for each of the forms that it may be. */
export function blindIndexes(keys: ServiceKeys, metaUserId: string) {
  return {
    exchangeUser: keys.blindIndex('exchange-user', metaUserId),
    appScoped: keys.blindIndex('app-scoped', metaUserId),
    professional: keys.blindIndex('professional', metaUserId),
  };
}
