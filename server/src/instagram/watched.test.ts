import { type Behaviour, drop } from '../platform/http/testing/tiny-server';
import type { CallWatch } from './instagram';
import { ACCOUNT, type ServedInstagram, serveInstagram, TOKEN } from './testing/served-instagram';

let served: ServedInstagram;

beforeAll(async () => {
  served = await serveInstagram();
});

afterAll(() => served.close());

/** Literal from Meta's rate limiting page. */
const USAGE =
  '{"17841477965412210":[{"type":"instagram","call_count":100,"total_cputime":20,"total_time":20,"estimated_time_to_regain_access":19}]}';
const REFUSED = '{"error":{"message":"x","type":"OAuthException","code":80002,"fbtrace_id":"A"}}';
const limited: Behaviour = (response) =>
  response.writeHead(400, { 'x-business-use-case-usage': USAGE }).end(REFUSED);

const watching = (watch: Partial<CallWatch>) =>
  served.instagram.watched({ before: async () => null, after: async () => {}, ...watch });

it('tells the watch how each call was refused, and what the answer says of limits', async () => {
  const heard: unknown[] = [];
  const instagram = watching({ after: async (...what) => void heard.push(what) });
  served.server.behave(limited);
  const reply = await instagram.profile(TOKEN);
  const refusal = { kind: 'rate-limited', code: 80002, subcode: null, retryAfterMs: 19 * 60_000 };
  expect(reply).toEqual({ ok: false, refusal });
  expect(heard).toEqual([[refusal, { percent: 100, regainMs: 19 * 60_000 }]]);
  served.server.behave(drop);
  await instagram.dailyReach(TOKEN, ACCOUNT, { from: '2026-11-20', to: '2026-11-20' });
  expect(heard[1]).toMatchObject([{ kind: 'no-answer' }, null]);
});

it('makes no call that the watch refuses, and tells nobody of it', async () => {
  served.server.behave(limited);
  const after = jest.fn();
  const refusal = { kind: 'rate-limited', code: null, subcode: null, detail: 'our own pace' } as const;
  const instagram = watching({ before: async () => refusal, after });
  expect(await instagram.profile(TOKEN)).toEqual({ ok: false, refusal });
  expect(served.server.seen).toEqual([]);
  expect(after).not.toHaveBeenCalled();
});
