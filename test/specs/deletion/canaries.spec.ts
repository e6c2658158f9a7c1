import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DATA_MAP } from '../../../server/src/data-map';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../server/src/platform/database/embedded';
import { createLog } from '../../../server/src/platform/log';
import { type Canary, plantCanaries, standing } from '../../stand/canaries';
import { ENDINGS } from '../../stand/endings';
import { ANAS, givenPair, type Pair } from '../../stand/pair';
import type { Person } from '../../stand/person';
import { scan } from '../../stand/scan';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

// A PostgreSQL of this spec's own, with its usual settings: its log is read.
let folder: string;
let postgres: EmbeddedPostgres;
const log = createLog({ write: (line) => appendFileSync(join(folder, 'server.log'), line) });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sociogenie-canaries-'));
  postgres = await startEmbeddedPostgres({ dataDir: folder, log });
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

let stand: Stand;
let dataDir: string;
let pair: Pair;
let hers: Canary[];
let neighbours: Canary[];
let before: Record<string, string>;
let queued: string[];
/** Every answer that anybody got since the canaries were planted. */
let answers: string[];

beforeEach(async () => {
  const name = `canaries_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-canaries-'));
  stand = await Stand.open({ on: { dataDir, databaseUrl: url.href }, overrides: { log } });
  pair = await givenPair(stand);
  // Each has an earlier deletion behind her, so that records of one exist.
  for (const person of [pair.ana, pair.bea]) {
    await person.disconnect(await person.givenConnection('atelier_mare'));
    await stand.drain();
  }
  hers = await plant(pair.ana, pair.connection);
  neighbours = await plant(pair.bea, pair.neighbour);
  queued = await queue(pair.connection, stand.clock.now());
  await queue(pair.neighbour, new Date('2030-01-01'));
  before = await pair.others();
  answers = [];
});
afterEach(async () => {
  await stand.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const plant = async (person: Person, connection: string) =>
  plantCanaries(stand.app.dataSource, rowIdOf(await person.accountId()), rowIdOf(connection));

/** A job about a connection with a canary everywhere a job has text. */
async function queue(connection: string, at: Date): Promise<string[]> {
  const canaries = Array.from({ length: 4 }, () => `cnry${randomBytes(24).toString('hex')}`);
  const [inPayload, inName, inKey, inError] = canaries;
  await stand.app.dataSource.query(
    `select graphile_worker.add_job('sync-analytics', $1::json, queue_name => $2, job_key => $3, run_at => $4::timestamptz)`,
    [
      JSON.stringify({ connectionId: rowIdOf(connection), canary: inPayload }),
      inName,
      inKey,
      at.toISOString(),
    ],
  );
  await stand.app.dataSource.query(
    'update graphile_worker._private_jobs set last_error = $1 where key = $2',
    [inError, inKey],
  );
  return canaries;
}

const found = async (canaries: readonly Canary[]) => {
  const texts = await standing(
    stand.app.dataSource,
    canaries.map(({ text }) => text),
  );
  return namesOf(canaries.filter(({ text }) => texts.has(text)));
};
const namesOf = (canaries: readonly Canary[]) => canaries.map(({ place }) => place).sort();

/** What the data map says goes with a connection. */
const goesWithConnection = ({ column, ofConnection }: Canary) =>
  ofConnection && (column.onErase === 'row-removed' || column.onErase === 'emptied');
/** What the map says goes with an account: all but the records that are kept for a reason. */
const goesWithAccount = ({ column }: Canary) => !column.onErase.startsWith('kept');
/** What a deauthorization promises to remove. */
const isToken = ({ place }: Canary) =>
  place === 'instagram_connection.token_sealed' || place === 'keystore.data_key.wrapped token';

const keep = async (response: Response) => void answers.push(await response.text());

async function deauthorize(): Promise<void> {
  const [sent] = await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
  answers.push(sent?.body ?? '');
}

/** What is told to those who are refused. */
async function refusals(): Promise<void> {
  answers.push(JSON.stringify(await pair.bea.disconnect(pair.connection)));
  answers.push(
    JSON.stringify(
      await pair.bea.execute('query ($id: ID!) { node(id: $id) { id } }', { id: pair.connection }),
    ),
  );
  answers.push(JSON.stringify(await pair.ana.execute('{ viewer { nothing } }')));
  await keep(await pair.ana.fetch('/meta/oauth/callback?state=x&code=y'));
  for (const kind of ['deletion', 'deauthorize'] as const) {
    const [sent] = await stand.sandbox.sendCallback(kind, { account: ANAS, tamper: 'signature' });
    answers.push(sent?.body ?? '');
  }
}

async function deleteAccount(): Promise<void> {
  const answer = await pair.ana.deleteAccount();
  answers.push(JSON.stringify(answer));
  await look(answer.data.deleteAccount.deletionStatus.confirmationCode);
}

/** What anybody sees of a request, before and after it is completed. */
async function look(code: string): Promise<void> {
  for (const after of [false, true]) {
    if (after) await stand.drain();
    await keep(await stand.visitor().fetch(`/deletion-status/${code}`, { headers: { accept: 'text/html' } }));
    await keep(
      await stand.visitor().fetch(`/deletion-status/${code}`, { headers: { accept: 'application/json' } }),
    );
    answers.push(JSON.stringify(await stand.visitor().deletionStatus(code)));
  }
}

it('are in every text, JSON and bytea column of every table that leads to a person, and the scan finds each', async () => {
  const wanted = DATA_MAP.tables
    .filter(({ noPerson }) => noPerson === null)
    .flatMap(({ name, columns }) => columns.map((column) => ({ at: `${name}.${column.name}`, column })))
    .filter(({ column }) => /^(text|text\[\]|json|jsonb|bytea)$/.test(column.type))
    .map(({ at }) => at)
    .filter((at) => !/\.(app_id|kind|epoch_id|ending)$/.test(at) && at !== 'deletion_request.request_digest');
  const seeded = new Set(hers.map(({ place }) => place.split(' ')[0]));
  expect(wanted.filter((at) => !seeded.has(at))).toEqual([]);
  expect(await found(hers)).toEqual(namesOf(hers));
  expect((await standing(stand.app.dataSource, queued)).size).toBe(queued.length);
  expect(new Set([...hers, ...neighbours].map(({ text }) => text)).size).toBe(
    hers.length + neighbours.length,
  );
});

it.each([
  ...ENDINGS.map(
    ([name, end]) =>
      [
        name,
        async () => {
          const { texts, code } = await end(stand, pair);
          answers.push(...texts);
          await look(code);
        },
        goesWithConnection,
      ] as const,
  ),
  ['deleting the account', deleteAccount, goesWithAccount] as const,
  ['the deauthorize callback', deauthorize, isToken] as const,
])('%s removes what the map says, keeps what it says, and touches no neighbour', async (_name, end, goes) => {
  expect(hers.filter(goes).length).toBeGreaterThan(1);
  await end();
  await stand.drain();
  await stand.run('tidy');
  await refusals();

  expect(await found(hers)).toEqual(namesOf(hers.filter((canary) => !goes(canary))));
  expect((await standing(stand.app.dataSource, queued)).size).toBe(0);
  expect(await pair.others()).toEqual(before);
  expect(await found(neighbours)).toEqual(namesOf(neighbours));

  const logs = ['server.log', 'postgres.log']
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  expect(logs.length).toBeGreaterThan(100);
  // Keys, the ledger and whatever else a process writes beside the database.
  const beside = Object.fromEntries([...hers, ...neighbours].map(({ text }) => [text, text]));
  expect(scan(dataDir, { key: '"wrapped"' })).not.toEqual([]);
  expect(scan(dataDir, beside)).toEqual([]);
  for (const { place, text } of [...hers, ...neighbours]) {
    if (logs.includes(text) || answers.some((answer) => answer.includes(text)))
      throw new Error(`${place} was told`);
  }
  expect(answers.length).toBeGreaterThan(0);
});
