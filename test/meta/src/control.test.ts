import { expectedDay, type Sandbox } from './index.ts';
import { givenListener } from './testing/listener.ts';
import { type Answer, ask, exchange, givenCode, givenSandbox, givenToken, graph } from './testing/person.ts';

let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  sandbox = await givenSandbox();
});
beforeEach(async () => {
  sandbox.reset();
  token = await givenToken(sandbox, { account: 'studio_nord' });
  sandbox.clearCalls();
});
afterAll(() => sandbox.close());

function send(method: string, path: string, body?: unknown): Promise<Answer> {
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return ask(sandbox, `/sandbox/${path}`, { method, ...(body === undefined ? {} : json) });
}

const me = (): Promise<Answer> => graph(sandbox, token, '/v26.0/me');

test('a fault strikes the calls it names, as often as it says, and not before', async () => {
  const fault = {
    route: 'profile',
    code: 190,
    subcode: 460,
    status: 401,
    isTransient: false,
    times: 2,
    after: 1,
  };
  expect((await send('POST', 'faults', fault)).status).toBe(201);
  const answers = [await me(), await me(), await me(), await me()];
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 401, 200]);
  expect(answers[1]?.body.error).toMatchObject({ code: 190, error_subcode: 460, is_transient: false });
  expect((await send('GET', 'faults')).body).toEqual([]);
});

test('a fault can be meant for another account, route or metric', async () => {
  sandbox.plantFault({ account: 'cafe_lisboa', code: 2 });
  sandbox.plantFault({ route: 'refresh', code: 2 });
  sandbox.plantFault({ metric: 'likes', code: 2, times: null });
  expect((await me()).status).toBe(200);
  const path = '/v26.0/me/insights?period=day&metric_type=total_value&metric=';
  expect((await graph(sandbox, token, `${path}views`)).status).toBe(200);
  expect((await graph(sandbox, token, `${path}views,likes`)).body.error.code).toBe(2);
});

test('a fault of the exchange has the shape of the exchange', async () => {
  const code = await givenCode(sandbox, { account: 'cafe_lisboa' });
  sandbox.plantFault({ route: 'exchange', account: 'cafe_lisboa', status: 500, message: 'Oops' });
  const { status, body } = await exchange(sandbox, code);
  expect([status, body]).toEqual([500, { error_type: 'OAuthException', code: 500, error_message: 'Oops' }]);
});

test('pages, empty bodies and delays instead of answers', async () => {
  sandbox.plantFault({ html: '<h1>Sorry</h1>', status: 503 });
  expect(await me()).toMatchObject({ status: 503, text: '<h1>Sorry</h1>' });
  sandbox.plantFault({ html: '' });
  expect(await me()).toMatchObject({ status: 500, text: '' });
  sandbox.plantFault({ delayMs: 60 });
  const before = Date.now();
  expect((await me()).status).toBe(200);
  expect(Date.now() - before).toBeGreaterThanOrEqual(55);
});

test('a connection drops before the call took effect, or after', async () => {
  const [first, second] = [
    await givenCode(sandbox, { account: 'cafe_lisboa' }),
    await givenCode(sandbox, { account: 'cafe_lisboa' }),
  ];
  sandbox.plantFault({ route: 'exchange', drop: 'before' });
  await expect(exchange(sandbox, first)).rejects.toThrow('fetch failed');
  expect((await exchange(sandbox, first)).status).toBe(200);
  sandbox.plantFault({ route: 'exchange', drop: 'after' });
  await expect(exchange(sandbox, second)).rejects.toThrow('fetch failed');
  expect((await exchange(sandbox, second)).status).toBe(400);
});

test('lists calls by route, without tokens, secrets, codes or ids', async () => {
  await givenToken(sandbox, { account: 'studio_nord' });
  await graph(sandbox, token, '/v26.0/17841402963158471/insights?metric=reach&period=day');
  const { text, body } = await send('GET', 'calls');
  expect(body.map(({ route, method, path }: Record<string, string>) => `${route} ${method} ${path}`)).toEqual(
    [
      'authorize POST /oauth/authorize',
      'exchange POST /oauth/access_token',
      'long_lived GET /access_token',
      'insights GET /:version/:id/insights',
    ],
  );
  expect(body[3]).toMatchObject({
    account: 'studio_nord',
    token: 'bearer',
    status: 200,
    parameters: { metric: 'reach', period: 'day' },
  });
  for (const secret of ['IGAA', 'AQB', sandbox.app.secret, '17841402963158471'])
    expect(text).not.toContain(secret);
  await send('DELETE', 'calls');
  expect(sandbox.calls()).toEqual([]);
});

