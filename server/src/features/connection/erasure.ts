import { type EntityManager, IsNull } from 'typeorm';
import type { ServiceKeys, Vault } from '../../platform/vault';
import { deselectConnection } from '../account';
import type { AccountEraser, Eraser } from '../deletion';
import { ConnectAttemptRow } from './connect-attempt.entity';
import { timing } from './connection';
import { ConnectionCheckRow } from './connection-check.entity';
import { ConnectionHealthRow } from './connection-health.entity';
import { ConnectionLineRow } from './connection-line.entity';
import { ConnectionPictureRow } from './connection-picture.entity';
import { ConnectionWarningRow } from './connection-warning.entity';
import { removeToken } from './deauthorize';
import { blindIndexes, findByMetaUser, lockByMetaUser } from './find-by-meta-user';
import { InstagramConnectionRow } from './instagram-connection.entity';
import { InstagramEventRow } from './instagram-event.entity';
import { TokenRenewalRow } from './token-renewal.entity';

/** A connection as a deletion request meets it. */
export interface ConnectionToErase {
  readonly connectionId: string;
  readonly accountId: string;
  /** Granted clearly after the request was issued: not meant by it. */
  readonly grantedLater: boolean;
  /** An earlier request already cut it, and its rows are being erased. */
  readonly alreadyCut: boolean;
  /** The blind indexes of Instagram's ids of it. */
  readonly instagramIndexes: readonly Buffer[];
}

/** What a deletion may do to connections; `app.ts` hands it to the deletion feature. */
export class ConnectionErasure {
  constructor(
    private readonly vault: Vault,
    private readonly keys: ServiceKeys,
    private readonly appId: string,
  ) {}

  /** Locks every connection of the person whom a deletion callback names. */
  async lockByMetaUser(tx: EntityManager, metaUserId: string, issuedAt: Date): Promise<ConnectionToErase[]> {
    const rows = await lockByMetaUser(tx, this.keys, this.appId, metaUserId);
    return rows.map((row) => toErase(row, issuedAt));
  }

  /** What `lockByMetaUser` would answer at this moment; changes and locks nothing. */
  async findByMetaUser(tx: EntityManager, metaUserId: string, issuedAt: Date): Promise<ConnectionToErase[]> {
    const rows = await findByMetaUser(tx, this.keys, this.appId, metaUserId);
    return rows.map((row) => toErase(row, issuedAt));
  }

  /** The blind indexes under which an id of Instagram's would be found, whichever of its forms it is. */
  indexesOf(metaUserId: string): Buffer[] {
    return Object.values(blindIndexes(this.keys, metaUserId));
  }

  /** The account that a connection is of, while it is not cut; null otherwise. */
  async ownerOf(tx: EntityManager, connectionId: string): Promise<string | null> {
    const row = await tx.findOneBy(InstagramConnectionRow, { id: connectionId, cutAt: IsNull() });
    return row?.accountId ?? null;
  }

  /** Locks an account's own connection; null when there is none that was not cut. */
  async lockOwn(
    tx: EntityManager,
    accountId: string,
    connectionId: string,
  ): Promise<ConnectionToErase | null> {
    const row = await tx
      .createQueryBuilder(InstagramConnectionRow, 'connection')
      .setLock('pessimistic_write')
      .where({ id: connectionId, accountId, cutAt: IsNull() })
      .getOne();
    return row === null ? null : { ...toErase(row, row.grantedAt), grantedLater: false };
  }

  /** Every connection of every account, for a replay after a restore. */
  all(tx: EntityManager): Promise<{ connectionId: string; accountId: string; generation: number }[]> {
    return tx
      .createQueryBuilder(InstagramConnectionRow, 'connection')
      .select('connection.id', 'connectionId')
      .addSelect('connection.accountId', 'accountId')
      .addSelect('connection.generation', 'generation')
      .orderBy('connection.id')
      .getRawMany();
  }

