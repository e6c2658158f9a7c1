import { type DataSource, type FindOptionsWhere, In, IsNull } from 'typeorm';
import type { InstagramPermission } from '../../instagram/instagram';
import type { Clock } from '../../platform/clock';
import type { Vault } from '../../platform/vault';
import { missingPermissions } from './connection';
import { ConnectionCheckRow } from './connection-check.entity';
import { ConnectionHealthRow } from './connection-health.entity';
import { ConnectionLineRow } from './connection-line.entity';
import { InstagramConnectionRow } from './instagram-connection.entity';
import type { InstagramWatch } from './instagram-watch';
import { pictureStates } from './picture.store';
import { connectionPlace } from './places';
import { type Standing, standingOf } from './standing';
import { TokenRenewalRow } from './token-renewal.entity';

/** A connection as screens and integrators see it. The token is not part of it. */
export interface ConnectionView {
  readonly id: string;
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string | null;
  /** False when we know that there is no profile picture to be shown. */
  readonly hasPicture: boolean;
  readonly standing: Standing;
  /** Instagram's numbers for the refusal that the standing rests on; null where it rests on none. */
  readonly evidence: { readonly code: number | null; readonly subcode: number | null } | null;
  readonly connectedAt: Date;
  /** When the grant that it has now, or had last, was given. */
  readonly grantedAt: Date;
  readonly checkedAt: Date | null;
  readonly deauthorizedAt: Date | null;
  readonly grantedPermissions: readonly InstagramPermission[];
  readonly missingPermissions: readonly InstagramPermission[];
  readonly tokenExpiresAt: Date | null;
  readonly tokenRefreshedAt: Date | null;
  /** Until when a limit of Instagram's is left alone for this connection; null when none is. */
  readonly limitedUntil: Date | null;
  /** Since when Instagram has trouble with many connections; null when it has none. */
  readonly troubleSince: Date | null;
  /** How renewing stands; null where it was never planned. */
  readonly renewal: {
    readonly nextAt: Date | null;
    readonly failedAt: Date | null;
    /** The kind of refusal that the newest try met; null since one went through. */
    readonly failure: string | null;
    readonly attempts: number;
    readonly gaveUpAt: Date | null;
  } | null;
}

/** One renewal or check, and how Instagram answered. */
export interface ConnectionCheck {
  readonly at: Date;
  readonly kind: string;
  /** `OK`, or the kind of refusal. */
  readonly outcome: string;
  readonly code: number | null;
  readonly subcode: number | null;
}

/** Reads connections for the account that owns them. */
export class Connections {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly appId: string,
    private readonly watch: Pick<InstagramWatch, 'trouble'>,
  ) {}

  /** An account's connections, oldest first. */
  list(accountId: string): Promise<ConnectionView[]> {
    return this.read({ accountId });
  }

  /** One of an account's connections; null when it has none of that id, whoever else may. */
  async find(accountId: string, id: string): Promise<ConnectionView | null> {
    const [connection] = await this.read({ accountId, id });
    return connection ?? null;
  }

  /**
   * The newest renewals and checks, or only those of one kind, of a connection that the caller knows to be the viewer's
   * own, newest first.
   */
  checks(connectionId: string, last: number, kind: string | null): Promise<ConnectionCheck[]> {
    return this.dataSource.manager.find(ConnectionCheckRow, {
      where: { connectionId, ...(kind === null ? {} : { kind }) },
      order: { at: 'DESC', id: 'ASC' },
      take: last,
    });
  }

  private async read(where: { accountId: string; id?: string }): Promise<ConnectionView[]> {
    const rows = await this.dataSource.manager.find(InstagramConnectionRow, {
      where: { ...where, cutAt: IsNull() },
      order: { connectedAt: 'ASC', id: 'ASC' },
    });
    const ids = rows.map((row) => row.id);
    const keys = await this.vault.openKeys(this.dataSource.manager, 'profile', ids);
    const health = await this.byConnection(ConnectionHealthRow, ids);
    const renewals = await this.byConnection(TokenRenewalRow, ids);
    const lines = await this.byConnection(ConnectionLineRow, ids);
    const pictures = await pictureStates(this.dataSource.manager, ids, this.clock.now());
    const troubleSince = ids.length === 0 ? null : ((await this.watch.trouble())?.since ?? null);
    const now = this.clock.now();
    const views: ConnectionView[] = [];
    for (const row of rows) {
      // A connection that was cut between the two reads has no key any more, and is no longer there.
      const key = keys.get(row.id);
      if (key === undefined) continue;
      const name = row.displayNameSealed;
      const [itsHealth, renewal] = [health.get(row.id) ?? null, renewals.get(row.id) ?? null];
      const stands = standingIn(row, itsHealth, renewal, this.appId, now);
      views.push({
        id: row.id,
        accountId: row.accountId,
        username: key.open(connectionPlace(row.id, 'username_sealed'), row.usernameSealed),
        displayName: name === null ? null : key.open(connectionPlace(row.id, 'display_name_sealed'), name),
        ...stands,
        hasPicture: mayHavePicture(pictures.get(row.id), stands.standing),
        troubleSince,
        limitedUntil: later(lines.get(row.id)?.pausedUntil ?? null, now),
        connectedAt: row.connectedAt,
        grantedAt: row.grantedAt,
        checkedAt: row.checkedAt,
        deauthorizedAt: row.deauthorizedAt,
        grantedPermissions: row.grantedPermissions as InstagramPermission[],
        missingPermissions: missingPermissions(row.grantedPermissions),
        tokenExpiresAt: row.tokenExpiresAt,
        tokenRefreshedAt: row.tokenRefreshedAt,
      });
    }
    return views;
  }

  private async byConnection<Row extends { connectionId: string }>(
    table: new () => Row,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    const where = { connectionId: In([...ids]) } as FindOptionsWhere<Row>;
    const rows = ids.length === 0 ? [] : await this.dataSource.manager.findBy(table, where);
    return new Map(rows.map((row) => [row.connectionId, row]));
  }
}

/** Whether asking for the picture makes sense: one is kept, or Instagram may still give one. */
const mayHavePicture = (state: 'kept' | 'none' | undefined, { status }: Standing): boolean =>
  state === 'kept' || (state === undefined && status !== 'RECONNECT_NEEDED' && status !== 'DEAUTHORIZED');

/** A moment that lies ahead, or null. */
const later = (at: Date | null, now: Date): Date | null => (at !== null && at > now ? at : null);

/** What follows from a connection's own row, from what checks proved and from how renewing stands. */
function standingIn(
  row: InstagramConnectionRow,
  health: ConnectionHealthRow | null,
  renewal: TokenRenewalRow | null,
  appId: string,
  now: Date,
): Pick<ConnectionView, 'standing' | 'evidence' | 'renewal'> {
  const standing = standingOf({ ...row, health, failedRenewals: renewal?.attempts ?? 0 }, appId, now);
  return {
    standing,
    evidence:
      health !== null && standing.evidence === 'CHECK'
        ? { code: health.evidenceCode, subcode: health.evidenceSubcode }
        : null,
    renewal:
      renewal === null
        ? null
        : {
            ...{ nextAt: renewal.dueAt, failedAt: renewal.failedAt, failure: renewal.failure },
            ...{ attempts: renewal.attempts, gaveUpAt: renewal.gaveUpAt },
          },
  };
}
