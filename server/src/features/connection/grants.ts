import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { Secret } from '../../platform/secret';
import type { Vault } from '../../platform/vault';
import { InstagramConnectionRow } from './instagram-connection.entity';
import { connectionPlace, profileKey, tokenKey } from './places';

/** What a job needs to call Instagram for a connection. It lives in memory for the length of the job, no longer. */
export interface Grant {
  readonly connectionId: string;
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

  /** The living grant of a connection; null when it was cut, deauthorized, has no token or belongs to another app. */
  open(connectionId: string, now: Date): Promise<Grant | null> {
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

  /** Records that Instagram answered for this grant. */
  async recordCheck(tx: EntityManager, grant: Grant, at: Date): Promise<void> {
    await tx.update(
      InstagramConnectionRow,
      { id: grant.connectionId, generation: grant.generation, cutAt: IsNull() },
      { checkedAt: at },
    );
  }

  /** The connections whose analytics can be fetched now, for the timetable's finder. */
  async livingConnectionIds(now: Date): Promise<string[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(InstagramConnectionRow, 'connection')
      .select('connection.id', 'id')
      .where({ appId: this.appId, cutAt: IsNull(), deauthorizedAt: IsNull() })
      .andWhere('connection.token_expires_at > :now', { now })
      .orderBy('connection.id')
      .getRawMany<{ id: string }>();
    return rows.map((row) => row.id);
  }

  /** The same in a transaction that holds the connection's row, so that row and keys belong together. */
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
