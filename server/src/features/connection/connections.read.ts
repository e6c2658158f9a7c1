import { type DataSource, IsNull } from 'typeorm';
import type { InstagramPermission } from '../../instagram/instagram';
import type { Clock } from '../../platform/clock';
import type { Vault } from '../../platform/vault';
import { type ConnectionStatus, missingPermissions, statusOf } from './connection';
import { InstagramConnectionRow } from './instagram-connection.entity';
import { connectionPlace } from './places';

/** A connection as screens and integrators see it. The token is not part of it. */
export interface ConnectionView {
  readonly id: string;
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string | null;
  readonly status: ConnectionStatus;
  readonly connectedAt: Date;
  readonly checkedAt: Date | null;
  readonly deauthorizedAt: Date | null;
  readonly grantedPermissions: readonly InstagramPermission[];
  readonly missingPermissions: readonly InstagramPermission[];
  readonly tokenExpiresAt: Date | null;
  readonly tokenRefreshedAt: Date | null;
}

/** Reads connections for the account that owns them. */
export class Connections {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly appId: string,
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

  private async read(where: { accountId: string; id?: string }): Promise<ConnectionView[]> {
    const rows = await this.dataSource.manager.find(InstagramConnectionRow, {
      where: { ...where, cutAt: IsNull() },
      order: { connectedAt: 'ASC', id: 'ASC' },
    });
    const ids = rows.map((row) => row.id);
    const keys = await this.vault.openKeys(this.dataSource.manager, 'profile', ids);
    const views: ConnectionView[] = [];
    for (const row of rows) {
      // A connection that was cut between the two reads has no key any more, and is no longer there.
      const key = keys.get(row.id);
      if (key === undefined) continue;
      const name = row.displayNameSealed;
      views.push({
        id: row.id,
        accountId: row.accountId,
        username: key.open(connectionPlace(row.id, 'username_sealed'), row.usernameSealed),
        displayName: name === null ? null : key.open(connectionPlace(row.id, 'display_name_sealed'), name),
        status: statusOf(row, this.appId, this.clock.now()),
        connectedAt: row.connectedAt,
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
}
