import {
  dataExport,
  discardExport,
  download,
  exportLink,
  givenExport,
  requestExport,
  untilDownloaded,
  unzip,
} from '../../stand/export';
import type { Person } from '../../stand/person';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { A_MONDAY, Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let ana: Person;
/** The neighbour, who has an export too: nothing here may touch it. */
let bea: Person;
let before: unknown;

beforeAll(async () => {
  stand = await Stand.open({ limits: { exportPerAccount: { points: 3, perSeconds: 86_400 } } });
});
beforeEach(async () => {
  stand.clock.set(A_MONDAY);
  [ana, bea] = [await stand.givenAccount(), await stand.givenAccount()];
  await givenExport(bea);
  before = await rowsOf(bea);
});
afterAll(() => stand.close());

const sql = (text: string, ...values: unknown[]) => stand.app.dataSource.query(text, values);
const newestId = async (person: Person): Promise<string> => {
  const account = rowIdOf(await person.accountId());
  const found = await sql(
    'select id from data_export where account_id = $1 order by ended_at desc nulls first limit 1',
    account,
  );
  return found[0].id;
};
/** Every row of a person's exports, as text. */
const rowsOf = async (person: Person) =>
  sql(
    `select e::text as export, p::text as piece, k::text as key from data_export e left join data_export_piece p on export_id = e.id
     left join keystore.data_key k on subject_id = e.id where account_id = $1 order by 1, 2, 3`,
    rowIdOf(await person.accountId()),
  );
const neighbourIsAsBefore = async () => expect(await rowsOf(bea)).toEqual(before);
/** Nothing of a file of Ana's is left: no piece, no key. */
const isGone = async () => {
  const id = await newestId(ana);
  const left = Object.keys(await rowsWith(stand.app.dataSource, id));
  expect(left.filter((table) => !table.startsWith('graphile_worker.'))).toEqual(['public.data_export']);
  const [row] = await sql('select * from data_export where id = $1', id);
  expect(row).toMatchObject({ link_hash: null, connection_ids: [], size_bytes: null, build_id: null });
};

it('is prepared in the background, and then ready for a day', async () => {
  expect(await dataExport(ana)).toBeNull();
  expect(await requestExport(ana)).toBeNull();
  expect(await dataExport(ana)).toEqual({
    ...{ state: 'PREPARING', progressPercent: 0, requestedAt: '2026-11-23T18:00:00.000Z' },
    ...{ readyAt: null, expiresAt: null, endedAt: null, sizeBytes: null },
  });
  expect(await exportLink(ana)).toBe('DataExportNotReady');
  stand.clock.advance({ seconds: 5 });
  await stand.drain();
  const ready = await dataExport(ana);
  expect(ready).toMatchObject({
    ...{ state: 'READY', progressPercent: 100, readyAt: '2026-11-23T18:00:05.000Z' },
    ...{ expiresAt: '2026-11-24T18:00:05.000Z', endedAt: null },
  });
  expect((await download(ana)).length).toBe(ready?.sizeBytes);
});

it('is downloaded once, and its file and key are destroyed then', async () => {
  await givenExport(ana);
  const link = await exportLink(ana);
  expect(link).toMatch(/^\/exports\/[\w-]{43}$/);
  const response = await ana.fetch(link);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="sociogenie-export-2026-11-23.zip"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  const zip = Buffer.from(await response.arrayBuffer());
  expect(unzip(zip).size).toBeGreaterThan(20);
  await untilDownloaded(ana);

  expect(await dataExport(ana)).toMatchObject({ state: 'DOWNLOADED', sizeBytes: null });
  await isGone();
  expect((await ana.fetch(link)).status).toBe(404);
  expect(await exportLink(ana)).toBe('DataExportNotReady');
  await neighbourIsAsBefore();
});

it('is opened by nobody else, with the same answer for whatever is wrong, and stays', async () => {
  await givenExport(ana);
  const earlier = await exportLink(ana);
  const link = await exportLink(ana);
  const mine = await snapshot(stand.app.dataSource);
  const answers: unknown[] = [];
  for (const [person, path] of [
    [stand.visitor(), link],
    [bea, link],
    [ana, earlier],
    [ana, `/exports/${'A'.repeat(43)}`],
    [ana, '/exports/short'],
    [ana, `${link}%20`],
  ] as const) {
    const response = await person.fetch(path);
    const { date: _, 'content-security-policy': __, ...headers } = Object.fromEntries(response.headers);
    answers.push({ status: response.status, body: await response.text(), headers });
  }
  expect(answers[0]).toMatchObject({ status: 404, body: expect.stringContaining('leads to no export') });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((await ana.fetch(link, { method: 'HEAD' })).status).toBe(404);
  expect(await snapshot(stand.app.dataSource)).toEqual(mine);
  expect((await ana.fetch(link)).status).toBe(200);
});

it('is not handed to a link that is older than ten minutes; another can be asked for', async () => {
  await givenExport(ana);
  const link = await exportLink(ana);
  stand.clock.advance({ minutes: 10 });
  expect((await ana.fetch(link)).status).toBe(404);
  expect((await download(ana)).length).toBeGreaterThan(1000);
});

it('cannot be fetched twice at the same time, and can again once a download broke off', async () => {
  await givenExport(ana);
  const link = await exportLink(ana);
  // As a killed server leaves it: a download began, and nobody ends it.
  await sql(
    "update data_export set sending_id = gen_random_uuid(), sending_until = '2026-11-23T18:00:30Z' where link_hash is not null",
  );
  expect((await ana.fetch(link)).status).toBe(404);
  expect(await exportLink(ana)).toBe('DataExportBeingSent');
  stand.clock.advance({ seconds: 30 });
  expect(unzip(await download(ana)).size).toBeGreaterThan(20);
});

it('is gone after a day: by its job, and for whoever asks before that', async () => {
  await givenExport(ana);
  const { expiresAt } = (await dataExport(ana)) ?? {};
  stand.clock.set(new Date(new Date(String(expiresAt)).getTime() - 1));
  const link = await exportLink(ana);
  await stand.drain();
  expect(await dataExport(ana)).toMatchObject({ state: 'READY' });
  stand.clock.set(new Date(String(expiresAt)));
  expect(await dataExport(ana)).toMatchObject({ state: 'EXPIRED', sizeBytes: null, endedAt: expiresAt });
  expect((await ana.fetch(link)).status).toBe(404);
  expect(await exportLink(ana)).toBe('DataExportNotReady');
  await stand.drain();
  await isGone();
  expect(await dataExport(ana)).toMatchObject({ state: 'EXPIRED', endedAt: expiresAt });
});

it('is gone after a day also when its job was lost; what is prepared for a day has failed', async () => {
  await givenExport(ana);
  const cora = await stand.givenAccount();
  await requestExport(cora);
  await sql("delete from graphile_worker._private_jobs where key ~ '^(end|build)-export:'");
  stand.clock.advance({ days: 1 });
  await stand.run('end-overdue-exports');
  await ana.signIn();
  await isGone();
  await cora.signIn();
  expect(await dataExport(cora)).toMatchObject({ state: 'FAILED' });
  stand.clock.advance({ days: 6, seconds: 1 });
  await stand.run('tidy');
  await ana.signIn();
  expect(await dataExport(ana)).toBeNull();
});

it('is made one at a time, and three in a day', async () => {
  for (let made = 0; made < 3; made += 1) {
    expect(await requestExport(ana)).toBeNull();
    expect(await requestExport(ana)).toMatchObject({ __typename: 'DataExportUnderWay' });
    await stand.drain();
    expect(await requestExport(ana)).toMatchObject({ __typename: 'DataExportUnderWay' });
    await discardExport(ana);
    stand.clock.advance({ minutes: 1 });
  }
  const refused = await snapshot(stand.app.dataSource);
  expect(await requestExport(ana)).toEqual({
    __typename: 'TooManyDataExports',
    retryAt: '2026-11-24T18:00:00.000Z',
  });
  expect(await snapshot(stand.app.dataSource)).toEqual(refused);
  await neighbourIsAsBefore();
  stand.clock.set(new Date('2026-11-24T18:00:00Z'));
  expect(await requestExport(ana)).toBeNull();
});

it('is made once when it is asked for many times at once', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => requestExport(ana)));
  expect(answers.filter((answer) => answer === null)).toHaveLength(1);
});

it('is discarded while it is prepared, and while it waits', async () => {
  await requestExport(ana);
  await discardExport(ana);
  await stand.drain();
  expect(await dataExport(ana)).toMatchObject({ state: 'DISCARDED' });
  await isGone();
  await givenExport(ana);
  const link = await exportLink(ana);
  await discardExport(ana);
  expect((await ana.fetch(link)).status).toBe(404);
  await isGone();
  await discardExport(ana);
  await neighbourIsAsBefore();
});

it('is given up after five runs that failed, and leaves nothing', async () => {
  await sql("update account set email_sealed = 'v1.spoilt' where id = $1", rowIdOf(await ana.accountId()));
  await requestExport(ana);
  await stand.drain();
  for (let run = 2; run <= 5; run += 1) {
    expect(await dataExport(ana)).toMatchObject({ state: 'PREPARING' });
    await stand.repeatFailed();
  }
  expect(await dataExport(ana)).toMatchObject({ state: 'FAILED' });
  await isGone();
});

it('needs somebody who is signed in', async () => {
  for (const mutation of ['requestDataExport', 'discardDataExport', 'issueDataExportLink']) {
    const answer = await stand.visitor().execute(`mutation { ${mutation} { userErrors { message } } }`);
    expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  }
});
