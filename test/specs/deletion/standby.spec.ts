import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../server/src/platform/database/embedded';
import { standbysCaughtUp } from '../../../server/src/platform/database/standbys';
import { silentLog } from '../../../server/src/platform/log';
import { givenPair, type Pair } from '../../stand/pair';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

// Two PostgreSQL of this spec's own: the second replays what the first writes.
const REPLICATING = { wal_level: 'replica', max_wal_senders: 4, hot_standby: 'on' };
let folder: string;
let primary: EmbeddedPostgres;
let standby: EmbeddedPostgres;
let replaying: Client;
let stand: Stand;
let pair: Pair;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sociogenie-standby-'));
  const [first, second] = [join(folder, 'primary'), join(folder, 'standby')];
  const made = await startEmbeddedPostgres({ dataDir: first, log: silentLog, settings: REPLICATING });
  await made.stop();
  // With its owner, which PostgreSQL insists on.
  execFileSync('cp', ['-a', first, second]);
  writeFileSync(join(second, 'postgres', 'standby.signal'), '');
  rmSync(join(second, 'postgres.port'));
  primary = await startEmbeddedPostgres({ dataDir: first, log: silentLog, settings: REPLICATING });
  const { hostname, port, username, password } = new URL(primary.url);
  const conninfo = `host=${hostname} port=${port} user=${username} password=${password} application_name=second`;
  const settings = { ...REPLICATING, primary_conninfo: conninfo };
  standby = await startEmbeddedPostgres({ dataDir: second, log: silentLog, settings });
  replaying = new Client({ connectionString: standby.url });
  await replaying.connect();
  stand = await Stand.open({ on: { dataDir: folder, databaseUrl: primary.url } });
  pair = await givenPair(stand);
});
afterAll(async () => {
  await stand?.close();
  await replaying?.end();
  await standby?.stop();
  await primary?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const onStandby = async (): Promise<number> => {
  const { rows } = await replaying.query(
    'select count(*)::int as count from analytics_day where connection_id = $1',
    [rowIdOf(pair.connection)],
  );
  return rows[0].count;
};

it('a request is completed when no standby shows any more what was removed', async () => {
  await caughtUp();
  const held = await onStandby();
  expect(held).toBeGreaterThan(0);
  await replaying.query('select pg_wal_replay_pause()');
  const answer = await pair.ana.disconnect(pair.connection);
  const code = answer.data.disconnectInstagram.deletionStatus.confirmationCode;
  await stand.drain();
  expect(await onStandby()).toBe(held);
  expect(await stand.visitor().deletionStatus(code)).toMatchObject({ state: 'ERASING', receipt: null });
  const metrics = await (await stand.visitor().fetch('/metrics')).text();
  expect(metrics).toContain('event="deletion.standby-behind"} 1');

  await replaying.query('select pg_wal_replay_resume()');
  await stand.repeatFailed();
  expect(await stand.visitor().deletionStatus(code)).toMatchObject({ state: 'COMPLETED' });
  expect(await onStandby()).toBe(0);
});

it('a role that may not see the standbys completes nothing, until it is granted to', async () => {
  const { dataSource } = stand.app;
  await dataSource.query(`create role blind login password 'blind'`);
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('set role blind');
    const asBlind = {
      query: (sql: string, values: unknown[]) => runner.query(sql, values),
    } as typeof dataSource;
    await expect(standbysCaughtUp(asBlind)).rejects.toThrow('pg_monitor');
    await dataSource.query('grant pg_monitor to blind');
    await expect(standbysCaughtUp(asBlind)).resolves.toBeUndefined();
  } finally {
    await runner.query('reset role');
    await runner.release();
  }
});

/** The standby has replayed everything that was written so far. */
async function caughtUp(): Promise<void> {
  const [{ lsn }] = await stand.app.dataSource.query('select pg_current_wal_lsn()::text as lsn');
  for (;;) {
    const { rows } = await replaying.query('select pg_last_wal_replay_lsn() >= $1::pg_lsn as there', [lsn]);
    if (rows[0].there) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
