import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { CALLBACK_ROUTES, post, postSigned, signBytes, unixSeconds } from '../../stand/callbacks';
import { ANAS, givenPair, type Pair } from '../../stand/pair';
import { snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

const PREVIOUS = 'fedcba9876543210fedcba9876543210';

let stand: Stand;
let pair: Pair;
let before: Record<string, string>;
beforeAll(async () => {
  stand = await Stand.open({ env: { INSTAGRAM_APP_SECRET_PREVIOUS: PREVIOUS } });
  pair = await givenPair(stand);
});
beforeEach(async () => {
  before = await snapshot(stand.app.dataSource);
});
afterAll(() => stand.close());

const now = () => unixSeconds(stand.clock.now());
const genuine = () => stand.sandbox.sign({ account: ANAS });
const parts = () => genuine().split('.') as [string, string];
const anasId = () => stand.sandbox.accounts().find(({ username }) => username === ANAS)?.appScopedId ?? '';
const form = (value: string) => `signed_request=${value}`;

/** The payload as Meta writes it, with changes; signed with the right secret. */
const signed = (change: object) =>
  form(
    signBytes(
      JSON.stringify({ user_id: anasId(), algorithm: 'HMAC-SHA256', issued_at: now(), ...change }),
      stand.sandbox.app.secret,
    ),
  );
const signedText = (payload: string | Uint8Array) => form(signBytes(payload, stand.sandbox.app.secret));
const users = (value: string) =>
  signedText(`{"user_id":${value},"algorithm":"HMAC-SHA256","issued_at":${now()}}`);
const times = (value: string) =>
  signedText(`{"user_id":"${anasId()}","algorithm":"HMAC-SHA256","issued_at":${value}}`);
const swapCase = (text: string) => (text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase());

type Forgery = string | { body: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> };
const forgeries: Record<string, () => Forgery> = {
  // The signature.
  'another secret': () => form(stand.sandbox.sign({ account: ANAS, secret: '0'.repeat(32) })),
  'an empty secret': () => form(stand.sandbox.sign({ account: ANAS, secret: '' })),
  'a changed payload': () => form(stand.sandbox.sign({ account: ANAS, tamper: 'payload' })),
  'a changed signature': () => form(stand.sandbox.sign({ account: ANAS, tamper: 'signature' })),
  'a signature of another request': () =>
    form(`${parts()[0]}.${stand.sandbox.sign({ account: 'cafe_lisboa' }).split('.')[1]}`),
  'no signature': () => form(`.${parts()[1]}`),
  'a signature over the decoded payload': () => {
    const [, payload] = parts();
    const clear = Buffer.from(payload, 'base64url');
    const mac = createHmac('sha256', stand.sandbox.app.secret).update(clear).digest('base64url');
    return form(`${mac}.${payload}`);
  },
  'its last character with other unused bits': () => {
    const [signature, payload] = parts();
    const last = signature.at(-1) ?? '';
    return form(`${signature.slice(0, -1)}${String.fromCharCode(last.charCodeAt(0) + 1)}.${payload}`);
  },
  // The form of the value.
  padding: () => form(stand.sandbox.sign({ account: ANAS, padded: true })),
  'no dot': () => form(parts().join('')),
  'two dots': () => form(`${genuine()}.`),
  'parts the other way round': () => form(parts().reverse().join('.')),
  'a space around it': () => form(` ${genuine()} `),
  'a NUL at its end': () => form(`${genuine()}%00`),
  'other letter case': () => form(`${swapCase(parts()[0])}.${parts()[1]}`),
  'an empty value': () => form(''),
  'a payload of 4,097 characters': () => signed({ expires: 'x'.repeat(3_000) }),
  // The form around it.
  'nothing at all': () => '',
  'the field twice': () => `${form(genuine())}&${form(genuine())}`,
  'a field beside it': () => `${form(genuine())}&more=1`,
  'another field': () => `signed_requests=${genuine()}`,
  'a field in capitals': () => `SIGNED_REQUEST=${genuine()}`,
  JSON: () => ({
    body: JSON.stringify({ signed_request: genuine() }),
    headers: { 'content-type': 'application/json' },
  }),
  'a form that is called text': () => ({ body: form(genuine()), headers: { 'content-type': 'text/plain' } }),
  'a form in zip': () => ({
    body: new Uint8Array(gzipSync(form(genuine()))),
    headers: { 'content-encoding': 'gzip' },
  }),
  'more than 8 KB': () => `${form(genuine())}${'&'.repeat(9_000)}`,
  'a megabyte': () => form('a'.repeat(1_000_000)),
  // The payload, rightly signed.
  'no JSON': () => signedText('user_id=1'),
  'JSON text': () => signedText('"HMAC-SHA256"'),
  'a JSON list': () => signedText(`[{"user_id":"${anasId()}"}]`),
  'bytes that are not UTF-8': () =>
    signedText(
      Buffer.from(
        `{"user_id":"${anasId()}","algorithm":"HMAC-SHA256","issued_at":${now()},"x":"\xff"}`,
        'latin1',
      ),
    ),
  'a key twice': () => users(`"${anasId()}","user_id":"${anasId()}"`),
  'a key twice, once in escapes': () => users(`"1","user_\\u0069d":"${anasId()}"`),
  'deep nesting': () => signed({ user: { a: { b: {} } } }),
  'no algorithm': () => signed({ algorithm: undefined }),
  'the algorithm none': () => signed({ algorithm: 'none' }),
  'the algorithm HMAC-SHA1': () => signed({ algorithm: 'HMAC-SHA1' }),
  'the algorithm in small letters': () => signed({ algorithm: 'hmac-sha256' }),
  'a list of algorithms': () => signed({ algorithm: ['HMAC-SHA256'] }),
  'no user': () => signed({ user_id: undefined }),
  'the user 0': () => users('0'),
  'a user below 0': () => users(`-${anasId()}`),
  'a user with decimals': () => users(`${anasId()}.0`),
  'a user with an exponent': () => users('2.7e16'),
  'a user in words': () => users('"studio_nord"'),
  'a list of users': () => users(`["${anasId()}"]`),
  'a user with a leading 0': () => users(`"0${anasId()}"`),
  'an inherited user': () => signedText(`{"__proto__":{"user_id":"1"},"algorithm":"HMAC-SHA256"}`),
  'no time': () => signed({ issued_at: undefined }),
  'a time in text': () => times(`"${now()}"`),
  'a time with decimals': () => times(`${now()}.5`),
  'a time in milliseconds': () => times(`${now()}000`),
  'a time before 2010': () => times('1262303999'),
  'a time below 0': () => times('-1'),
  'a time 301 seconds ahead': () => times(String(now() + 301)),
};

describe.each(CALLBACK_ROUTES)('%s', (route) => {
  it.each(Object.keys(forgeries))('refuses %s with 400, and changes nothing', async (name) => {
    const forgery = forgeries[name]?.() ?? '';
    const { body, headers } = typeof forgery === 'string' ? { body: forgery, headers: {} } : forgery;
    const answer = await post(stand, route, body, headers);
    expect(answer).toMatchObject({ status: 400, type: expect.stringContaining('application/problem+json') });
    expect(JSON.parse(answer.body)).toEqual({
      type: 'about:blank',
      title: 'This is not a signed request of our Instagram app.',
      status: 400,
    });
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
  });

  it.each(['GET', 'PUT', 'DELETE'])('has no answer to %s, and changes nothing', async (method) => {
    const response = await fetch(`${stand.url}${route}?${form(genuine())}`, { method, redirect: 'manual' });
    expect([404, 405]).toContain(response.status);
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
  });

  it('leaves no job behind any of them', async () => {
    const jobs = await stand.app.dataSource.query('select task_identifier from graphile_worker.jobs');
    expect(jobs).toEqual([]);
  });
});

describe('what is genuine is taken', () => {
  it.each([
    ['with the previous secret, while a secret is replaced', () => ({ secret: PREVIOUS })],
    ['from 2010', () => ({ issuedAt: 1_262_304_000 })],
    ['300 seconds ahead', () => ({ issuedAt: now() + 300 })],
  ])('%s', async (_name, how) => {
    for (const route of CALLBACK_ROUTES) {
      const value = stand.sandbox.sign({ userId: 'unknown', ...how() });
      expect((await postSigned(stand, route, value)).status).toBe(200);
    }
  });

  it('with keys that we do not know, and with a character set', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
    const body = signed({ user_id: '1', expires: 0, user: { country: 'pt' } });
    for (const route of CALLBACK_ROUTES) expect((await post(stand, route, body, headers)).status).toBe(200);
  });

  it('and none of it was about the two who are here', async () => {
    await stand.drain();
    for (const person of [pair.ana, pair.bea])
      expect(await person.connections()).toMatchObject([
        { status: 'ACTIVE', deauthorizedAt: null, analyticsSync: { storedDays: 33 } },
      ]);
  });
});
