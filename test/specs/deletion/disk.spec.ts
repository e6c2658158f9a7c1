import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../server/src/platform/database/embedded';
import { createLog } from '../../../server/src/platform/log';
import { ENDINGS } from '../../stand/endings';
import { download, givenExport, unzip } from '../../stand/export';
import { hearAnswers } from '../../stand/heard';
import { ANAS, BEAS, givenPair, type Pair } from '../../stand/pair';
import { formsOf, type Hit, scan } from '../../stand/scan';
import { rowIdOf, rowsWith } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

let dataDir: string;
let postgres: EmbeddedPostgres;
let stand: Stand;

// A disk like the one of a self-hosted server: PostgreSQL with its usual settings, keys, logs and the database in one
// folder, and the sandbox's own folder beside them, which is Meta's and not ours.
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-disk-'));
  const log = createLog({ write: (line) => appendFileSync(join(dataDir, 'server.log'), line) });
  mkdirSync(join(dataDir, 'sandbox'));
  writeFileSync(join(dataDir, 'sandbox', 'state.json'), ANAS);
  postgres = await startEmbeddedPostgres({ dataDir, log });
  stand = await Stand.open({ on: { dataDir, databaseUrl: postgres.url }, overrides: { log } });
});
afterAll(async () => {
  await stand?.close();
  await postgres?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Everything that came from Meta, of both people: what must never be on the disk. */
function needles(): Record<string, string> {
  const ofAccounts = stand.sandbox
    .accounts()
    .filter(({ username }) => username === ANAS || username === BEAS)
    .flatMap(({ username, appScopedId, professionalId, exchangeId }) => [
      [`username ${username}`, username],
      [`name of ${username}`, username === ANAS ? 'Studio Nord' : 'Café Lisboa'],
      [`app-scoped id of ${username}`, appScopedId],
      [`professional id of ${username}`, professionalId],
      [`exchange id of ${username}`, exchangeId],
    ]);
  const tokens = stand.sandbox.handedOut().map((text, index) => [`token or code ${index}`, text]);
  return { ...Object.fromEntries(ofAccounts), ...Object.fromEntries(tokens), email: 'ana@example.com' };
}

/**
 * What of it was told in answers. Her own name and the one of her account she is told, and ids of accounts never are; in
 * what is told of an ending is nothing at all.
 */
function toldOf(texts: readonly string[]): string[] {
  return Object.entries(needles())
    .filter(([what]) => !/^(username|name|email)/.test(what))
    .filter(([, text]) => texts.some((told) => told.includes(text)))
    .map(([what]) => what);
}

/** Writes everything that PostgreSQL holds to its files, statistics included, and looks. */
async function hits(what = needles()): Promise<Hit[]> {
  await stand.app.dataSource.query('analyze');
  await stand.app.dataSource.query('checkpoint');
  return scan(dataDir, what, [join(dataDir, 'sandbox')]);
}

/** The file of a table. */
async function heapOf(table: string): Promise<string> {
  const [{ file }] = await stand.app.dataSource.query('select pg_relation_filepath($1) as file', [table]);
  return file;
}

it('the scan finds what is there, in every form and kind of file', async () => {
  const canary = `canary-${Math.random().toString(36).slice(2)}`;
  const digits = '31415926535897932';
  await stand.app.dataSource.query('create table canary (form text not null, clear bytea not null)');
  for (const [form, bytes] of [...Object.entries(formsOf(canary)), ...Object.entries(formsOf(digits))])
    await stand.app.dataSource.query('insert into canary values ($1, $2)', [form, bytes]);
  await stand.app.dataSource.query('create index canary_clear on canary (clear)');
  const found = await hits({ canary, digits });

  const forms = (what: string) => new Set(found.filter((hit) => hit.what === what).map((hit) => hit.form));
  expect(forms('canary')).toEqual(new Set(Object.keys(formsOf(canary))));
  expect(forms('digits')).toEqual(new Set(Object.keys(formsOf(digits))));
  const files = new Set(found.map(({ file }) => file.replaceAll(/[0-9A-F]{6,}|\d+/g, 'N')));
  expect([...files].sort()).toEqual(['postgres/base/N/N', 'postgres/pg_wal/N']);
  // Dead space is looked at too, and what PostgreSQL says of a statement that fails.
  await stand.app.dataSource.query('delete from canary');
  await stand.app.dataSource.query('select $1::text::int', [`canary-${digits}`]).catch(() => {});
  expect((await hits({ canary })).map(({ file }) => file)).toContain(`postgres/${await heapOf('canary')}`);
  expect(await hits({ logged: `canary-${digits}` })).toEqual([
    { what: 'logged', form: 'text', file: 'postgres.log' },
  ]);
  const [{ heap, index }] = await stand.app.dataSource.query(
    `select pg_relation_filepath('canary') as heap, pg_relation_filepath('canary_clear') as index`,
  );
  expect(found.map(({ file }) => file)).toEqual(
    expect.arrayContaining([`postgres/${heap}`, `postgres/${index}`]),
  );
  const inStatistics = await stand.app.dataSource.query(
    `select pg_relation_filepath('pg_statistic') as file`,
  );
  expect(found.map(({ file }) => file)).toContain(`postgres/${inStatistics[0].file}`);
  await stand.app.dataSource.query('drop table canary');
});

describe('at no moment is anything of Meta’s in clear on the disk', () => {
  let pair: Pair;
  let others: Record<string, string>;
  let heard: string[];
  beforeEach(() => {
    heard = hearAnswers(stand);
  });
  const rows = (connection: string) => rowsWith(stand.app.dataSource, rowIdOf(connection));

  it('after connecting and fetching analytics', async () => {
    stand.sandbox.vary({ exchangeIdentity: 'separate' });
    pair = await givenPair(stand);
    others = await pair.others();
    // A code, a short-lived and a long-lived token for each of the two.
    expect(Object.keys(needles())).toHaveLength(2 * 5 + 2 * 3 + 1);
    expect(await hits()).toEqual([]);
  });

  it('after errors of every kind on the way', async () => {
    for (const route of ['profile', 'long_lived', 'exchange'] as const) {
      stand.sandbox.plantFault({ route, status: 500, html: `<p>${ANAS}</p>` });
      await pair.ana.connect(ANAS);
    }
    await pair.bea.connect(ANAS);
    await stand.sandbox.sendCallback('deletion', { account: ANAS, tamper: 'signature' });
    await pair.ana.execute(`{ viewer { ${ANAS} } }`);
    expect(await hits()).toEqual([]);
  });

  it('after the deauthorize callback, and another connect', async () => {
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    expect(await hits()).toEqual([]);
    await pair.ana.givenConnection(ANAS);
    expect(await hits()).toEqual([]);
  });

  it('while an export of all of it is made, while it waits, and after it was downloaded', async () => {
    await givenExport(pair.ana);
    expect(await hits()).toEqual([]);
    const files = unzip(await download(pair.ana));
    expect([...files.values()].join()).toContain('ana@example.com');
    await stand.app.settled();
    expect(await hits()).toEqual([]);
  });

  it.each(ENDINGS)('after %s, when the sealed rows and their keys are gone too', async (_name, end) => {
    stand.clock.advance({ minutes: 10 });
    pair = { ...pair, connection: (await pair.ana.connect(ANAS)).connectionId ?? '' };
    await stand.drain();
    expect(await rows(pair.connection)).toMatchObject({ 'keystore.data_key': 2 });
    const { texts, code } = await end(stand, pair);
    expect(await hits()).toEqual([]);
    await stand.run('tidy');
    await pair.ana.deletionRequests();
    await stand.visitor().deletionStatus(code);
    for (const accept of ['text/html', 'application/json'])
      await stand.visitor().fetch(`/deletion-status/${code}`, { headers: { accept } });
    await pair.ana.execute('{ viewer { nothing } }');
    await pair.ana.comeBack(`${stand.url}/meta/oauth/callback?state=x&code=y`);
    expect(toldOf([...heard, ...texts])).toEqual([]);
    expect(await rows(pair.connection)).toEqual({
      'public.deletion_outcome': 3,
      'public.deletion_subject': 1,
    });
    expect(await hits()).toEqual([]);
    expect(await rows(pair.neighbour)).toMatchObject({ 'keystore.data_key': 2, 'public.analytics_day': 33 });
    expect((await pair.bea.connections())[0]).toMatchObject({ username: BEAS, status: 'ACTIVE' });
    expect((await pair.others())['keystore.data_key']).toBe(others['keystore.data_key']);
  });
});
