import { answer, answerHtml, stayMute } from '../platform/http/testing/tiny-server';
import { ACCOUNT, type ServedInstagram, serveInstagram, TOKEN } from './testing/served-instagram';

let served: ServedInstagram;

beforeAll(async () => {
  served = await serveInstagram();
});

afterAll(() => served.close());

const patient = () => new AbortController().signal;

it('unsubscribes and withdraws with the own token', async () => {
  served.server.behave(answer('{"success":true}'));
  expect(await served.instagram.unsubscribe(TOKEN, ACCOUNT, patient())).toEqual({
    ok: true,
    value: undefined,
  });
  expect(await served.instagram.withdrawAccess(TOKEN, patient())).toEqual({ ok: true, value: undefined });
  const authorization = `Bearer ${TOKEN.reveal()}`;
  expect(served.server.seen).toMatchObject([
    { method: 'DELETE', path: `/graph/v26.0/${ACCOUNT}/subscribed_apps`, authorization },
    { method: 'DELETE', path: '/graph/v26.0/me/permissions', authorization },
  ]);
});

it.each([
  [
    'an endpoint that does not exist',
    answer('{"error":{"message":"x","type":"IGApiException","code":100}}', 400),
    'bad-request',
  ],
  ['no success', answer('{"success":false}'), 'unreadable'],
  ['a redirect that claims success', answer('{"success":true}', 302), 'unreadable'],
  ['an empty answer', answer(''), 'unreadable'],
  ['a page', answerHtml('<html>Sorry</html>', 404), 'unreadable'],
] as const)('reports %s truthfully', async (_name, behaviour, kind) => {
  served.server.behave(behaviour);
  expect(await served.instagram.withdrawAccess(TOKEN, patient())).toMatchObject({
    ok: false,
    refusal: { kind },
  });
});

it('ends with the signal', async () => {
  served.server.behave(stayMute);
  expect(await served.instagram.withdrawAccess(TOKEN, AbortSignal.timeout(20))).toEqual({
    ok: false,
    refusal: { kind: 'no-answer', code: null, subcode: null, detail: 'aborted' },
  });
});
