import { inspect } from 'node:util';
import {
  answer,
  answerHtml,
  type Behaviour,
  cutShort,
  drop,
  stayMute,
} from '../platform/http/testing/tiny-server';
import { ACCOUNT, CANARY, type ServedInstagram, serveInstagram, TOKEN } from './testing/served-instagram';

let served: ServedInstagram;

beforeAll(async () => {
  served = await serveInstagram();
});

afterAll(() => served.close());

const signal = () => new AbortController().signal;
const days = { from: '2026-11-20', to: '2026-11-21' };

const CALLS = {
  redeemCode: () =>
    served.instagram.redeemCode({ code: `${CANARY}code`, redirectUri: 'https://app.example/cb' }),
  extendToken: () => served.instagram.extendToken(TOKEN),
  refreshToken: () => served.instagram.refreshToken(TOKEN),
  profile: () => served.instagram.profile(TOKEN),
  dailyReach: () => served.instagram.dailyReach(TOKEN, ACCOUNT, days),
  dayTotals: () => served.instagram.dayTotals(TOKEN, ACCOUNT, days.from, ['VIEWS', 'FOLLOWS']),
  unsubscribe: () => served.instagram.unsubscribe(TOKEN, ACCOUNT, signal()),
  withdrawAccess: () => served.instagram.withdrawAccess(TOKEN, signal()),
};

/** The worst a server can do: everything it was told comes back in its answer. */
const echo =
  (status: number): Behaviour =>
  (response, request) =>
    response.writeHead(status, { 'x-echo': request.authorization ?? '' }).end(
      JSON.stringify({
        error: {
          message: `${CANARY} ${request.authorization} ${request.query} ${request.body}`,
          type: CANARY,
          code: 190,
          fbtrace_id: CANARY,
        },
      }),
    );

const FAULTS: [name: string, behaviour: Behaviour, kind: string][] = [
  ['a dropped connection', drop, 'no-answer'],
  ['a body cut short', cutShort(`{"access_token":"${CANARY}"`), 'no-answer'],
  ['a mute server', stayMute, 'no-answer'],
  ['truncated JSON', answer(`{"data":[{"access_token":"${CANARY}`), 'unreadable'],
  ['a body of 20 kB and more', answer(JSON.stringify({ data: CANARY.repeat(2000) })), 'unreadable'],
  ['a page with status 200', answerHtml(`<html>${CANARY}</html>`), 'unreadable'],
  ['a page with status 502', answerHtml(`<html>${CANARY}</html>`, 502), 'temporary'],
  ['a page with status 404', answerHtml(`<html>${CANARY}</html>`, 404), 'unreadable'],
  ['nothing with status 503', answer('', 503), 'temporary'],
  ['nothing with status 429', answer('', 429), 'rate-limited'],
  [
    'a redirect',
    (response) => response.writeHead(302, { location: `/?access_token=${CANARY}` }).end(),
    'unreadable',
  ],
  ['JSON of another shape', answer(`{"${CANARY}":"${CANARY}"}`), 'unreadable'],
  ['a list', answer(`["${CANARY}"]`), 'unreadable'],
  ['null', answer('null'), 'unreadable'],
  ['an error with status 200', echo(200), 'token-rejected'],
  ['an error with status 400', echo(400), 'token-rejected'],
];

describe.each(Object.entries(CALLS))('%s', (_name, call) => {
  it.each(FAULTS)('answers %s with a refusal that gives nothing away', async (_fault, behaviour, kind) => {
    served.server.behave(behaviour);
    const reply = await call();
    expect(reply).toMatchObject({ ok: false, refusal: { kind } });
    expect(inspect(reply, { depth: null, showHidden: true }) + JSON.stringify(reply)).not.toContain(CANARY);
  });
});

it('keeps tokens out of sight even when they arrive', async () => {
  served.server.behave(answer(`{"access_token":"${CANARY}","user_id":"1","expires_in":60}`));
  for (const reply of [await CALLS.redeemCode(), await CALLS.extendToken()]) {
    expect(reply.ok).toBe(true);
    expect(inspect(reply, { depth: null, showHidden: true }) + JSON.stringify(reply)).not.toContain(CANARY);
  }
});

it('does not show its secrets itself', () => {
  expect(inspect(served.instagram, { depth: null, showHidden: true })).not.toContain(CANARY);
});
