import { answer } from '../platform/http/testing/tiny-server';
import { type ServedInstagram, serveInstagram, TOKEN } from './testing/served-instagram';

let served: ServedInstagram;

beforeAll(async () => {
  served = await serveInstagram();
});

afterAll(() => served.close());

const CAFE =
  '{"id":"28978671838402975","user_id":"17841477965412211","username":"cafe_lisboa","name":"Café Lisboa","account_type":"BUSINESS","profile_picture_url":"https://scontent.example/x","followers_count":1523,"follows_count":180,"media_count":97}';

it('asks the versioned API with the token in a header', async () => {
  served.server.behave(answer(CAFE));
  await served.instagram.profile(TOKEN);
  const [request] = served.server.seen;
  expect(request).toMatchObject({
    method: 'GET',
    path: '/graph/v26.0/me',
    authorization: `Bearer ${TOKEN.reveal()}`,
  });
  expect(Object.fromEntries(request?.query ?? [])).toEqual({
    fields: 'user_id,id,username,name,account_type,followers_count',
  });
});

it.each([
  ['flat', CAFE],
  ['in data[]', `{"data":[${CAFE}]}`],
  [
    'with bare numbers',
    CAFE.replace('"28978671838402975"', '28978671838402975').replace(
      '"17841477965412211"',
      '17841477965412211',
    ),
  ],
])('reads the profile %s', async (_name, text) => {
  served.server.behave(answer(text));
  expect(await served.instagram.profile(TOKEN)).toEqual({
    ok: true,
    value: {
      appScopedId: '28978671838402975',
      professionalId: '17841477965412211',
      username: 'cafe_lisboa',
      name: 'Café Lisboa',
      professional: true,
      followersCount: 1523,
    },
  });
});

it.each([
  ['BUSINESS', true],
  ['Business', true],
  ['MEDIA_CREATOR', true],
  ['Media_Creator', true],
  ['PERSONAL', false],
  ['', false],
])('account type %p: professional is %p', async (type, professional) => {
  served.server.behave(answer(CAFE.replace('BUSINESS', type)));
  expect(await served.instagram.profile(TOKEN)).toMatchObject({ ok: true, value: { professional } });
});

it('lives without name and count', async () => {
  served.server.behave(answer('{"id":"2","user_id":"1","username":"x","account_type":"BUSINESS"}'));
  expect(await served.instagram.profile(TOKEN)).toMatchObject({
    ok: true,
    value: { name: null, followersCount: null },
  });
});

it('never takes the app-scoped id for the professional one', async () => {
  served.server.behave(answer('{"id":"28978671838402975","username":"x","account_type":"BUSINESS"}'));
  expect(await served.instagram.profile(TOKEN)).toEqual({
    ok: false,
    refusal: { kind: 'unreadable', code: null, subcode: null, detail: 'user_id (missing)' },
  });
});

it('asks again without `user_id` where an app refuses that field', async () => {
  served.server.behave(
    answer(
      '{"error":{"message":"(#100) Tried accessing nonexisting field (user_id)","type":"OAuthException","code":100}}',
      400,
    ),
    answer('{"id":"17841477965412211","username":"x","account_type":"BUSINESS"}'),
  );
  expect(await served.instagram.profile(TOKEN)).toMatchObject({
    ok: true,
    value: { appScopedId: '17841477965412211', professionalId: '17841477965412211' },
  });
  expect(served.server.seen[1]?.query.get('fields')).toBe('id,username,name,account_type,followers_count');
});

it('reports a dead token', async () => {
  served.server.behave(
    answer('{"error":{"message":"x","type":"OAuthException","code":190,"error_subcode":458}}', 400),
  );
  expect(await served.instagram.profile(TOKEN)).toEqual({
    ok: false,
    refusal: { kind: 'app-removed', code: 190, subcode: 458 },
  });
  expect(served.server.seen).toHaveLength(1);
});
