import { createHmac } from 'node:crypto';
import { Secret } from '../platform/secret';
import { readEvents } from './events';

const SECRET = '0123456789abcdef0123456789abcdef';
const secrets = [new Secret(SECRET)];
const sign = (body: string) => `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
const read = (body: string, signature = sign(body)) => readEvents(Buffer.from(body), signature, secrets);

/** One comment, as a text of JSON in the place of its words. */
const delivery = (words: string, field = '"comments"') =>
  `{"object":"instagram","entry":[{"id":"17841477965412210","time":1,"changes":[{"field":${field},"value":{"id":"1801","text":${words},"media":{"id":"1792"}}}]}]}`;

const PLAIN = delivery('"Olá a/b"');

it.each([
  ['as Meta writes them', delivery('"Ol\\u00e1 a\\/b"')],
  ['in capitals', delivery('"Ol\\u00E1 a/b"')],
  ['where nobody needs one', delivery('"\\u004fl\\u00e1\\u0020a\\u002fb"', '"c\\u006fmments"')],
  ['with spaces between', PLAIN.replaceAll(':', ' : ').replace(/\}$/, '}\n')],
])('with escapes %s, the bytes are verified as they came, and it is the same event', (_how, body) => {
  const [plain, other] = [read(PLAIN), read(body)];
  expect(plain).toMatchObject({
    ok: true,
    ignored: 0,
    events: [{ accountId: '17841477965412210', kind: 'COMMENT', mediaId: '1792' }],
  });
  expect(other).toEqual(plain);
  // Signed as it would be written anew, it is a forgery.
  expect(read(body, sign(PLAIN))).toEqual({ ok: false, reason: 'bad-signature' });
});

it('an escape that makes other words makes another event', () => {
  expect(read(delivery('"Ol\\u00e0 a/b"'))).not.toEqual(read(PLAIN));
});

it.each([
  ['half a pair', delivery('"\\ud83d"')],
  ['a nought', delivery('"\\u0000"')],
])('%s in somebody’s words is read over', (_what, body) => {
  expect(read(body)).toMatchObject({ ok: true, events: [{ mediaId: '1792' }] });
});

it('a key that is there twice, once escaped, is refused', () => {
  const body = '{"object":"instagram","obj\\u0065ct":"page","entry":[]}';
  expect(read(body)).toEqual({ ok: false, reason: 'bad-payload' });
});
