import type { Sandbox } from './index.ts';
import { givenListener, type Listener } from './testing/listener.ts';
import { type Answer, ask, givenSandbox, givenToken, graph } from './testing/person.ts';

const HOME = '/accounts/manage_access/';
const account = 'cafe_lisboa';
const STATUS_URL = 'http://localhost:4000/deletion-status/AB12CD34EF';

let sandbox: Sandbox;
let app: Listener;
let token: string;
beforeAll(async () => {
  app = await givenListener();
  sandbox = await givenSandbox({
    app: { deauthorizeUrl: `${app.url}/deauthorize`, deletionUrl: `${app.url}/deletion` },
  });
});
beforeEach(async () => {
  sandbox.reset();
  app.received.length = 0;
  app.answer = { status: 200, body: `{"url":"${STATUS_URL}","confirmation_code":"AB12CD34EF"}` };
  token = await givenToken(sandbox, { account });
});
afterAll(async () => {
  await sandbox.close();
  await app.close();
});

function submit(path: string, fields: Record<string, string>): Promise<Answer> {
  return ask(sandbox, `${HOME}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
}

const paths = (): string[] => app.received.map(({ path }) => path);

test('lists the accounts, and the app with what it may use', async () => {
  expect((await ask(sandbox, HOME)).text).toContain(account);
  const { text } = await ask(sandbox, `${HOME}?account=${account}`);
  expect(text).toContain('SocioGenie');
  expect(text).toContain('Profile and media, Publish posts, Analytics');
  expect((await ask(sandbox, `${HOME}?account=studio_nord`)).text).toContain('No app has access');
});

test('removing the app kills its tokens, tells it, and offers deletion', async () => {
  app.answer = { status: 204, body: '' };
  const { status, text } = await submit('remove', { account, ask: 'nothing' });
  expect(status).toBe(200);
  expect(paths()).toEqual(['/deauthorize']);
  expect(text).toContain('status 204');
  expect(text).toContain('Request deletion');
  expect((await graph(sandbox, token, '/v26.0/me')).body.error).toMatchObject({
    code: 190,
    error_subcode: 458,
  });
});

test('a grant given again does not revive the old tokens', async () => {
  await submit('remove', { account, ask: 'nothing' });
  const fresh = await givenToken(sandbox, { account });
  expect((await graph(sandbox, token, '/v26.0/me')).body.error.code).toBe(190);
  expect((await graph(sandbox, fresh, '/v26.0/me')).status).toBe(200);
});

test('asking for deletion sends the person to the address that the app answers', async () => {
  await submit('remove', { account, ask: 'nothing' });
  const answer = await fetch(`${sandbox.url}${HOME}delete`, {
    method: 'POST',
    body: new URLSearchParams({ account }),
    redirect: 'manual',
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, STATUS_URL]);
  expect(paths()).toEqual(['/deauthorize', '/deletion']);
  const { text } = await ask(sandbox, `${HOME}?account=${account}`);
  expect(text).toContain('AB12CD34EF');
});

test('both at once: deauthorization first, then deletion', async () => {
  expect((await submit('remove', { account, ask: 'deletion' })).status).toBe(303);
  expect(paths()).toEqual(['/deauthorize', '/deletion']);
});

test('a bad answer is shown with what is wrong, and can be asked for again', async () => {
  app.answer = { status: 200, body: '<b>done</b>' };
  const { status, text } = await submit('remove', { account, ask: 'deletion' });
  expect(status).toBe(502);
  expect(text).toContain('not a JSON object');
  expect(text).toContain('&#60;b&#62;done');
  expect(text).toContain('Request deletion');
});

test('deletion is offered only after removal, and removal happens once', async () => {
  expect((await submit('delete', { account })).status).toBe(400);
  await submit('remove', { account, ask: 'nothing' });
  expect((await submit('remove', { account, ask: 'nothing' })).status).toBe(303);
  expect(paths()).toEqual(['/deauthorize']);
});

test('revocation by the app: works, is refused, or hangs', async () => {
  sandbox.vary({ revocation: 'refused' });
  expect((await graph(sandbox, token, '/me/permissions', 'DELETE')).body.error.code).toBe(100);
  sandbox.vary({ revocation: 'hangs' });
  const hanging = fetch(`${sandbox.url}/me/permissions?access_token=${token}`, {
    method: 'DELETE',
    signal: AbortSignal.timeout(150),
  });
  await expect(hanging).rejects.toThrow('timeout');
  sandbox.vary({ revocation: 'success', revocationCallback: 'on' });
  expect((await graph(sandbox, token, '/v26.0/me/permissions', 'DELETE')).text).toBe('{"success":true}');
  expect((await graph(sandbox, token, '/v26.0/me')).body.error.error_subcode).toBe(458);
  while (sandbox.callbacks().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(paths()).toEqual(['/deauthorize']);
});

test('subscribing needs the id and a known field; unsubscribing works either way', async () => {
  const id = '17841477965412213';
  const subscribe = (path: string): Promise<Answer> => graph(sandbox, token, path, 'POST');
  expect((await subscribe('/v26.0/me/subscribed_apps?subscribed_fields=comments')).body.error.code).toBe(100);
  expect((await subscribe(`/v26.0/${id}/subscribed_apps?subscribed_fields=story_insights`)).status).toBe(400);
  expect((await subscribe(`/v26.0/${id}/subscribed_apps?subscribed_fields=comments`)).text).toBe(
    '{"success":true}',
  );
  expect(sandbox.accounts()[1]?.grants[0]?.subscribedFields).toEqual(['comments']);
  expect((await graph(sandbox, token, `/v26.0/${id}/subscribed_apps`, 'DELETE')).text).toBe(
    '{"success":true}',
  );
  expect(sandbox.accounts()[1]?.grants[0]?.subscribedFields).toEqual([]);
});
