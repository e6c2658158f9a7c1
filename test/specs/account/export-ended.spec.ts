import {
  dataExport,
  discardExport,
  download,
  exportLink,
  givenExport,
  jsonOf,
  requestExport,
  unzip,
} from '../../stand/export';
import { ANAS, givenPair, type Pair } from '../../stand/pair';
import type { Person } from '../../stand/person';
import { rowIdOf, rowsWith } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let pair: Pair;

beforeAll(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
});
/** Every spec begins with a connection of Ana's, and without exports. */
beforeEach(async () => {
  stand.clock.advance({ minutes: 10 });
  for (const person of [pair.ana, pair.bea]) await discardExport(person);
  await sql('delete from data_export');
  const [connection] = await pair.ana.connections();
  pair = { ...pair, connection: connection?.id ?? (await pair.ana.givenConnection(ANAS)) };
});
afterAll(() => stand.close());

const sql = (text: string, ...values: unknown[]) => stand.app.dataSource.query(text, values);
const exportId = async (person: Person) =>
  (await sql('select id from data_export where account_id = $1', rowIdOf(await person.accountId())))[0].id;
const left = async (person: Person) =>
  Object.keys(await rowsWith(stand.app.dataSource, await exportId(person)));

const ENDINGS: readonly [string, () => Promise<unknown>][] = [
  ['disconnecting', () => pair.ana.disconnect(pair.connection)],
  ['a data-deletion request', () => stand.sandbox.sendCallback('deletion', { account: ANAS })],
  [
    'the operator',
    () =>
      stand.app.dataSource
        .query('select account_id as account, id from instagram_connection where id = $1', [
          rowIdOf(pair.connection),
        ])
        .then(([row]: { account: string; id: string }[]) =>
          stand.app.operator.deleteConnection(row?.account ?? '', row?.id ?? ''),
        ),
  ],
];

it.each(ENDINGS)('%s destroys the export that waits, before any job ran', async (_name, end) => {
  await givenExport(pair.ana);
  await givenExport(pair.bea);
  const link = await exportLink(pair.ana);
  await end();
  expect(await dataExport(pair.ana)).toMatchObject({ state: 'DATA_DELETED', sizeBytes: null });
  expect(await left(pair.ana)).not.toContain('public.data_export_piece');
  expect(await left(pair.ana)).not.toContain('keystore.data_key');
  expect((await pair.ana.fetch(link)).status).toBe(404);
  await stand.drain();
  expect(jsonOf(unzip(await download(pair.bea)), 'instagram-connection')).toHaveLength(1);
  await givenExport(pair.ana);
  expect(jsonOf(unzip(await download(pair.ana)), 'instagram-connection')).toEqual([]);
});

it.each(ENDINGS)('%s ends the export that is being prepared', async (_name, end) => {
  await requestExport(pair.ana);
  await end();
  await stand.drain();
  expect(await dataExport(pair.ana)).toMatchObject({ state: 'DATA_DELETED' });
  expect((await left(pair.ana)).filter((table) => /^public|^keystore/.test(table))).toEqual([
    'public.data_export',
  ]);
});

it('deauthorization leaves it: what the export holds is kept', async () => {
  await givenExport(pair.ana);
  await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
  await stand.drain();
  expect(jsonOf(unzip(await download(pair.ana)), 'instagram-connection')).toHaveLength(1);
});

it('a connection that is not in it leaves it too', async () => {
  await givenExport(pair.ana);
  await pair.ana.disconnect(await pair.ana.givenConnection('atelier_mare'));
  await stand.drain();
  expect(jsonOf(unzip(await download(pair.ana)), 'instagram-connection')).toHaveLength(1);
});

it('what cutting missed is destroyed by the erasure', async () => {
  await givenExport(pair.bea);
  const id = await exportId(pair.bea);
  await sql('update data_export set connection_ids = array[$1]::uuid[]', rowIdOf(pair.connection));
  await pair.ana.disconnect(pair.connection);
  expect(await left(pair.bea)).toContain('public.data_export_piece');
  await stand.drain();
  const [request] = await pair.ana.deletionRequests();
  expect(request.state).toBe('COMPLETED');
  const rows = Object.keys(await rowsWith(stand.app.dataSource, id));
  expect(rows.filter((table) => !table.startsWith('graphile_worker.'))).toEqual(['public.data_export']);
});

it('closing the account takes it along, and its key', async () => {
  const cora = await stand.givenAccount('cora@example.com');
  await givenExport(cora);
  await givenExport(pair.bea);
  const id = await exportId(cora);
  await sql('delete from account where id = $1', rowIdOf(await cora.accountId()));
  expect(Object.keys(await rowsWith(stand.app.dataSource, id))).not.toContain('public.data_export_piece');
  await stand.run('end-overdue-exports');
  const anywhere = Object.keys(await rowsWith(stand.app.dataSource, id));
  expect(anywhere.filter((table) => !table.startsWith('graphile_worker.'))).toEqual([]);
  expect(unzip(await download(pair.bea)).size).toBeGreaterThan(20);
});
