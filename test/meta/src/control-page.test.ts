import { readEnvironment } from './environment.ts';
import type { Sandbox } from './index.ts';
import {
  type Answer,
  ask,
  exchangeLong,
  givenSandbox,
  givenShortToken,
  givenToken,
  graph,
  refresh,
} from './testing/person.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await givenSandbox();
});
beforeEach(() => {
  sandbox.reset();
  sandbox.clock.freeze(Date.parse('2026-11-20T20:00:00Z'));
});
afterAll(() => sandbox.close());

const account = 'studio_nord';
function post(path: string, fields: Record<string, string> = {}, headers: HeadersInit = {}): Promise<Answer> {
  return ask(sandbox, `/sandbox${path}`, { method: 'POST', body: new URLSearchParams(fields), headers });
}
const make = (preset: string) => post(`/accounts/${account}/preset`, { preset });
const patch = (path: string, body: object) =>
  ask(sandbox, `/sandbox/${path}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('a form of another origin, or of nowhere, changes nothing', async () => {
  for (const origin of ['https://evil.example', 'http://localhost:4000', 'null']) {
    for (const path of ['/service', '/start-over', `/accounts/${account}/preset`]) {
      expect((await post(path, { outage: 'errors', preset: 'personal' }, { origin })).status).toBe(403);
    }
  }
  expect((await ask(sandbox, '/sandbox/state')).body).toMatchObject({ service: { outage: 'none' } });
  expect((await ask(sandbox, '/sandbox')).text).not.toContain('Changed:');
  expect(
    (await post(`/accounts/${account}/preset`, { preset: 'personal' }, { origin: sandbox.url })).status,
  ).toBe(303);
});

test('what was done is said once', async () => {
  await make('busy');
  const address = `/sandbox/accounts/${account}`;
  expect((await ask(sandbox, address)).text).toContain('Busy account: done.');
  expect((await ask(sandbox, address)).text).not.toContain('Busy account: done.');
});

test('what a field says is shown as text', async () => {
  await post(`/accounts/${account}/analytics`, { numbers: 'usual', followers: '<b>' });
  const { text } = await ask(sandbox, `/sandbox/accounts/${account}`);
  expect(text).toContain('&#60;b&#62;');
  expect(text).not.toContain('<b>');
});

test('neither page holds a token, a code, an id or the secret', async () => {
  await givenToken(sandbox, { account });
  for (const path of ['/sandbox', `/sandbox/accounts/${account}`]) {
    const { text } = await ask(sandbox, path);
    for (const secret of [
      ...sandbox.handedOut(),
      sandbox.app.secret,
      '17841402963158471',
      '27164098351274613',
    ])
      expect(text).not.toContain(secret);
  }
});

test('every preset can be chosen with access and without, and Healthy undoes what it can', async () => {
  const names = [
    ...(await ask(sandbox, `/sandbox/accounts/${account}`)).text.matchAll(/name="preset" value="(\w+)"/g),
  ];
  expect(names.length).toBeGreaterThanOrEqual(14);
  for (const [, name = ''] of names) {
    await make(name);
    await givenToken(sandbox, { account: 'cafe_lisboa' });
    await post('/accounts/cafe_lisboa/preset', { preset: name });
    await make('healthy');
    expect((await ask(sandbox, '/sandbox')).text.split('cafe_lisboa')[0]).not.toContain('Changed:');
    sandbox.reset();
  }
  expect((await make('nonsense')).status).toBe(303);
  expect((await ask(sandbox, `/sandbox/accounts/${account}`)).text).toContain(
    'Nothing was changed. There is no such preset.',
  );
});

test('tokens that end soon say so, end then, and are not renewed', async () => {
  await make('no_renewal');
  const token = (await exchangeLong(sandbox, await givenShortToken(sandbox, { account }))).body;
  expect(token.expires_in).toBe(864_000);
  sandbox.clock.advance(2 * 86_400_000);
  expect((await refresh(sandbox, token.access_token)).body.error.code).toBe(100);
  await make('short_access');
  sandbox.behave(account, { renewal: 'allowed' });
  expect((await refresh(sandbox, token.access_token)).body.expires_in).toBe(864_000);
  sandbox.clock.advance(9 * 86_400_000);
  expect((await graph(sandbox, token.access_token, '/v26.0/me')).body.error.error_subcode).toBe(463);
});

test('an outage answers everybody alike, but for the consent pages', async () => {
  const token = await givenToken(sandbox, { account });
  const me = () => graph(sandbox, token, '/v26.0/me');
  expect((await patch('service', { outage: 'errors' })).body.outage).toBe('errors');
  expect([(await me()).status, (await me()).body.error]).toMatchObject([
    503,
    { code: 2, is_transient: true },
  ]);
  await expect(givenShortToken(sandbox, { account: 'cafe_lisboa' })).resolves.toBeUndefined();
  sandbox.serve({ outage: 'pages' });
  expect(await me()).toMatchObject({ status: 503, body: null });
  sandbox.serve({ outage: 'odd' });
  expect((await me()).body.error).toMatchObject({ code: 100, error_subcode: 33 });
  sandbox.serve({ outage: 'none' });
  expect((await me()).status).toBe(200);
});

test('both rate-limit headers say what was set, for that account alone', async () => {
  const usage = { app: 61, account: 97, regainMinutes: 4 };
  expect((await patch(`accounts/${account}/manner`, { usage })).body.manner.usage).toEqual(usage);
  const headers = async (who: string) => {
    const token = await givenToken(sandbox, { account: who });
    return (await fetch(`${sandbox.url}/v26.0/me?access_token=${token}`)).headers;
  };
  const nord = await headers(account);
  expect(JSON.parse(nord.get('x-app-usage') ?? '')).toEqual({
    call_count: 61,
    total_time: 20,
    total_cputime: 20,
  });
  expect(nord.get('x-business-use-case-usage')).toContain('"call_count":97');
  expect(nord.get('x-business-use-case-usage')).toContain('"estimated_time_to_regain_access":4');
  expect((await headers('cafe_lisboa')).get('x-app-usage')).toBeNull();
});

test.each([
  ['accounts/nobody/manner', {}],
  ['accounts/studio_nord/manner', { renewal: 'perhaps' }],
  ['service', { outage: 'total' }],
])('PATCH %s %j is refused', async (path, body) => {
  expect((await patch(path, body)).status).toBe(400);
});

test('is never run in production', () => {
  const needed = { SANDBOX_APP_ID: '1', SANDBOX_APP_SECRET: 's', SANDBOX_REDIRECT_URIS: 'http://localhost/' };
  expect(() => readEnvironment({ ...needed, NODE_ENV: 'production' })).toThrow('never run there');
  expect(readEnvironment(needed).port).toBe(0);
});
