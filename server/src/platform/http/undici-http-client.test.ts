import { inspect } from 'node:util';
import { createHttpClient, type HttpRequest } from '.';
import { answer, cutShort, drop, startTinyServer, stayMute, type TinyServer } from './testing/tiny-server';

const CANARY = 'canary-4711';
let server: TinyServer;
const http = createHttpClient({ totalMs: 300, responseBytes: 1000 });

beforeAll(async () => {
  server = await startTinyServer();
});

afterAll(async () => {
  await http.close();
  await server.close();
});

const request = (more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url: new URL(`/path?token=${CANARY}`, server.url),
  headers: { authorization: `Bearer ${CANARY}` },
  ...more,
});

it('gives status and body of whatever the other side answers', async () => {
  server.behave(answer('{"é":1}', 418));
  const outcome = await http.send(request());
  expect(outcome).toMatchObject({ answered: true, status: 418, body: Buffer.from('{"é":1}') });
});

it('sends a form url-encoded', async () => {
  server.behave(answer('{}'));
  await http.send(request({ method: 'POST', form: new URLSearchParams({ code: 'a b&c' }) }));
  expect(server.seen).toMatchObject([
    { method: 'POST', path: '/path', contentType: 'application/x-www-form-urlencoded', body: 'code=a+b%26c' },
  ]);
});

it('follows no redirect', async () => {
  server.behave((response) => response.writeHead(302, { location: `${server.url}/elsewhere` }).end());
  expect(await http.send(request())).toMatchObject({ answered: true, status: 302 });
  expect(server.seen).toHaveLength(1);
});

it('says that nothing was sent when no connection came about', async () => {
  const closed = await startTinyServer();
  await closed.close();
  const outcome = await http.send(request({ url: new URL(`/?token=${CANARY}`, closed.url) }));
  expect(outcome).toEqual({ answered: false, reason: 'unreachable', code: 'ECONNREFUSED' });
});

it.each([
  ['a dropped connection', drop, 'cut-off'],
  ['a body cut short', cutShort('{"a":'), 'cut-off'],
  ['a mute server', stayMute, 'timeout'],
  ['a body that trickles', trickle, 'timeout'],
  ['a body over the limit', answer('x'.repeat(1001)), 'too-large'],
] as const)('tells %s apart and tries only once', async (_name, behaviour, reason) => {
  server.behave(behaviour);
  const outcome = await http.send(request());
  expect(outcome).toMatchObject({ answered: false, reason });
  expect(server.seen).toHaveLength(1);
  expect(inspect(outcome, { depth: null, showHidden: true })).not.toContain(CANARY);
});

it('reads a body that just fits', async () => {
  server.behave(answer('x'.repeat(1000)));
  expect(await http.send(request())).toMatchObject({ answered: true, status: 200 });
});

it('gives a request more time than the client does by itself, or less', async () => {
  server.behave((response) => setTimeout(() => response.end('{}'), 450));
  expect(await http.send(request({ totalMs: 2_000 }))).toMatchObject({ answered: true });
  server.behave(stayMute);
  expect(await http.send(request({ totalMs: 20 }))).toMatchObject({ answered: false, reason: 'timeout' });
});

it('gives the headers of an answer, their names in lower case', async () => {
  server.behave((response) => response.writeHead(200, { 'X-App-Usage': '{"call_count":28}' }).end('{}'));
  expect(await http.send(request())).toMatchObject({ headers: { 'x-app-usage': '{"call_count":28}' } });
});

it("stops at the caller's signal", async () => {
  server.behave(stayMute);
  expect(await http.send(request({ signal: AbortSignal.timeout(20) }))).toEqual({
    answered: false,
    reason: 'aborted',
    code: null,
  });
});

function trickle(response: Parameters<typeof drop>[0]): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
}