  /** Removes the token of that generation, as a deauthorization does; nothing when a newer grant has come. */
  async deauthorize(
    tx: EntityManager,
    { connectionId, generation }: { connectionId: string; generation: number },
    at: Date,
  ): Promise<void> {
    const row = await tx.findOne(InstagramConnectionRow, {
      where: { id: connectionId, generation, cutAt: IsNull(), deauthorizedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (row !== null) await removeToken(tx, this.vault, connectionId, at);
  }

  /**
   * Ends every connect that an account began, and locks its connections, those that an earlier request already cut among
   * them.
   */
  async lockAllOf(tx: EntityManager, accountId: string): Promise<ConnectionToErase[]> {
    await tx.delete(ConnectAttemptRow, { accountId });
    const rows = await tx
      .createQueryBuilder(InstagramConnectionRow, 'connection')
      .setLock('pessimistic_write')
      .where({ accountId })
      .orderBy('connection.id')
      .getMany();
    return rows.map((row) => ({ ...toErase(row, row.grantedAt), grantedLater: false }));
  }

  /**
   * Destroys the connection's keys and takes it out of every read, in the caller's transaction. From here on nothing
   * of it can be read or written, whatever happens next. Tells how many access keys were destroyed.
   */
  async cut(tx: EntityManager, subject: ConnectionToErase, at: Date): Promise<number> {
    const { connectionId, accountId } = subject;
    // None needs another's answer: they go out together and cost one round trip.
    const [accessKeys] = await Promise.all([
      this.vault.destroyKeys(tx, connectionId, ['token']),
      this.vault.destroyKeys(tx, connectionId, ['profile']),
      tx.update(InstagramConnectionRow, connectionId, { cutAt: at, tokenSealed: null, tokenExpiresAt: null }),
      tx.delete(ConnectAttemptRow, { connectionId }),
      deselectConnection(tx, accountId, connectionId),
    ]);
    return accessKeys;
  }
}

/** Tables whose rows are of one connection each. */
const HANGS_ON = [
  TokenRenewalRow,
  ConnectionHealthRow,
  ConnectionLineRow,
  ConnectionPictureRow,
  ConnectionCheckRow,
  ConnectionWarningRow,
  InstagramEventRow,
] as const;

function toErase(row: InstagramConnectionRow, issuedAt: Date): ConnectionToErase {
  return {
    connectionId: row.id,
    accountId: row.accountId,
    grantedLater: timing(row.grantedAt, issuedAt) === 'granted-after',
    alreadyCut: row.cutAt !== null,
    instagramIndexes: [row.exchangeUserIndex, row.appScopedIndex, row.professionalIndex],
  };
}

/**
 * Removes what is left of a cut connection: the row with every id, name and blind index, and what points to it should
 * it have been written while the connection was being cut.
 */
export function connectionEraser(vault: Vault): Eraser {
  return {
    category: 'INSTAGRAM_IDENTITY',
    claims: [
      { table: 'instagram_connection', columns: '*' },
      { table: 'keystore.data_key', columns: '*' },
      { table: 'connect_attempt', columns: '*' },
      { table: 'token_renewal', columns: '*' },
      { table: 'connection_health', columns: '*' },
      { table: 'connection_line', columns: '*' },
      { table: 'connection_picture', columns: '*' },
      { table: 'connection_check', columns: '*' },
      { table: 'connection_warning', columns: '*' },
      { table: 'instagram_event', columns: '*' },
      { table: 'account', columns: ['selected_connection_id'] },
    ],
    async erase({ connectionId, accountId }, tx) {
      await vault.destroyKeys(tx, connectionId, ['profile', 'token']);
      await tx.delete(ConnectAttemptRow, { connectionId });
      if (accountId !== null) await deselectConnection(tx, accountId, connectionId);
      for (const table of HANGS_ON) await tx.delete(table, { connectionId });
      const result = await tx.delete(InstagramConnectionRow, { id: connectionId });
      return result.affected ?? 0;
    },
    async count({ connectionId }, tx) {
      const rows = await tx.countBy(InstagramConnectionRow, { id: connectionId });
      let hanging = await tx.countBy(ConnectAttemptRow, { connectionId });
      for (const table of HANGS_ON) hanging += await tx.countBy(table, { connectionId });
      return rows + hanging + (await vault.countKeys(tx, connectionId, ['profile', 'token']));
    },
  };
}

/** Removes the connects that an account began, whatever they were to connect. */
export const attemptsOfAccountEraser: AccountEraser = {
  category: 'ACCOUNT',
  claims: [{ table: 'connect_attempt', columns: '*' }],
  async eraseAccount(accountId, tx) {
    const { affected } = await tx.delete(ConnectAttemptRow, { accountId });
    return affected ?? 0;
  },
  countOfAccount: (accountId, tx) => tx.countBy(ConnectAttemptRow, { accountId }),
};
