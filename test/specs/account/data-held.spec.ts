import { DATA_MAP } from '../../../server/src/data-map';
import { STORED_DATA } from '../../../server/src/edge/web/stored-data';
import { download, givenExport } from '../../stand/export';
import { givenPair, type Pair } from '../../stand/pair';
import type { Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;

beforeAll(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
});
afterAll(() => stand.close());

interface Line {
  readonly what: string;
  readonly why: string;
  readonly until: string;
  readonly amount: number | null;
}

async function held(person: Person): Promise<Line[]> {
  return (await person.execute('{ viewer { dataHeld { what why until amount } } }')).data.viewer.dataHeld;
}

/** The amounts by the names of the data map. */
async function amounts(person: Person): Promise<Record<string, number | null>> {
  const lines = await held(person);
  return Object.fromEntries(DATA_MAP.holdings.map(({ name }, index) => [name, lines[index]?.amount ?? null]));
}

it('is told in the words and the order of the public pages', async () => {
  const lines = (await held(pair.ana)).map(({ what, why, until }) => ({ what, why, until }));
  expect(lines).toEqual([...STORED_DATA.instagram, ...STORED_DATA.account]);
});

it('is counted for the account that asks, and for nobody else', async () => {
  const before = await amounts(pair.ana);
  expect(before).toEqual({
    ...{
      'instagram-ids': 1,
      'instagram-names': 1,
      'instagram-picture': 0,
      'access-token': 1,
      connection: 1,
      analytics: 33,
      'instagram-event': 0,
    },
    ...{ 'selected-connection': 1, 'connect-attempt': 1, 'transfer-request': 0, deauthorization: null },
    ...{
      renewal: 1,
      'connection-health': 0,
      'connection-line': 1,
      'connection-check': 0,
      'connection-warning': 0,
    },
    ...{ 'request-digest': 0, 'deletion-record': 0, receipt: 0, 'receipt-leaf': null },
    'own-deletion-request': 0,
    ...{ tombstone: null, 'deletion-ledger': 0, 'recipient-endpoint': 0 },
    ...{ email: 1, 'email-change': 0, password: 1, account: 1, session: 1 },
    ...{ 'support-visit': 0, limit: null, 'data-key': 3 },
    ...{ 'data-export-file': 0, 'data-export': 0 },
    ...{ mail: 1, 'development-mail': 1, notice: 0, 'muted-notice': 0, 'known-device': 1 },
  });
  await stand.visitor().signUp({ email: 'cora@example.com' });
  await pair.bea.givenConnection('atelier_mare');
  expect(await amounts(pair.bea)).toMatchObject({ connection: 2, session: 1, 'data-key': 5 });
  expect(await amounts(pair.ana)).toEqual(before);
});

it('counts an export while it waits, its key included, and then only that there was one', async () => {
  await givenExport(pair.bea);
  expect(await amounts(pair.bea)).toMatchObject({ 'data-export-file': 1, 'data-export': 1, 'data-key': 6 });
  await download(pair.bea);
  await stand.app.settled();
  expect(await amounts(pair.bea)).toMatchObject({ 'data-export-file': 0, 'data-export': 1, 'data-key': 5 });
});

it('follows what a person does', async () => {
  await stand.sandbox.sendCallback('deauthorize', { account: 'studio_nord' });
  expect(await amounts(pair.ana)).toMatchObject({ 'access-token': 0, 'instagram-names': 1, 'data-key': 2 });
  await stand.sandbox.sendCallback('deletion', { account: 'studio_nord' });
  await stand.drain();
  expect(await amounts(pair.ana)).toMatchObject({
    ...{ 'instagram-ids': 0, 'instagram-names': 0, connection: 0, analytics: 0 },
    ...{
      'selected-connection': 0,
      'request-digest': 1,
      'deletion-record': 1,
      receipt: 1,
      'deletion-ledger': 2,
      'data-key': 1,
      email: 1,
    },
  });
});

it('is told to nobody who is not signed in', async () => {
  expect((await stand.visitor().execute('{ viewer { dataHeld { what } } }')).data).toEqual({ viewer: null });
});
