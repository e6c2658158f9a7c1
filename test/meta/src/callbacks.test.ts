import { type Sandbox, UNKNOWN_USER_ID } from './index.ts';
import { givenListener, type Listener } from './testing/listener.ts';
import { givenSandbox } from './testing/person.ts';

const NOW = Date.parse('2026-11-20T20:00:00Z');
const account = 'cafe_lisboa';

let sandbox: Sandbox;
let app: Listener;
beforeAll(async () => {
  app = await givenListener();
  sandbox = await givenSandbox({
    app: { deauthorizeUrl: `${app.url}/deauthorize`, deletionUrl: `${app.url}/deletion` },
  });
});
beforeEach(() => {
  sandbox.reset();
  sandbox.clock.freeze(NOW);
  app.received.length = 0;
  app.answer = { status: 200, body: '' };
});
afterAll(async () => {
  await sandbox.close();
  await app.close();
});

const payload = (signed: string): string => Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString();

test('sends one form field, as Meta does', async () => {
  const sent = await sandbox.sendCallback('deauthorize', { account });
  expect(app.received).toHaveLength(1);
  const [request] = app.received;
  expect(request).toMatchObject({ method: 'POST', path: '/deauthorize' });
  expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  const form = new URLSearchParams(request?.body);
  expect([...form.keys()]).toEqual(['signed_request']);
  expect(form.get('signed_request')).toBe(sandbox.sign({ account }));
  expect(payload(form.get('signed_request') ?? '')).toBe(
    `{"user_id":"28978671838402975","algorithm":"HMAC-SHA256","issued_at":${NOW / 1000}}`,
  );
  expect(sent).toMatchObject([{ kind: 'deauthorize', account, status: 200, failure: null }]);
  expect(sandbox.callbacks()).toEqual(sent);
  expect(JSON.stringify(sent)).not.toContain('signed_request');
});

test.each([
  ['app_scoped', '28978671838402975'],
  ['professional', '17841477965412213'],
  ['exchange', '34120987654098761'],
  ['unknown', UNKNOWN_USER_ID],
  ['12345', '12345'],
])('names the person by the %s id', (userId, id) => {
  expect(JSON.parse(payload(sandbox.sign({ account, userId })))).toMatchObject({ user_id: id });
});

test('issued_at can be chosen', () => {
  expect(payload(sandbox.sign({ account, issuedAt: 1790000000 }))).toMatch('"issued_at":1790000000}');
});

test('the same text can be sent again and again, to either address', async () => {
  const signedRequest = sandbox.sign({ account });
  await sandbox.sendCallback('deletion', { signedRequest, times: 2 });
  await sandbox.sendCallback('deauthorize', { signedRequest });
  expect(app.received.map(({ path }) => path)).toEqual(['/deletion', '/deletion', '/deauthorize']);
  expect(new Set(app.received.map(({ body }) => body)).size).toBe(1);
});

test('a slow sender arrives whole', async () => {
  await sandbox.sendCallback('deletion', { account, pauseMs: 50 });
  expect(app.received[0]?.body).toBe(`signed_request=${sandbox.sign({ account })}`);
});

test('an app that cannot be reached is noted, not thrown', async () => {
  const gone = await givenListener();
  await gone.close();
  sandbox.register({ deletionUrl: `${gone.url}/deletion` });
  const [sent] = await sandbox.sendCallback('deletion', { account });
  expect(sent).toMatchObject({ status: null, failure: expect.any(String) });
  sandbox.register({ deletionUrl: `${app.url}/deletion` });
});

test('without a registered address there is nothing to send to', async () => {
  sandbox.register({ deauthorizeUrl: null });
  await expect(sandbox.sendCallback('deauthorize', { account })).rejects.toThrow('registered no deauthorize');
  sandbox.register({ deauthorizeUrl: `${app.url}/deauthorize` });
});
