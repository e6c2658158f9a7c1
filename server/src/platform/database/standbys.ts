import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

const PATIENCE_MS = 3_000;
const LOOK_AGAIN_MS = 100;

/** A standby still shows what was removed, or nobody can tell. */
export class StandbysBehind extends Error {
  constructor(readonly reason: 'behind' | 'not-visible') {
    super(
      reason === 'behind'
        ? 'a standby of the database has not replayed what was removed'
        : 'the role of DATABASE_URL may not see how far the standbys are: grant it pg_monitor',
    );
    this.name = 'StandbysBehind';
  }
}

/**
 * Resolves when every standby that is connected has replayed what is committed now, so that none of them shows it any more;
 * at once where there is none. What only receives the log, as an archive does, shows nothing and is not waited for. A
 * standby that is not connected cannot be seen from here.
 *
 * @throws StandbysBehind after three seconds.
 */
export async function standbysCaughtUp(dataSource: DataSource, patienceMs = PATIENCE_MS): Promise<void> {
  const deadline = performance.now() + patienceMs;
  const here: { lsn: string }[] = await dataSource.query('select pg_current_wal_lsn()::text as lsn');
  for (;;) {
    const [row]: { hidden: number; behind: number }[] = await dataSource.query(
      // Of what a role may not see, everything but the process is null.
      `select count(*) filter (where state is null)::int as hidden,
              count(*) filter (where replay_lsn < $1::pg_lsn)::int as behind
       from pg_stat_replication`,
      [here[0]?.lsn],
    );
    if (row === undefined || (row.hidden === 0 && row.behind === 0)) return;
    if (row.hidden > 0) throw new StandbysBehind('not-visible');
    if (performance.now() >= deadline) throw new StandbysBehind('behind');
    await pause(LOOK_AGAIN_MS);
  }
}
