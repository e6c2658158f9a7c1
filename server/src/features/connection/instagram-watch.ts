import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Instagram } from '../../instagram/instagram';
import type { Clock } from '../../platform/clock';
import type { Log } from '../../platform/log';
import type { Grants } from './grants';
import { InstagramServiceRow } from './instagram-service.entity';
import { noteHeard } from './line.store';
import { isOutage } from './pace';

export const WATCH_INSTAGRAM_TASK = 'watch-instagram';

export interface WatchDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly log: Log;
  readonly instagram: Pick<Instagram, 'profile'>;
  readonly grants: Grants;
  readonly alertOperator: (event: string) => void;
}

/** Instagram has trouble with many connections. */
export interface InstagramTrouble {
  readonly since: Date;
  readonly nextTryAt: Date;
}

const MINUTE_MS = 60_000;
/** What is older says nothing of how Instagram is now. */
const WINDOW_MS = 10 * MINUTE_MS;
const TRIAL_EVERY_MS = 2 * MINUTE_MS;
const TRIALS = 3;
const COME_BACK_WITHIN_MS = 10 * MINUTE_MS;
/** A limit that was named to two connections within an hour is one of the whole app. */
const APP_LIMIT_MS = 60 * MINUTE_MS;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Watches how Instagram is for everybody, for all processes together: recognises trouble by the share of connections that
 * have it, keeps calls that nobody waits for back meanwhile, and tries every two minutes whether it is over.
 */
export class InstagramWatch {
  constructor(private readonly deps: WatchDependencies) {}

  /** The trouble that Instagram has; null when it has none. */
  async trouble(): Promise<InstagramTrouble | null> {
    const { troubleSince, nextTrialAt } = await this.read();
    return troubleSince === null ? null : { since: troubleSince, nextTryAt: nextTrialAt ?? troubleSince };
  }

  /**
   * Until when a connection's routine calls wait; null when they need not. While there is trouble they wait for the next
   * trial and a part of ten minutes more that is the connection's own, so that not all come back at once.
   */
  async pausedUntil(connectionId: string): Promise<Date | null> {
    const { troubleSince, nextTrialAt, pausedUntil } = await this.read();
    if (troubleSince === null) return pausedUntil;
    const trial = Math.max(nextTrialAt?.getTime() ?? 0, this.deps.clock.now().getTime());
    const share = createHash('sha256').update(connectionId).digest().readUInt32BE(0) % COME_BACK_WITHIN_MS;
    return new Date(Math.max(trial + MINUTE_MS + share, pausedUntil?.getTime() ?? 0));
  }

  /** Looks whether what was heard lately amounts to trouble of Instagram's, and notes it once. */
  async recognise(): Promise<void> {
    const { dataSource, clock, log, alertOperator } = this.deps;
    const now = clock.now();
    const [heard]: { connections: number; troubled: number; hard: number; since: Date | null }[] =
      await dataSource.query(
        `select count(*)::int as connections, count(trouble)::int as troubled,
           count(*) filter (where trouble = 'HARD')::int as hard,
           min(troubled_since) filter (where trouble = 'HARD') as since
         from connection_line where heard_at > $1`,
        [new Date(now.getTime() - WINDOW_MS)],
      );
    if (heard === undefined) return;
    const hardForMs = heard.since === null ? 0 : now.getTime() - heard.since.getTime();
    if (!isOutage({ ...heard, hardForMs })) return;
    const [, begun]: [unknown[], number] = await dataSource.query(
      'update instagram_service set trouble_since = $1, next_trial_at = $2 where trouble_since is null',
      [now, new Date(now.getTime() + TRIAL_EVERY_MS)],
    );
    if (begun === 0) return;
    log.error('instagram.trouble', { connections: heard.connections, troubled: heard.troubled });
    alertOperator('instagram.trouble');
  }

  /** Pauses all connections when a limit of the whole app was named to more than one of them. */
  async noteAppLimit(until: Date): Promise<void> {
    const { dataSource, clock, log } = this.deps;
    const since = new Date(clock.now().getTime() - APP_LIMIT_MS);
    const [, paused]: [unknown[], number] = await dataSource.query(
      `update instagram_service set paused_until = $1
       where (paused_until is null or paused_until < $1)
         and (select count(*) from connection_line where app_limited_at > $2) > 1`,
      [until, since],
    );
    if (paused > 0) log.warn('instagram.app-limited');
  }

  /** The timetable's work, every minute: while there is trouble, one process asks a few whether it is over. */
  async tryAgain(): Promise<void> {
    const { dataSource, clock, grants, log } = this.deps;
    const now = clock.now();
    const [, mine]: [unknown[], number] = await dataSource.query(
      'update instagram_service set next_trial_at = $1 where trouble_since is not null and next_trial_at <= $2',
      [new Date(now.getTime() + TRIAL_EVERY_MS), now],
    );
    if (mine === 0) return;
    const ids = await grants.othersThan(NOBODY, TRIALS, now);
    let answered = 0;
    for (const id of ids) if (await this.answersFor(id)) answered += 1;
    if (answered * 2 <= ids.length && ids.length > 0) return;
    await dataSource.transaction(async (tx) => {
      await tx.query('update instagram_service set trouble_since = null, next_trial_at = null');
      // What was heard while it lasted must not begin it anew.
      await tx.query(
        'update connection_line set troubled_since = null, trouble = null where trouble is not null',
      );
    });
    log.info('instagram.trouble-over');
  }

  private async answersFor(connectionId: string): Promise<boolean> {
    const { dataSource, clock, grants, instagram } = this.deps;
    const grant = await grants.open(connectionId, clock.now());
    if (grant === null) return false;
    const reply = await instagram.profile(grant.token);
    const at = clock.now();
    return dataSource.transaction(async (tx) => {
      if (!(await grants.hold(tx, connectionId, grant.generation))) return false;
      if (reply.ok) await grants.recordCheck(tx, grant, at);
      return !(await noteHeard(tx, connectionId, at, reply.ok ? null : reply.refusal, null));
    });
  }

  private async read(): Promise<InstagramServiceRow> {
    const row = await this.deps.dataSource.manager.findOneBy(InstagramServiceRow, { id: 1 });
    return row ?? { id: 1, troubleSince: null, nextTrialAt: null, pausedUntil: null };
  }
}
