import { createHmac } from 'node:crypto';
import type { Log } from '../../../server/src/platform/log';
import { connectWithComments, postEvents } from '../../stand/events';
import { ANAS, BEAS } from '../../stand/pair';
import { snapshot } from '../../stand/snapshot';
import { Stand, VERIFY_TOKEN } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let before: Record<string, string>;
const lines: { event: string; fields: unknown }[] = [];
const WITHOUT_NUMBERS = { untick: ['instagram_business_manage_insights'] };
const note = (event: string, fields: unknown = {}) => void lines.push({ event, fields });
const log = { info: note, warn: note, error: note } as unknown as Log;

beforeAll(async () => {
  stand = await Stand.open({ overrides: { log } });
  await connectWithComments(await stand.givenAccount('ana@example.com'), ANAS, WITHOUT_NUMBERS);
  await connectWithComments(await stand.givenAccount('bea@example.com'), BEAS, WITHOUT_NUMBERS);
  await stand.drain();
  before = await snapshot(stand.app.dataSource);
});
afterAll(() => stand.close());

/** Refused in plain words, with nothing changed and nothing of it logged. */
async function expectRefused(answer: { status: number; type: string | null; body: string }): Promise<void> {
  expect(answer).toMatchObject({ status: 400, type: expect.stringContaining('application/problem+json') });
  expect(JSON.parse(answer.body)).toMatchObject({ status: 400, title: expect.any(String) });
  await stand.drain();
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
  expect(JSON.stringify(lines)).not.toMatch(/sha256=|ana\.visita|17841402963158471/);
}

const genuine = () => stand.sandbox.signEvents({ events: [{ account: ANAS }, { account: BEAS }] });
const hexOf = (body: string | Uint8Array, secret = stand.sandbox.app.secret) =>
  createHmac('sha256', secret).update(body).digest('hex');

it('the vector of Meta’s contract is a genuine, empty delivery', async () => {
  const body = '{"object":"instagram","entry":[]}';
  const signature = 'sha256=8912de8ce2cf02fdf72be5dee010dc1bf8145745d177db4fb80b628f8bccf8de';
  expect(await postEvents(stand, body, { 'x-hub-signature-256': signature })).toMatchObject({ status: 200 });
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
});

describe('a forged delivery', () => {
  it.each<[string, (body: string) => string | undefined]>([
    ['no signature', () => undefined],
    ['an empty one', () => ''],
    ['another secret', (body) => `sha256=${hexOf(body, 'another')}`],
    [
      'one changed digit',
      (body) => `sha256=${hexOf(body).replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}`,
    ],
    ['a shorter one', (body) => `sha256=${hexOf(body).slice(0, 63)}`],
    ['a longer one', (body) => `sha256=${hexOf(body)}0`],
    ['capitals', (body) => `SHA256=${hexOf(body)}`],
    ['no name before it', (body) => hexOf(body)],
    [
      'another algorithm',
      (body) => `sha1=${createHmac('sha1', stand.sandbox.app.secret).update(body).digest('hex')}`,
    ],
    ['two of them', (body) => `sha256=${hexOf(body)}, sha256=${hexOf(body)}`],
    ['that of other bytes', (body) => `sha256=${hexOf(JSON.stringify(JSON.parse(body)))}`],
  ])('with %s is refused', async (_what, sign) => {
    const { body } = genuine();
    const signature = sign(body);
    const headers: Record<string, string> =
      signature === undefined ? {} : { 'x-hub-signature-256': signature };
    await expectRefused(await postEvents(stand, body, headers));
  });

  it.each(['body', 'signature'] as const)('with a changed %s is refused', async (tamper) => {
    const { body, signature } = stand.sandbox.signEvents({ events: [{ account: ANAS }], tamper });
    await expectRefused(await postEvents(stand, body, { 'x-hub-signature-256': signature ?? '' }));
  });

  it('under the older header alone is refused', async () => {
    const { body } = genuine();
    const sha1 = createHmac('sha1', stand.sandbox.app.secret).update(body).digest('hex');
    await expectRefused(await postEvents(stand, body, { 'x-hub-signature': `sha1=${sha1}` }));
  });
});

