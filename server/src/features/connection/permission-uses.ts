import type { DataSource } from 'typeorm';
import { API_OPERATIONS, type ApiOperation, type Instagram, type Reply } from '../../instagram/instagram';
import type { Clock } from '../../platform/clock';
import type { Log } from '../../platform/log';

export interface PermissionUsesDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly log: Log;
  /** Work that nobody waits for. */
  readonly background: (work: Promise<void>) => void;
}

/** What an operator is told about permissions: no person is in it. */
export interface PermissionFacts {
  /** The UTC day of each call's last answer; a call that is not here was never answered. */
  readonly lastUses: ReadonlyMap<ApiOperation, string>;
  /** How many living connections granted each permission. */
  readonly granted: ReadonlyMap<string, number>;
  readonly today: string;
}

/** Remembers the day on which each kind of call was last answered: one write a day, a call and a process. */
export class PermissionUses {
  private readonly noted = new Map<ApiOperation, string>();

  constructor(private readonly deps: PermissionUsesDependencies) {}

  /** Notes a use, best effort: whoever made the call waits for nothing and fails by nothing. */
  note(operation: ApiOperation): void {
    const day = this.today();
    if (this.noted.get(operation) === day) return;
    this.noted.set(operation, day);
    this.deps.background(this.write(operation, day));
  }

  /** What is known by now, with the living connections of this app. */
  async facts(appId: string): Promise<PermissionFacts> {
    const { dataSource } = this.deps;
    const uses: { operation: string; day: string }[] = await dataSource.query(
      'select operation, last_used_on::text as day from permission_use',
    );
    const granted: { permission: string; connections: number }[] = await dataSource.query(
      `select permission, count(*)::int as connections from instagram_connection, unnest(granted_permissions) permission
       where app_id = $1 and cut_at is null and deauthorized_at is null group by permission`,
      [appId],
    );
    const days = new Map(uses.map(({ operation, day }) => [operation, day]));
    return {
      lastUses: new Map(
        API_OPERATIONS.flatMap((operation) => {
          const day = days.get(operation);
          return day === undefined ? [] : [[operation, day]];
        }),
      ),
      granted: new Map(granted.map(({ permission, connections }) => [permission, connections])),
      today: this.today(),
    };
  }

  private today(): string {
    return this.deps.clock.now().toISOString().slice(0, 10);
  }

  private async write(operation: ApiOperation, day: string): Promise<void> {
    try {
      await this.deps.dataSource.query(
        `insert into permission_use (operation, last_used_on) values ($1, $2)
         on conflict (operation) do update set last_used_on = greatest(permission_use.last_used_on, excluded.last_used_on)`,
        [operation, day],
      );
    } catch (error) {
      this.noted.delete(operation);
      this.deps.log.warn('permission-use.not-noted', { operation }, error);
    }
  }
}

/** The same Instagram, with each answered call noted. */
export function notingUses(instagram: Instagram, uses: Pick<PermissionUses, 'note'>): Instagram {
  const noted =
    <A extends readonly unknown[], T>(operation: ApiOperation, call: (...args: A) => Promise<Reply<T>>) =>
    async (...args: A): Promise<Reply<T>> => {
      const reply = await call(...args);
      if (reply.ok) uses.note(operation);
      return reply;
    };
  return {
    ...instagram,
    watched: (watch) => notingUses(instagram.watched(watch), uses),
    refreshToken: noted('refreshToken', instagram.refreshToken),
    profile: noted('profile', instagram.profile),
    picture: noted('picture', instagram.picture),
    dailyReach: noted('dailyReach', instagram.dailyReach),
    dayTotals: noted('dayTotals', instagram.dayTotals),
    subscribe: noted('subscribe', instagram.subscribe),
    unsubscribe: noted('unsubscribe', instagram.unsubscribe),
    withdrawAccess: noted('withdrawAccess', instagram.withdrawAccess),
  };
}