test('the state shows accounts and variants, and neither tokens nor the secret', async () => {
  const { body, text } = await send('GET', 'state');
  expect(body.accounts[0]).toMatchObject({ username: 'studio_nord', appScopedId: '27164098351274613' });
  expect(body.accounts[0].tokens).toHaveLength(2);
  expect(body.variants.exchangeWrapper).toBe('flat');
  expect(text).not.toContain('IGAA');
  expect(text).not.toContain(sandbox.app.secret);
});

test('variants, clock, account and tokens are steered over HTTP', async () => {
  expect((await send('PATCH', 'variants', { profileWrapper: 'data' })).body.profileWrapper).toBe('data');
  expect((await me()).body.data).toHaveLength(1);
  const noon = '2026-11-20T20:00:00.000Z';
  expect((await send('PUT', 'clock', { fixedAt: noon })).body.now).toBe(noon);
  expect((await send('PUT', 'clock', { advanceMs: 1000 })).body.now).toBe('2026-11-20T20:00:01.000Z');
  expect((await send('PATCH', 'accounts/studio_nord', { followers: 42 })).body.followers).toBe(42);
  await send('POST', 'accounts/studio_nord/end-tokens', { how: 'password_changed' });
  expect((await me()).body.error.error_subcode).toBe(460);
  await send('POST', 'reset');
  expect((await send('GET', 'state')).body.variants.profileWrapper).toBe('flat');
  expect((await me()).body.error.error_subcode).toBeUndefined();
});

test('callbacks are sent in the order asked for', async () => {
  const app = await givenListener();
  await send('PATCH', 'app', { deauthorizeUrl: `${app.url}/a`, deletionUrl: `${app.url}/d` });
  const { body } = await send('POST', 'callbacks', {
    kinds: ['deletion', 'deauthorize'],
    account: 'studio_nord',
  });
  expect(body.map(({ url }: { url: string }) => url)).toEqual([`${app.url}/d`, `${app.url}/a`]);
  expect((await send('GET', 'callbacks')).body).toEqual(body);
  await app.close();
});

test('a test in another language can ask what to expect', async () => {
  const { body } = await send('GET', 'accounts/studio_nord/days/2026-11-18');
  expect(body).toEqual(expectedDay('studio_nord', '2026-11-18'));
});

test.each([
  ['PATCH', 'variants', { exchangeWrapper: 'nested' }],
  ['POST', 'faults', { rout: 'profile' }],
  ['PATCH', 'accounts/nobody', {}],
  ['POST', 'accounts/studio_nord/end-tokens', {}],
  ['PUT', 'clock', { fixedAt: 'soon' }],
  ['POST', 'callbacks', { kinds: [] }],
])('%s %s %j is refused with a sentence', async (method, path, body) => {
  const answer = await send(method, path, body);
  expect(answer.status).toBe(400);
  expect(answer.body.error.message).not.toBe('');
});

test('a page of another origin steers nothing', async () => {
  const headers = { origin: 'https://evil.example' };
  expect((await ask(sandbox, '/sandbox/reset', { method: 'POST', headers })).status).toBe(403);
});

test('rate-limit headers come in each shape, or not at all', async () => {
  const shape = async (): Promise<Headers> =>
    (await fetch(`${sandbox.url}/v26.0/me?access_token=${token}`)).headers;
  expect((await shape()).get('x-app-usage')).toBeNull();
  sandbox.vary({ usageHeaders: 'call_volume' });
  expect(JSON.parse((await shape()).get('x-app-usage') ?? '')).toHaveProperty('call_volume');
  sandbox.vary({ usageHeaders: 'business' });
  expect((await shape()).get('x-business-use-case-usage')).toContain('estimated_time_to_regain_access');
});

test('a fault adds rate-limit headers to an answer that works, and to one that is refused', async () => {
  const token = await givenToken(sandbox, { account: 'studio_nord' });
  // Literal from Meta's rate limiting page.
  const usage =
    '{"17841402963158471":[{"type":"instagram","call_count":95,"total_cputime":20,"total_time":20,"estimated_time_to_regain_access":0}]}';
  const headers = { 'x-business-use-case-usage': usage };
  sandbox.plantFault({ route: 'profile', headers });
  sandbox.plantFault({ route: 'profile', headers, code: 80002 });
  for (const status of [200, 400]) {
    const answer = await fetch(`${sandbox.url}/v26.0/me?access_token=${token}`);
    expect([answer.status, answer.headers.get('x-business-use-case-usage')]).toEqual([status, usage]);
  }
});

test("unknown paths and methods answer in Meta's shape", async () => {
  expect((await ask(sandbox, '/v26.0/nothing/here')).body.error.code).toBe(2500);
  expect((await ask(sandbox, '/access_token', { method: 'POST' })).body.error.code).toBe(100);
});
