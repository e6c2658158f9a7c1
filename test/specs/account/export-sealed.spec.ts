import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataExport, download, exportLink, givenExport, jsonOf, unzip } from '../../stand/export';
import { givenPair, type Pair } from '../../stand/pair';
import { rowIdOf } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let pair: Pair;

/** Days of numbers that no compression makes small: more than the buffers between a server and its reader hold. */
const DAYS = 25_000;

beforeAll(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
  await sql(
    `insert into analytics_day (connection_id, day, reach, views, likes, comments, saves, shares, replies, reposts, follows,
       unfollows, profile_links_taps, accounts_engaged, total_interactions, failed_metrics)
     select $1, date '1950-01-01' + n, ${Array.from({ length: 13 }, () => '(random() * 9e15)::bigint').join(', ')}, '{}'
     from generate_series(1, $2) n`,
    rowIdOf(pair.connection),
    DAYS,
  );
  await givenExport(pair.ana);
});
afterAll(() => stand.close());

const sql = (text: string, ...values: unknown[]) => stand.app.dataSource.query(text, values);

/** Begins a download, reads what comes first and no more. */
async function beginDownload(): Promise<IncomingMessage> {
  const link = await exportLink(pair.ana);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { cookie: `sid=${pair.ana.sessionId}` };
    get(new URL(link, stand.url), { headers, agent: false }, resolve).once('error', reject);
  });
  expect(response.statusCode).toBe(200);
  await new Promise((resolve) => response.once('readable', resolve));
  response.read(1);
  return response;
}

/** Reads the rest; whether it came whole. */
async function readOn(response: IncomingMessage): Promise<boolean> {
  let length = 1;
  try {
    for await (const part of response) length += part.length;
  } catch {
    return false;
  }
  return length === Number(response.headers['content-length']);
}

async function until(fact: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await fact())) {
    if (performance.now() > deadline) throw new Error('waited for ten seconds in vain');
    await sleep(20);
  }
}
const isSending = async () =>
  (await sql('select 1 from data_export where sending_id is not null')).length > 0;

it('is stored in pieces', async () => {
  const [{ pieces, size }] = await sql(
    'select count(*)::int as pieces, max(size_bytes)::int as size from data_export, data_export_piece',
  );
  expect(size).toBeGreaterThan(4_000_000);
  expect(pieces).toBe(Math.ceil(size / 65_536));
});

it('stays when a download breaks off, and can be fetched at once with another link', async () => {
  const response = await beginDownload();
  expect(await isSending()).toBe(true);
  response.destroy();
  await until(async () => !(await isSending()));
  await stand.app.settled();
  expect(await dataExport(pair.ana)).toMatchObject({ state: 'READY' });
  const second = await beginDownload();
  second.destroy();
  await until(async () => !(await isSending()));
});

it.each([
  [
    'a piece in another place',
    'update data_export_piece set position = -position where position in (1, 2)',
    'update data_export_piece set position = 3 + position where position < 0',
  ],
  ['a piece that is missing', 'delete from data_export_piece where position = 5', 'select 1'],
  ['an end that is cut off', 'update data_export set piece_count = piece_count - 1', 'select 1'],
  [
    'a changed piece',
    "update data_export_piece set bytes_sealed = overlay(bytes_sealed placing 'AAAA' from 200) where position = 7",
    'select 1',
  ],
])(
  '%s is noticed: the download breaks off, and nothing is called downloaded',
  async (_what, first, second) => {
    await sql('create table kept_piece as select * from data_export_piece');
    await sql('create table kept_export as select * from data_export');
    await sql(first);
    await sql(second);
    expect(await readOn(await beginDownload())).toBe(false);
    await until(async () => !(await isSending()));
    expect(await dataExport(pair.ana)).toMatchObject({ state: 'READY' });
    await sql('delete from data_export_piece');
    await sql('insert into data_export_piece select * from kept_piece');
    await sql('update data_export set piece_count = (select piece_count from kept_export)');
    await sql('drop table kept_piece, kept_export');
  },
);

it('comes whole after all that, through the same door', async () => {
  const files = unzip(await download(pair.ana));
  expect(jsonOf(files, 'analytics-day').length).toBe(DAYS + 33);
  await stand.app.settled();
  expect(await dataExport(pair.ana)).toMatchObject({ state: 'DOWNLOADED' });
});

it('breaks off in the middle of a download when its data is deleted', async () => {
  await givenExport(pair.ana);
  const response = await beginDownload();
  await pair.ana.disconnect(pair.connection);
  expect(await readOn(response)).toBe(false);
  await stand.drain();
  expect(await dataExport(pair.ana)).toMatchObject({ state: 'DATA_DELETED' });
});
