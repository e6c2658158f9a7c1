import type { Sandbox } from './index.ts';
import { ask, exchange, givenCode, givenSandbox } from './testing/person.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await givenSandbox();
});
beforeEach(() => {
  sandbox.reset();
  sandbox.clock.freeze(Date.parse('2026-11-20T20:00:00Z'));
});
afterAll(() => sandbox.close());

const consent = { account: 'cafe_lisboa', untick: ['instagram_business_content_publish'] };
const masked = (text: string): string => text.replace(/IGAA[\w-]+/, 'IGAAxxxxxxxx');

// The replies of Meta's contract, section 2, with the ids of the seed.
test.each([
  [
    {},
    '{"access_token":"IGAAxxxxxxxx","user_id":28978671838402975,"permissions":["instagram_business_basic","instagram_business_manage_insights"]}',
  ],
  [
    { exchangeWrapper: 'data', exchangeUserId: 'string', exchangePermissions: 'string' },
    '{"data":[{"access_token":"IGAAxxxxxxxx","user_id":"28978671838402975","permissions":"instagram_business_basic,instagram_business_manage_insights"}]}',
  ],
  [
    { exchangeWrapper: 'data', exchangePermissions: 'absent', exchangeIdentity: 'separate' },
    '{"data":[{"access_token":"IGAAxxxxxxxx","user_id":34120987654098761}]}',
  ],
] as const)('answers %j with every digit', async (variants, reply) => {
  sandbox.vary(variants);
  const { status, text } = await exchange(sandbox, await givenCode(sandbox, consent));
  expect(status).toBe(200);
  expect(masked(text)).toBe(reply);
});

test('takes multipart as well', async () => {
  const body = new FormData();
  const code = await givenCode(sandbox, consent);
  const { id, secret } = sandbox.app;
  const fields = { client_id: id, client_secret: secret, grant_type: 'authorization_code', code };
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('redirect_uri', 'http://localhost:4000/meta/oauth/callback');
  expect((await ask(sandbox, '/oauth/access_token', { method: 'POST', body })).status).toBe(200);
});

test.each([
  ['another address', { redirect_uri: 'http://localhost:4000/meta/oauth/callback/' }],
  ['a wrong secret', { client_secret: 'f'.repeat(32) }],
  ['an unknown app', { client_id: '1' }],
  ['another grant type', { grant_type: 'refresh_token' }],
  ['an unknown code', { code: 'AQBnothing' }],
])('refuses %s in the shape of its own and leaves the code unspent', async (_, change) => {
  const code = await givenCode(sandbox, consent);
  const { status, body } = await exchange(sandbox, code, change);
  expect(status).toBe(400);
  expect(body).toEqual({ error_type: 'OAuthException', code: 400, error_message: expect.any(String) });
  expect((await exchange(sandbox, code)).status).toBe(200);
});

test('a code works once', async () => {
  const code = await givenCode(sandbox, consent);
  const both = await Promise.all([exchange(sandbox, code), exchange(sandbox, code)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
});

test('a code lives one hour', async () => {
  const [early, late] = [await givenCode(sandbox, consent), await givenCode(sandbox, consent)];
  sandbox.clock.advance(3_599_999);
  expect((await exchange(sandbox, early)).status).toBe(200);
  sandbox.clock.advance(1);
  expect((await exchange(sandbox, late)).body.error_message).toMatch('expired');
});

test('GET is refused with code 100', async () => {
  const { status, body } = await ask(sandbox, '/oauth/access_token?code=x');
  expect(status).toBe(400);
  expect(body.error).toMatchObject({
    type: 'IGApiException',
    code: 100,
    message: 'Unsupported request - method type: get',
  });
});
