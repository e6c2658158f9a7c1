import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../server/src/platform/database/embedded';
import { silentLog } from '../../../server/src/platform/log';

jest.setTimeout(60_000);

let dataDir: string;
const running: EmbeddedPostgres[] = [];

beforeEach(() => {
  // Private, as a folder under /root or in a home is, and with a space in it.
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie data '));
  chmodSync(dataDir, 0o700);
});

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog });
  running.push(postgres);
  return postgres;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('keeps data and port from one start to the next, and leaves no process', async () => {
  const first = await start();
  await query(first.url, 'create table kept (n int)');
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await start();
  expect(await query(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
  expect(new URL(second.url).port).toBe(new URL(first.url).port);
});

test('lets nobody in without the password, which only its owner can read', async () => {
  const { url } = await start();
  const wrong = new URL(url);
  wrong.password = 'wrong';
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o400);
});

test('never writes a value to its log', async () => {
  const { url } = await start();
  await query(url, 'create table person (name text primary key)');
  await query(url, "insert into person values ('canary-in-clear')");
  await expect(query(url, "insert into person values ('canary-in-clear')")).rejects.toThrow('duplicate key');
  await expect(query(url, "select 'canary-in-clear' from nowhere")).rejects.toThrow('does not exist');
  const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
  expect(log).toContain('duplicate key value');
  expect(log).not.toContain('canary-in-clear');
});

test('commits are durable and pages carry checksums', async () => {
  const { url } = await start();
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) {
    expect(await query(url, `show ${setting}`)).toEqual([{ [setting]: 'on' }]);
  }
});

test('takes another port when the remembered one is taken', async () => {
  const first = await start();
  await first.stop();
  const port = Number(new URL(first.url).port);
  const squatter = await listen(port);
  try {
    const second = await start();
    expect(Number(new URL(second.url).port)).not.toBe(port);
  } finally {
    squatter.close();
  }
});

test('stops a PostgreSQL whose starter is gone before it starts its own', async () => {
  const orphan = await start();
  await query(orphan.url, 'create table kept (n int)');
  const next = await start();
  await orphan.ended;
  expect(next.pid).not.toBe(orphan.pid);
  expect(await query(next.url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
});

test('recovers what was committed before a kill -9', async () => {
  const killed = await start();
  await query(killed.url, 'create table kept as select 7 as n');
  process.kill(killed.pid, 'SIGKILL');
  await killed.ended;
  const next = await start();
  expect(await query(next.url, 'select n from kept')).toEqual([{ n: 7 }]);
});

test('is not misled by a stale process id that belongs to another program', async () => {
  const first = await start();
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  const stale = readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.ppid));
  writeFileSync(pidFile, stale);
  const next = await start();
  expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(isAlive(process.ppid)).toBe(true);
});

test('starts anew after a creation that was interrupted', async () => {
  const postgres = await start();
  await postgres.stop();
  rmSync(join(dataDir, 'postgres', 'PG_VERSION'));
  renameSync(join(dataDir, 'postgres'), join(dataDir, 'postgres.new'));
  const again = await start();
  expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
});

test('says which version made the data when it is not ours', async () => {
  await (await start()).stop();
  const versionFile = join(dataDir, 'postgres', 'PG_VERSION');
  writeFileSync(versionFile, '17\n');
  await expect(start()).rejects.toThrow(/was made by PostgreSQL 17.*brings PostgreSQL 18/);
});

test('says which file is missing when the password is gone', async () => {
  await (await start()).stop();
  rmSync(join(dataDir, 'postgres.password'));
  await expect(start()).rejects.toThrow(/password \(.*postgres\.password\) is missing/);
});

async function listen(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}
