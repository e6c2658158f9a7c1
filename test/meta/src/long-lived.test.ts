import type { Sandbox, TokenEnd } from './index.ts';
import { exchangeLong, givenSandbox, givenShortToken, givenToken, graph, refresh } from './testing/person.ts';

const DAY = 86_400_000;
const consent = { account: 'studio_nord' };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await givenSandbox();
});
beforeEach(() => {
  sandbox.reset();
  sandbox.clock.freeze(Date.parse('2026-11-20T20:00:00Z'));
});
afterAll(() => sandbox.close());

test('a short token is exchanged for one of almost 60 days', async () => {
  const { status, body } = await exchangeLong(sandbox, await givenShortToken(sandbox, consent));
  expect(status).toBe(200);
  expect(body).toEqual({
    access_token: expect.stringMatching(/^IGAA/),
    token_type: 'bearer',
    expires_in: 5_183_944,
  });
});

test('a short token ends after an hour, with subcode 463', async () => {
  const token = await givenShortToken(sandbox, consent);
  sandbox.clock.advance(3_600_000);
  const { status, body } = await exchangeLong(sandbox, token);
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ code: 190, error_subcode: 463, type: 'OAuthException' });
});

test('a wrong secret and a token that is long-lived already are refused', async () => {
  const short = await givenShortToken(sandbox, consent);
  expect((await exchangeLong(sandbox, short, 'wrong')).body.error.code).toBe(1);
  const { body } = await exchangeLong(sandbox, await givenToken(sandbox, consent));
  expect(body.error).toMatchObject({ code: 100, message: 'Unsupported request - method type: get' });
});

test('a refresh needs a token that is a day old and not yet dead', async () => {
  const token = await givenToken(sandbox, consent);
  sandbox.clock.advance(DAY - 1);
  expect((await refresh(sandbox, token)).body.error.code).toBe(100);
  sandbox.clock.advance(1);
  const { status, body } = await refresh(sandbox, token);
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'bearer', expires_in: 5_183_944 });
  sandbox.clock.advance(60 * DAY);
  expect((await refresh(sandbox, token)).body.error).toMatchObject({ code: 190, error_subcode: 463 });
});

test.each([
  ['new', false],
  ['same', true],
] as const)(
  'a refresh answers the %s token, and the old one goes on living',
  async (refreshedToken, same) => {
    sandbox.vary({ refreshedToken });
    const token = await givenToken(sandbox, consent);
    sandbox.clock.advance(2 * DAY);
    const { body } = await refresh(sandbox, token);
    expect(body.access_token === token).toBe(same);
    expect((await graph(sandbox, token, '/v26.0/me')).status).toBe(200);
    sandbox.clock.advance(59 * DAY);
    expect((await graph(sandbox, body.access_token, '/v26.0/me')).status).toBe(200);
  },
);

test.each<[TokenEnd, number]>([
  ['revoked', 458],
  ['checkpointed', 459],
  ['password_changed', 460],
  ['expired', 463],
  ['unconfirmed', 464],
  ['invalid', 467],
])('a token that was %s answers 190 with subcode %i', async (how, subcode) => {
  const token = await givenToken(sandbox, consent);
  sandbox.endTokens('studio_nord', how);
  const { status, body } = await graph(sandbox, token, '/v26.0/me');
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ type: 'OAuthException', code: 190, error_subcode: subcode });
  expect(body.error.fbtrace_id).toMatch(/^A/);
});

test('tokens of another kind, made up, or missing are refused', async () => {
  const answers = await Promise.all(
    ['EAAnothing', 'IGAAnothing'].map((token) => graph(sandbox, token, '/me')),
  );
  expect(answers.map(({ body }) => [body.error.code, body.error.error_subcode])).toEqual([
    [190, undefined],
    [190, undefined],
  ]);
  expect((await graph(sandbox, '', '/me')).body.error.code).toBe(104);
});

test('a token of another life says so', async () => {
  sandbox.vary({ longLivedToken: 'ten_days' });
  const { body } = await exchangeLong(sandbox, await givenShortToken(sandbox, consent));
  expect(body.expires_in).toBe(864_000);
  sandbox.clock.advance(10 * DAY - 1);
  expect((await graph(sandbox, body.access_token, '/v26.0/me')).status).toBe(200);
  sandbox.clock.advance(1);
  expect((await graph(sandbox, body.access_token, '/v26.0/me')).body.error.error_subcode).toBe(463);
});