describe('a malformed delivery, though it is signed', () => {
  const entry = `{"id":"17841402963158471","changes":[]}`;
  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['nothing', ''],
    ['no JSON', 'object=instagram'],
    ['JSON cut short', '{"object":"instagram","entry":['],
    ['a list', '[]'],
    ['null', 'null'],
    ['no entries', '{"object":"instagram"}'],
    ['entries that are no list', '{"object":"instagram","entry":{}}'],
    ['no object', `{"entry":[${entry}]}`],
    ['a key twice', `{"object":"page","object":"instagram","entry":[${entry}]}`],
    ['a key twice, deep inside', '{"object":"instagram","entry":[{"id":"1","id":"2","changes":[]}]}'],
    ['too many levels', `{"object":"instagram","entry":[${'['.repeat(60)}${']'.repeat(60)}]}`],
    ['bytes that are no UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])('(%s) is refused', async (_what, body) => {
    await expectRefused(await postEvents(stand, body, { 'x-hub-signature-256': `sha256=${hexOf(body)}` }));
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'sent as %s is refused',
    async (type) => {
      const { body, signature } = genuine();
      const headers = { 'x-hub-signature-256': signature ?? '', 'content-type': type };
      await expectRefused(await postEvents(stand, body, headers));
    },
  );

  it('over a megabyte is refused before it is read', async () => {
    const body = `{"object":"instagram","entry":[],"x":"${'x'.repeat(1024 * 1024)}"}`;
    await expectRefused(await postEvents(stand, body, { 'x-hub-signature-256': `sha256=${hexOf(body)}` }));
  });

  it('packed is refused: the bytes are what is signed', async () => {
    const { body, signature } = genuine();
    const packed = new Uint8Array(
      await new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
    );
    const headers = { 'x-hub-signature-256': signature ?? '', 'content-encoding': 'gzip' };
    await expectRefused(await postEvents(stand, packed, headers));
  });
});

describe('the challenge', () => {
  const ask = async (query: Record<string, string> | string, method = 'GET') => {
    const url = `/meta/webhooks?${typeof query === 'string' ? query : new URLSearchParams(query)}`;
    const response = await stand.visitor().fetch(url, { method });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: await response.text(),
    };
  };
  const right = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': VERIFY_TOKEN };

  it('comes back as plain text to who knows the word', async () => {
    expect(await stand.sandbox.verifyWebhook()).toMatchObject({ status: 200, verified: true });
    expect(await ask(right)).toEqual({ status: 200, type: 'text/plain; charset=utf-8', body: '1158201444' });
  });

  it.each<[string, Record<string, string> | string]>([
    ['another word', { ...right, 'hub.verify_token': `${VERIFY_TOKEN}x` }],
    ['the beginning of the word', { ...right, 'hub.verify_token': VERIFY_TOKEN.slice(0, -1) }],
    ['no word', { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444' }],
    ['another mode', { ...right, 'hub.mode': 'unsubscribe' }],
    ['no challenge', { ...right, 'hub.challenge': '' }],
    ['a challenge that is a page', { ...right, 'hub.challenge': '<script>alert(1)</script>' }],
    ['a challenge without an end', { ...right, 'hub.challenge': 'x'.repeat(201) }],
    ['the word twice', `${new URLSearchParams(right)}&hub.verify_token=guess`],
    ['nothing', ''],
  ])('with %s does not', async (_what, query) => {
    const answer = await ask(query);
    await expectRefused(answer);
    expect(answer.body).not.toContain('1158201444');
  });

  it('is nothing to other methods', async () => {
    expect((await ask(right, 'HEAD')).status).toBe(404);
    expect((await ask(right, 'PUT')).status).toBe(404);
  });
});

it('past sixty refusals a minute only the logging stops', async () => {
  stand.clock.advance({ days: 0, seconds: 120 });
  lines.length = 0;
  const statuses = [];
  for (let turn = 0; turn < 70; turn += 1) statuses.push((await postEvents(stand, '{}', {})).status);
  expect(new Set(statuses)).toEqual(new Set([400]));
  const refused = lines.filter(({ event }) => event === 'callback.refused');
  expect(refused.length).toBeLessThanOrEqual(60);
  expect(refused.at(0)).toEqual({
    event: 'callback.refused',
    fields: { route: 'webhooks', reason: 'malformed' },
  });
  const { body, signature } = genuine();
  expect((await postEvents(stand, body, { 'x-hub-signature-256': signature ?? '' })).status).toBe(200);
});
