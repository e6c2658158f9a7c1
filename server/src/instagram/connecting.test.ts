import { answer } from '../platform/http/testing/tiny-server';
import { APP_SECRET, type ServedInstagram, serveInstagram, TOKEN } from './testing/served-instagram';

let served: ServedInstagram;

beforeAll(async () => {
  served = await serveInstagram();
});

afterAll(() => served.close());

const redeem = () =>
  served.instagram.redeemCode({ code: 'AQBcode', redirectUri: 'https://app.example/meta/oauth/callback' });

it('sends people to the consent page with what Meta asks for', () => {
  const address = served.instagram.authorizationUrl({
    state: 's t&te',
    redirectUri: 'https://app.example/meta/oauth/callback',
    permissions: ['BASIC', 'CONTENT_PUBLISH', 'MANAGE_INSIGHTS'],
  });
  const url = new URL(address);
  expect(url.origin + url.pathname).toBe(`${served.server.url}/oauth/authorize`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: '1234567890',
    redirect_uri: 'https://app.example/meta/oauth/callback',
    response_type: 'code',
    scope: 'instagram_business_basic,instagram_business_content_publish,instagram_business_manage_insights',
    state: 's t&te',
  });
});

it('exchanges the code by a form, without the fragment that sticks to copied codes', async () => {
  served.server.behave(answer('{"access_token":"IGAAx","user_id":"1"}'));
  await served.instagram.redeemCode({ code: 'AQBcode#_', redirectUri: 'https://app.example/cb' });
  const [request] = served.server.seen;
  expect(request).toMatchObject({ method: 'POST', path: '/api/oauth/access_token' });
  expect(request?.query.size).toBe(0);
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
    client_id: '1234567890',
    client_secret: APP_SECRET.reveal(),
    grant_type: 'authorization_code',
    redirect_uri: 'https://app.example/cb',
    code: 'AQBcode',
  });
});

it.each([
  [
    'flat, bare number, list',
    '{"access_token":"IGAAxxxxxxxx","user_id":28978671838402975,"permissions":["instagram_business_basic","instagram_business_manage_insights"]}',
  ],
  [
    'data[], text, commas',
    '{"data":[{"access_token":"IGAAxxxxxxxx","user_id":"28978671838402975","permissions":"instagram_business_basic,instagram_business_manage_insights"}]}',
  ],
  [
    'data[], bare number, spaces',
    '{"data":[{"access_token":"IGAAxxxxxxxx","user_id":28978671838402975,"permissions":"instagram_business_manage_insights instagram_business_basic"}]}',
  ],
  [
    'unknown keys and scopes',
    '{"token_type":"bearer","access_token":"IGAAxxxxxxxx","user_id":"28978671838402975","permissions":["instagram_business_new","instagram_business_basic","instagram_business_manage_insights"]}',
  ],
])('reads the grant: %s', async (_name, text) => {
  served.server.behave(answer(text));
  const reply = await redeem();
  expect(reply).toMatchObject({
    ok: true,
    value: { exchangeUserId: '28978671838402975', permissions: ['BASIC', 'MANAGE_INSIGHTS'] },
  });
  expect(reply.ok && reply.value.token.reveal()).toBe('IGAAxxxxxxxx');
});

it('tells permissions that were not named from none granted', async () => {
  served.server.behave(
    answer('{"access_token":"IGAAx","user_id":"1"}'),
    answer('{"access_token":"IGAAx","user_id":"1","permissions":null}'),
    answer('{"access_token":"IGAAx","user_id":"1","permissions":[]}'),
    answer('{"access_token":"IGAAx","user_id":"1","permissions":""}'),
  );
  for (const permissions of [null, null, [], []]) {
    expect(await redeem()).toMatchObject({ ok: true, value: { permissions } });
  }
});

it.each([
  ['{"user_id":"1"}', 'access_token (invalid_type)'],
  ['{"access_token":"IGAAx"}', 'user_id (invalid_type)'],
  ['{"access_token":"IGAAx","user_id":"me"}', 'user_id (invalid_format)'],
  ['{"access_token":"IGAAx","user_id":2.8e16}', 'user_id (invalid_type)'],
  ['{"access_token":"IG\\nAAx","user_id":"1"}', 'access_token (invalid_format)'],
  ['{"access_token":"IGAAx","user_id":"1","permissions":7}', 'permissions (invalid_union)'],
  ['{"data":[]}', 'access_token (invalid_type)'],
  ['[]', 'reply (invalid_type)'],
])('names the field that does not fit: %s', async (text, detail) => {
  served.server.behave(answer(text));
  expect(await redeem()).toEqual({
    ok: false,
    refusal: { kind: 'unreadable', code: null, subcode: null, detail },
  });
});

it('reads the refusal of a used code', async () => {
  served.server.behave(
    answer(
      '{"error_type":"OAuthException","code":400,"error_message":"This authorization code has been used"}',
      400,
    ),
  );
  expect(await redeem()).toEqual({ ok: false, refusal: { kind: 'bad-request', code: 400, subcode: null } });
});

it('exchanges for the long-lived token and keeps the lifetime that Instagram names', async () => {
  served.server.behave(answer('{"access_token":"IGAAlong","token_type":"bearer","expires_in":5183944}'));
  const reply = await served.instagram.extendToken(TOKEN);
  expect(reply).toMatchObject({ ok: true, value: { expiresInSeconds: 5183944 } });
  expect(reply.ok && reply.value.token.reveal()).toBe('IGAAlong');
  const [request] = served.server.seen;
  expect(request).toMatchObject({ method: 'GET', path: '/graph/access_token' });
  expect(Object.fromEntries(request?.query ?? [])).toEqual({
    grant_type: 'ig_exchange_token',
    client_secret: APP_SECRET.reveal(),
    access_token: TOKEN.reveal(),
  });
});

it.each([
  ['{"access_token":"IGAAlong"}', 'expires_in (invalid_type)'],
  ['{"access_token":"IGAAlong","expires_in":0}', 'expires_in (too_small)'],
])('refuses a token without a lifetime: %s', async (text, detail) => {
  served.server.behave(answer(text));
  expect(await served.instagram.extendToken(TOKEN)).toMatchObject({
    ok: false,
    refusal: { kind: 'unreadable', detail },
  });
});

it('asks for a fresh token with nothing but the living one, and keeps the lifetime that Instagram names', async () => {
  served.server.behave(answer('{"access_token":"IGAAfresh","token_type":"bearer","expires_in":5183000}'));
  const reply = await served.instagram.refreshToken(TOKEN);
  expect(reply).toMatchObject({ ok: true, value: { expiresInSeconds: 5183000 } });
  expect(reply.ok && reply.value.token.reveal()).toBe('IGAAfresh');
  const [request] = served.server.seen;
  expect(request).toMatchObject({ method: 'GET', path: '/graph/refresh_access_token' });
  expect(Object.fromEntries(request?.query ?? [])).toEqual({
    grant_type: 'ig_refresh_token',
    access_token: TOKEN.reveal(),
  });
});
