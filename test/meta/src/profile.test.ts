import type { Sandbox } from './index.ts';
import { ask, givenSandbox, givenToken, graph } from './testing/person.ts';

const FIELDS =
  'id,user_id,username,name,account_type,profile_picture_url,followers_count,follows_count,media_count';

let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  sandbox = await givenSandbox();
});
beforeEach(async () => {
  sandbox.reset();
  sandbox.clock.freeze(Date.parse('2026-11-20T20:00:00Z'));
  token = await givenToken(sandbox, { account: 'cafe_lisboa' });
});
afterAll(() => sandbox.close());

test.each(['/v26.0/me', '/me', '/v26.0/17841477965412213', '/17841477965412213', '/v20.0/me'])(
  'answers %s, flat, with text ids',
  async (path) => {
    const { status, body } = await graph(sandbox, token, `${path}?fields=${FIELDS}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: '28978671838402975',
      user_id: '17841477965412213',
      username: 'cafe_lisboa',
      name: 'Café Lisboa',
      account_type: 'BUSINESS',
      profile_picture_url: `${sandbox.url}/pictures/cafe_lisboa.png`,
      followers_count: expect.any(Number),
      follows_count: 180,
      media_count: 97,
    });
  },
);

test('wraps, writes numbers, and leaves out when told to', async () => {
  sandbox.vary({
    profileWrapper: 'data',
    profileIds: 'number',
    profilePicture: 'absent',
    profileCounts: 'absent',
    accountTypeWords: 'documented',
  });
  const { text } = await graph(sandbox, token, `/v26.0/me?fields=${FIELDS}`);
  expect(text).toBe(
    '{"data":[{"id":28978671838402975,"user_id":17841477965412213,"username":"cafe_lisboa","name":"Café Lisboa","account_type":"Business"}]}',
  );
});

test('answers the id alone when no fields are named', async () => {
  expect((await graph(sandbox, token, '/v26.0/me')).text).toBe('{"id":"28978671838402975"}');
});

test('takes the token as a parameter too', async () => {
  expect((await ask(sandbox, `/v26.0/me?access_token=${token}`)).status).toBe(200);
});

test('refuses fields it does not have, and those of another product unless told to serve them', async () => {
  for (const field of ['email', 'biography', 'constructor']) {
    expect((await graph(sandbox, token, `/v26.0/me?fields=id,${field}`)).body.error.code).toBe(100);
  }
  sandbox.vary({ profileExtras: 'served' });
  const { body } = await graph(sandbox, token, '/v26.0/me?fields=biography,website');
  expect(body.website).toBe('https://cafelisboa.example');
});

test.each(['28978671838402975', '17841402963158471', '1'])(
  'refuses %s, which is not its professional id',
  async (id) => {
    const { status, body } = await graph(sandbox, token, `/v26.0/${id}?fields=id`);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ type: 'GraphMethodException', code: 100, error_subcode: 33 });
  },
);

test('a personal account that came through says so', async () => {
  sandbox.vary({ personalAccounts: 'let_through' });
  const personal = await givenToken(sandbox, { account: 'ines_moura' });
  const { body } = await graph(sandbox, personal, '/v26.0/me?fields=account_type');
  expect(body.account_type).toBe('PERSONAL');
});

test('the picture is one', async () => {
  const response = await fetch(`${sandbox.url}/pictures/cafe_lisboa.png`);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('a version that does not exist yet is refused', async () => {
  expect((await graph(sandbox, token, '/v99.0/me')).body.error.code).toBe(2500);
});
