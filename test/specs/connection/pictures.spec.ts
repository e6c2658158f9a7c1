import { ANAS, BEAS, givenPair, type Pair } from '../../stand/pair';
import type { Person } from '../../stand/person';
import { rowIdOf, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
beforeEach(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand, { analytics: false });
  stand.sandbox.clearCalls();
});
afterEach(() => stand.close());

const pictureUrl = async (person: Person): Promise<string | null> =>
  (await person.execute('{ viewer { instagramConnections { pictureUrl } } }')).data.viewer
    .instagramConnections[0]?.pictureUrl ?? null;
const look = (person: Person, url: string | null, headers: Record<string, string> = {}) =>
  person.fetch(new URL(url ?? '', stand.url).pathname, { headers });
const asked = (account = ANAS) =>
  stand.sandbox.calls().filter((call) => call.account === account && call.route === 'profile').length;
const kept = () => stand.app.dataSource.query('select * from connection_picture');
async function shown(person: Person): Promise<Buffer> {
  const response = await look(person, await pictureUrl(person));
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

describe('the picture of a connection', () => {
  it('is a small WebP picture behind headers that let nothing else be made of it, and is asked for once a day', async () => {
    const url = await pictureUrl(pair.ana);
    expect(url).toBe(`${stand.url}/files/pictures/${pair.connection}`);
    const response = await look(pair.ana, url);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...{
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
      ...{ 'cache-control': 'private, no-cache', 'content-security-policy': "default-src 'none'; sandbox" },
      'cross-origin-resource-policy': 'same-origin',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(8, 12).toString()).toBe('WEBP');
    expect(bytes.length).toBeLessThan(4_000);
    const etag = response.headers.get('etag') ?? '';
    expect((await look(pair.ana, url, { 'if-none-match': etag })).status).toBe(304);
    expect((await look(pair.ana, url, { 'if-none-match': '"other"' })).status).toBe(200);
    stand.clock.advance({ hours: 23 });
    await pair.ana.signIn();
    await shown(pair.ana);
    expect(asked()).toBe(1);
    stand.clock.advance({ hours: 2 });
    await pair.ana.signIn();
    await shown(pair.ana);
    await stand.app.settled();
    expect(asked()).toBe(2);
    expect((await look(pair.ana, url, { 'if-none-match': etag })).status).toBe(200);
  });

  it('is shown to nobody else: a neighbour, a stranger and an unknown id are answered alike, and nothing is asked', async () => {
    const url = await pictureUrl(pair.ana);
    await shown(pair.ana);
    stand.sandbox.clearCalls();
    const before = await snapshot(stand.app.dataSource);
    const answers = [];
    for (const [person, address] of [
      [pair.bea, url],
      [stand.visitor(), url],
      [pair.ana, '/files/pictures/conn_00000000000000000000000000000000'],
      [pair.ana, `/files/pictures/${rowIdOf(pair.connection)}`],
      [pair.ana, '/files/pictures/..%2f..%2fetc%2fpasswd'],
      [pair.ana, `/files/pictures/acc_${pair.connection.slice(5)}`],
    ] as const) {
      const response = await look(person, address);
      answers.push([response.status, response.headers.get('content-type'), await response.text()]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    expect(asked()).toBe(0);
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
  });

  it('is kept sealed: no bytes of it stand in the database', async () => {
    const bytes = await shown(pair.ana);
    const [row] = await kept();
    expect(row.picture_sealed).toMatch(/^v1/);
    for (const form of ['base64', 'base64url', 'hex'] as const)
      expect(row.picture_sealed).not.toContain(bytes.subarray(12, 40).toString(form));
  });

  it('asked for many times at once is fetched once', async () => {
    const url = await pictureUrl(pair.ana);
    const statuses = await Promise.all(
      Array.from({ length: 6 }, async () => (await look(pair.ana, url)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(asked()).toBe(1);
  });
});

describe('no picture', () => {
  it.each(['gone', 'page', 'drawing', 'huge', 'moved'] as const)(
    'is shown when Instagram sends what is none (%s); the connection is well, and it is asked again after an hour',
    async (picture) => {
      stand.sandbox.behave(ANAS, { picture });
      const url = await pictureUrl(pair.ana);
      expect((await look(pair.ana, url)).status).toBe(404);
      expect((await pair.ana.connections())[0]).toMatchObject({ status: 'ACTIVE', paused: [] });
      expect(await kept()).toMatchObject([{ picture_sealed: null, fetched_at: null }]);
      expect(await pictureUrl(pair.ana)).toBeNull();
      expect((await look(pair.ana, url)).status).toBe(404);
      expect(asked()).toBe(1);
      stand.sandbox.behave(ANAS, { picture: 'usual' });
      stand.clock.advance({ minutes: 61 });
      expect((await shown(pair.ana)).length).toBeGreaterThan(0);
      expect(asked()).toBe(2);
    },
  );

  it('is shown when there is none, and one that was there before goes with it', async () => {
    await shown(pair.ana);
    stand.sandbox.behave(ANAS, { picture: 'absent' });
    stand.clock.advance({ hours: 25 });
    await pair.ana.signIn();
    const url = await pictureUrl(pair.ana);
    await look(pair.ana, url);
    await stand.app.settled();
    expect((await look(pair.ana, url)).status).toBe(404);
    expect(await pictureUrl(pair.ana)).toBeNull();
    expect(await kept()).toMatchObject([{ picture_sealed: null }]);
  });

  it('but the one before is shown while a new one cannot be had', async () => {
    const before = await shown(pair.ana);
    stand.sandbox.behave(ANAS, { picture: 'drawing' });
    stand.clock.advance({ hours: 25 });
    await pair.ana.signIn();
    await shown(pair.ana);
    await stand.app.settled();
    expect(await shown(pair.ana)).toEqual(before);
    expect(asked()).toBe(2);
  });

  it('is waited for no longer than a few seconds', async () => {
    stand.sandbox.behave(ANAS, { picture: 'slow' });
    const began = performance.now();
    expect((await look(pair.ana, await pictureUrl(pair.ana))).status).toBe(404);
    expect(performance.now() - began).toBeLessThan(15_000);
  }, 30_000);

  it('is asked for while Instagram has trouble or a limit is left alone', async () => {
    await stand.app.dataSource.query('update instagram_service set paused_until = $1', [
      new Date(stand.clock.now().getTime() + 60_000),
    ]);
    expect((await look(pair.ana, await pictureUrl(pair.ana))).status).toBe(404);
    expect(asked()).toBe(0);
    expect(await kept()).toEqual([]);
  });
});

describe('the endings', () => {
  it('removing the app keeps it, and nothing is asked any more', async () => {
    const before = await shown(pair.ana);
    await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
    stand.clock.advance({ days: 2 });
    await pair.ana.signIn();
    stand.sandbox.clearCalls();
    expect(await shown(pair.ana)).toEqual(before);
    await stand.app.settled();
    expect(stand.sandbox.calls()).toEqual([]);
  });

  it.each(['disconnect', 'deletion callback'])(
    '%s: gone at once, its row with the job; the neighbour keeps hers',
    async (ending) => {
      const url = await pictureUrl(pair.ana);
      await shown(pair.ana);
      const hers = await shown(pair.bea);
      const others = await pair.others();
      if (ending === 'disconnect') await pair.ana.disconnect(pair.connection);
      else await stand.sandbox.sendCallback('deletion', { account: ANAS });
      const etag = '"anything"';
      expect((await look(pair.ana, url, { 'if-none-match': etag })).status).toBe(404);
      await stand.drain();
      expect((await kept()).map((row: { connection_id: string }) => row.connection_id)).toEqual([
        rowIdOf(pair.neighbour),
      ]);
      expect(await pair.others()).toEqual(others);
      expect(await shown(pair.bea)).toEqual(hers);
      expect(asked(BEAS)).toBe(1);
    },
  );

  it.each(['deauthorize', 'disconnect'])(
    'one that is under way at the %s is stored nowhere',
    async (ending) => {
      stand.sandbox.plantFault({ route: 'profile', account: ANAS, delayMs: 400 });
      const looking = look(pair.ana, await pictureUrl(pair.ana));
      while (asked() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      if (ending === 'disconnect') await pair.ana.disconnect(pair.connection);
      else await stand.sandbox.sendCallback('deauthorize', { account: ANAS });
      await stand.drain();
      expect((await looking).status).toBe(404);
      expect(
        (await kept()).filter((row: { picture_sealed: unknown }) => row.picture_sealed !== null),
      ).toEqual([]);
      if (ending === 'disconnect') expect(await kept()).toEqual([]);
    },
  );
});
