import type { Client } from 'pg';
import { openDatabase } from '../lib/database.ts';
import { LOAD_CORE, pin } from '../lib/pinning.ts';
import { appCode, configCode, logs } from '../lib/server-code.ts';
import { printTable } from '../lib/table.ts';
import { type Installation, install, signedRequest } from '../people/installation.ts';
import { People } from '../people/people.ts';
import { cells, costOf } from './cost.ts';
import { LAYOUTS } from './layouts.ts';

export interface ErasingEffort {
  /** Connections that the server can find; as many others lie between them. */
  readonly people: number;
  /** Erasures that each figure is the median of: a quarter of `people` at most. */
  readonly erasures: number;
}

type App = Awaited<ReturnType<typeof appCode.buildApp>>;

/**
 * Erasing 400 days of one connection: the write-ahead log and the time of the transaction that removes the analytics, by
 * layout, and of the whole intake and erasure as the server does them.
 */
export async function benchErasing(effort: ErasingEffort): Promise<void> {
  pin(process.pid, LOAD_CORE);
  const database = await openDatabase();
  const installation = await install(database);
  try {
    const { client } = installation;
    const app = await openApp(installation);
    try {
      const people = new People(installation, effort.people);
      await people.settle();
      printTable(HEADING, [
        ...(await byLayout(client, effort)),
        ...(await whole(app, people, client, effort)),
      ]);
    } finally {
      await app.close();
    }
  } finally {
    await installation.client.end();
    await database.close();
  }
}

const HEADING = ['400 days of one connection', 'WAL kB', 'ms', 'after a checkpoint: WAL kB', 'ms'];

function openApp({ env }: Installation): Promise<App> {
  const { config, secrets } = configCode.readConfig(env, env.DATA_DIR ?? '');
  return appCode.buildApp(config, secrets, { log: logs.silentLog });
}

async function byLayout(client: Client, { erasures }: ErasingEffort): Promise<string[][]> {
  const rows: string[][] = [];
  const { rows: found } = await client.query<{ id: string }>(
    'select connection_id as id from bench.member order by id',
  );
  const ids = found.map(({ id }) => id);
  for (const { name, store, remove } of LAYOUTS) {
    await store(client);
    await client.query('vacuum analyze');
    const work = (id: string): Promise<void> => inTransaction(client, remove, id);
    const warm = await costOf(client, ids.slice(0, erasures), false, work);
    const cold = await costOf(client, ids.slice(erasures, 2 * erasures), true, work);
    rows.push([name, ...cells(warm), ...cells(cold)]);
  }
  return rows;
}

async function inTransaction(client: Client, statements: readonly string[], id: string): Promise<void> {
  await client.query('begin');
  for (const [index, text] of statements.entries()) {
    const { rowCount } = await client.query(text, [id]);
    if (index === 0 && rowCount === 0) throw new Error('there was nothing to erase');
  }
  await client.query('commit');
}

/** The callback's intake, then its job: every eraser, the second look and the receipt; with starting a worker for it. */
async function whole(
  app: App,
  people: People,
  client: Client,
  { erasures }: ErasingEffort,
): Promise<string[][]> {
  const rows: string[][] = [];
  let next = 0;
  const some = (): number[] => Array.from({ length: erasures }, () => next++);
  const work = async (k: number): Promise<void> => {
    await deliver(app, people.userId(k));
    await app.jobs.drain();
  };
  for (const layout of LAYOUTS.slice(0, 2)) {
    await client.query(
      'delete from bench.member where connection_id not in (select id from instagram_connection)',
    );
    await layout.store(client);
    await client.query('vacuum analyze');
    const warm = await costOf(client, some(), false, work);
    const cold = await costOf(client, some(), true, work);
    rows.push([`${layout.name}: intake and job`, ...cells(warm), ...cells(cold)]);
  }
  await checkErased(client, next);
  return rows;
}

async function deliver(app: App, userId: string): Promise<void> {
  const issuedAt = Math.floor(Date.now() / 1000);
  const answer = await app.http.inject({
    method: 'POST',
    url: '/meta/data-deletion',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `signed_request=${signedRequest(userId, issuedAt)}`,
  });
  if (answer.statusCode !== 200) throw new Error(`the callback answered ${answer.statusCode}`);
}

async function checkErased(client: Client, count: number): Promise<void> {
  const { rows } = await client.query<{ completed: number; left: number }>(
    `select count(*)::int as completed,
       (select count(*)::int from deletion_subject s
        where exists (select from analytics_day d where d.connection_id = s.connection_id)) as left
     from deletion_request where completed_at is not null`,
  );
  const [found] = rows;
  if (found?.completed !== count || found.left !== 0) {
    throw new Error(`after ${count} erasures: ${JSON.stringify(found)}`);
  }
}
