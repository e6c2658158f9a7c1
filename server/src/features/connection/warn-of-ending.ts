import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { giveNotice } from './give-notice';
import type { Grants } from './grants';
import type { ConnectionNotice, Notices } from './ports';
import { giveUpRenewals } from './renewal.store';
import { WARNING_RUNGS, warningRung } from './renewal-plan';

export const WARN_OF_ENDING_TASK = 'warn-of-ending-access';

export interface WarnDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly grants: Grants;
  readonly notices: Notices;
  readonly appId: string;
  /** Whether Instagram has trouble with many connections: then nobody is asked to do anything. */
  readonly outage: () => Promise<boolean>;
}

interface Ending {
  readonly id: string;
  readonly account_id: string;
  readonly generation: number;
  readonly token_expires_at: Date;
  readonly told: number | null;
}

const DAY_MS = 24 * 3_600_000;

/**
 * The timetable's work, once an hour: warns of access that ends because renewing fails, with 14, 7, 3 and 1 days left, and
 * tells of access that has ended. Each is told once; a look that comes late tells the most urgent only. Nobody is told anything while Instagram has trouble.
 */
export async function warnOfEndingAccess(deps: WarnDependencies): Promise<void> {
  if (await deps.outage()) return;
  const now = deps.clock.now();
  for (const ending of await findEnding(deps, now)) {
    const rung = warningRung(ending.token_expires_at.getTime() - now.getTime());
    if (rung === null || (ending.told !== null && ending.told <= rung)) continue;
    await whileItLasts(deps, ending, async (tx) => {
      await giveNotice(tx, deps.notices, noticeOf(ending, 'ACCESS_ENDING', rung), now);
    });
  }
  for (const ended of await findEnded(deps, now)) {
    await whileItLasts(deps, ended, async (tx) => {
      await giveUpRenewals(tx, ended.id, ended.token_expires_at);
      await giveNotice(tx, deps.notices, noticeOf(ended, 'RECONNECT_NEEDED', null), now);
    });
  }
}

/** What ends within the first warning's time, and cannot be renewed: a try failed, or none is left. */
function findEnding({ dataSource, appId }: WarnDependencies, now: Date): Promise<Ending[]> {
  return dataSource.query(
    `select id, account_id, generation, token_expires_at,
       (select min(rung) from connection_warning warning
        where warning.connection_id = id and warning.generation = connection.generation
          and kind = 'ACCESS_ENDING' and about_at = token_expires_at) as told
     from instagram_connection connection join token_renewal on connection_id = id
     where app_id = $1 and cut_at is null and deauthorized_at is null
       and token_expires_at > $2 and token_expires_at <= $3
       and (attempts > 0 or due_at is null or due_at >= token_expires_at)
     order by token_expires_at, id`,
    [appId, now, new Date(now.getTime() + WARNING_RUNGS[0] * DAY_MS)],
  );
}

/** Access that ended by time, which nobody was told of. */
function findEnded({ dataSource, appId }: WarnDependencies, now: Date): Promise<Ending[]> {
  return dataSource.query(
    `select id, account_id, generation, token_expires_at, null as told
     from instagram_connection join token_renewal on connection_id = id
     where app_id = $1 and cut_at is null and deauthorized_at is null and token_expires_at <= $2 and gave_up_at is null
     order by token_expires_at, id`,
    [appId, now],
  );
}

/** Does something in a transaction that holds the connection, if its grant is still the one that was found. */
function whileItLasts(
  { dataSource, grants }: WarnDependencies,
  { id, generation }: Ending,
  work: (tx: EntityManager) => Promise<void>,
): Promise<void> {
  return dataSource.transaction(async (tx) => {
    if (await grants.hold(tx, id, generation)) await work(tx);
  });
}

function noticeOf(
  ending: Ending,
  kind: ConnectionNotice['kind'],
  rung: ConnectionNotice['rung'],
): ConnectionNotice {
  const { id: connectionId, account_id: accountId, generation, token_expires_at: aboutAt } = ending;
  return { kind, accountId, connectionId, generation, rung, aboutAt };
}
