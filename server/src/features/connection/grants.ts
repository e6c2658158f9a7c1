import { type DataSource, type EntityManager, IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import { Secret } from '../../platform/secret';
import type { Vault } from '../../platform/vault';
import { ConnectionHealthRow } from './connection-health.entity';
import { InstagramConnectionRow } from './instagram-connection.entity';
import { connectionPlace, profileKey, tokenKey } from './places';

/** What a job needs to call Instagram for a connection. It lives in memory for the length of the job, no longer. */
export interface Grant {
  readonly connectionId: string;
  readonly accountId: string;
  readonly generation: number;
  readonly token: Secret;
  /** The professional account's id, digits as text. */
  readonly professionalId: string;
  readonly grantedPermissions: readonly string[];
  readonly grantedAt: Date;
}

/** The use of living grants, and the fence that keeps a dead one from writing. */
export class Grants {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly appId: string,
  ) {}

  /** The living grant of a connection; null when it was cut, deauthorized, ended, has no token or belongs to another app. */
  open(connectionId: string, now: Date): Promise<Grant | null> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const place = { connectionId, accessEndedAt: Not(IsNull()) };
      return (await tx.existsBy(ConnectionHealthRow, place)) ? null : this.openHeld(tx, connectionId, now);
    });
  }

  /** The same, and also one that Instagram ended as far as we know: for whoever asks whether that is still so. */
  openToCheck(connectionId: string, now: Date): Promise<Grant | null> {
    // Row and keys as of one moment: a cut in between takes all of them, and then there is no grant.
    return this.dataSource.transaction('REPEATABLE READ', (tx) => this.openHeld(tx, connectionId, now));
  }

  /**
   * The fence: holds the connection's row for the rest of the transaction and tells whether this generation may still
   * write. Nothing that belongs to a connection is written without it.
   */
  async hold(tx: EntityManager, connectionId: string, generation: number): Promise<boolean> {
    const row = await tx
      .createQueryBuilder(InstagramConnectionRow, 'connection')
      .select('connection.id')
      .setLock('pessimistic_read')
      .where({
        id: connectionId,
        generation,
        cutAt: IsNull(),
        deauthorizedAt: IsNull(),
      })
      .getOne();
    return row !== null;
  }

  /** The fence for what changes the grant itself: as `hold`, and nobody else holds the row until the transaction ends. */
  async holdAlone(tx: EntityManager, connectionId: string, generation: number): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from instagram_connection
       where id = $1 and generation = $2 and cut_at is null and deauthorized_at is null for no key update`,
      [connectionId, generation],
    );
    return rows.length > 0;
  }

  /** Records that Instagram answered for this grant. */
  async recordCheck(tx: EntityManager, grant: Grant, at: Date): Promise<void> {
    await tx.update(
      InstagramConnectionRow,
      { id: grant.connectionId, generation: grant.generation, cutAt: IsNull() },
      { checkedAt: at },
    );
  }

  /** The connections that can be used now, for finders. */
  async livingConnectionIds(now: Date): Promise<string[]> {
    const rows = await this.living(now).orderBy('connection.id').getRawMany<{ id: string }>();
    return rows.map((row) => row.id);
  }

  /** Up to `limit` other living connections, those first that Instagram answered for last: to compare with. */
  async othersThan(connectionId: string, limit: number, now: Date): Promise<string[]> {
    const rows = await this.living(now)
      .andWhere('connection.id <> :connectionId', { connectionId })
      .orderBy('connection.checked_at', 'DESC', 'NULLS LAST')
      .limit(limit)
      .getRawMany<{ id: string }>();
    return rows.map((row) => row.id);
  }

  private living(now: Date): SelectQueryBuilder<InstagramConnectionRow> {
    return this.dataSource.manager
      .createQueryBuilder(InstagramConnectionRow, 'connection')
      .select('connection.id', 'id')
      .where({ appId: this.appId, cutAt: IsNull(), deauthorizedAt: IsNull() })
      .andWhere('connection.token_expires_at > :now', { now })
      .andWhere(
        `not exists (select 1 from connection_health health
         where health.connection_id = connection.id and health.access_ended_at is not null)`,
      );
  }

  /** The grant, in a transaction that holds the connection's row, so that row and keys belong together. */
  async openHeld(tx: EntityManager, connectionId: string, now: Date): Promise<Grant | null> {
    const row = await tx.findOneBy(InstagramConnectionRow, {
      id: connectionId,
      appId: this.appId,
      cutAt: IsNull(),
      deauthorizedAt: IsNull(),
    });
    if (row?.tokenSealed == null || row.tokenExpiresAt === null || row.tokenExpiresAt <= now) return null;
    const profile = await this.vault.openKey(tx, profileKey(row.id));
    const token = await this.vault.openKey(tx, tokenKey(row.id, row.generation));
    return {
      connectionId: row.id,
      accountId: row.accountId,
      generation: row.generation,
      token: new Secret(token.open(connectionPlace(row.id, 'token_sealed'), row.tokenSealed)),
      professionalId: profile.open(
        connectionPlace(row.id, 'professional_id_sealed'),
        row.professionalIdSealed,
      ),
      grantedPermissions: row.grantedPermissions,
      grantedAt: row.grantedAt,
    };
  }
}
