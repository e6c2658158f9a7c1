import { createHttpClient } from '../platform/http';
import { answer, cutShort, stayMute } from '../platform/http/testing/tiny-server';
import { createGraphInstagram } from './graph-instagram';
import { pictureAddress } from './picture';
import { CANARY, type ServedInstagram, serveInstagram, TOKEN } from './testing/served-instagram';

let served: ServedInstagram;
beforeAll(async () => {
  served = await serveInstagram();
});
afterAll(() => served.close());

const BYTES = Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3]);
const says = (url: unknown) => answer(JSON.stringify({ id: '28978671838402975', profile_picture_url: url }));
const bytes = (body: Buffer) => (response: { end(body: Buffer): void }) => response.end(body);
const ask = (signal = AbortSignal.timeout(5_000)) => served.instagram.picture(TOKEN, signal);

it('asks who it is with the token, and for the picture without it', async () => {
  served.server.behave(says(`${served.server.url}/pictures/x.jpg?oh=1&oe=2`), bytes(BYTES));
  expect(await ask()).toEqual({ ok: true, value: BYTES });
  const [graph, content] = served.server.seen;
  expect(graph).toMatchObject({ path: '/graph/v26.0/me', authorization: `Bearer ${TOKEN.reveal()}` });
  expect(Object.fromEntries(graph?.query ?? [])).toEqual({ fields: 'id,profile_picture_url' });
  expect(content).toMatchObject({ path: '/pictures/x.jpg', authorization: undefined, body: '' });
  expect(Object.fromEntries(content?.query ?? [])).toEqual({ oh: '1', oe: '2' });
});

it.each([
  ['{"id":"28978671838402975"}'],
  ['{"id":"1","profile_picture_url":null}'],
  ['{"data":[{"id":"1"}]}'],
])('an account without one has none: %s', async (text) => {
  served.server.behave(answer(text));
  expect(await ask()).toEqual({ ok: true, value: null });
  expect(served.server.seen).toHaveLength(1);
});

it.each([
  'http://169.254.169.254/latest/meta-data/',
  'http://localhost:5432/',
  'https://evil.example/x.jpg',
  'https://cdninstagram.com.evil.example/x.jpg',
  'https://notfbcdn.net/x.jpg',
  'http://scontent.cdninstagram.com/x.jpg',
  'https://scontent.cdninstagram.com:8443/x.jpg',
  'https://user:word@scontent.cdninstagram.com/x.jpg',
  'https://scontent.cdninstagram.com@evil.example/x.jpg',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
  '//scontent.cdninstagram.com/x.jpg',
  'no address',
])('asks nobody but Meta: %s', async (address) => {
  served.server.behave(says(address));
  expect(await ask()).toMatchObject({ ok: false, refusal: { kind: 'unreadable' } });
  expect(served.server.seen).toHaveLength(1);
});

it.each([
  'https://scontent-fra3-1.cdninstagram.com/v/t51.2885-19/1_n.jpg?stp=dst-jpg&oh=1',
  'https://instagram.fxyz1-1.fna.fbcdn.net/v/x.jpg',
])('asks the content network: %s', (address) => {
  expect(pictureAddress(address, 'https://graph.instagram.com')?.href).toBe(address);
});

it('follows no redirect, and believes no status but 200', async () => {
  const own = `${served.server.url}/x.jpg`;
  for (const status of [302, 403, 404, 204]) {
    served.server.behave(says(own), (response) => response.writeHead(status, { location: own }).end());
    expect(await ask()).toMatchObject({
      ok: false,
      refusal: { kind: 'temporary', detail: `picture answered ${status}` },
    });
    expect(served.server.seen).toHaveLength(2);
  }
});

it('reads no more than 2 MiB, and no longer than it is given', async () => {
  const own = `${served.server.url}/x.jpg`;
  const http = createHttpClient();
  const patient = createGraphInstagram({
    ...{ appId: '1', appSecret: TOKEN, authorizeUrl: own, apiUrl: own, graphUrl: served.server.url },
    ...{ graphVersion: 'v26.0', http },
  });
  served.server.behave(says(own), bytes(Buffer.alloc(2 * 1024 * 1024 + 1)));
  const tooLarge = { kind: 'unreadable', detail: 'picture too large' };
  expect(await patient.picture(TOKEN, AbortSignal.timeout(5_000))).toMatchObject({ refusal: tooLarge });
  served.server.behave(says(own), bytes(Buffer.alloc(2 * 1024 * 1024)));
  expect(await patient.picture(TOKEN, AbortSignal.timeout(5_000))).toMatchObject({ ok: true });
  for (const behaviour of [stayMute, cutShort('x')]) {
    served.server.behave(says(own), behaviour);
    const reply = await ask(AbortSignal.timeout(200));
    expect(reply).toMatchObject({ ok: false, refusal: { kind: 'no-answer' } });
    expect(JSON.stringify(reply)).not.toContain(CANARY);
  }
  await http.close();
});

it('a refusal of who it is stays what it is', async () => {
  served.server.behave(
    answer('{"error":{"message":"x","type":"OAuthException","code":190,"error_subcode":460}}', 400),
  );
  expect(await ask()).toMatchObject({ ok: false, refusal: { kind: 'token-rejected', subcode: 460 } });
});
