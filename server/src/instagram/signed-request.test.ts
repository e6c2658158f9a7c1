import { createHmac } from 'node:crypto';
import { Secret } from '../platform/secret';
import { readSignedRequest } from './signed-request';

const SECRET = new Secret('0123456789abcdef0123456789abcdef');
const NOW = new Date(1790000100_000);

/** Computed outside this code, over `{"user_id":"28123456789012345","algorithm":"HMAC-SHA256","issued_at":1790000000}`. */
const PAYLOAD =
  'eyJ1c2VyX2lkIjoiMjgxMjM0NTY3ODkwMTIzNDUiLCJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTc5MDAwMDAwMH0';
const SIGNATURE = '_GMq83TGEdOFmj-Eot0MFRy31wzkja3OYjzaKv6PAt4';
const VECTOR = `${SIGNATURE}.${PAYLOAD}`;

const encode = (payload: string | Buffer) => Buffer.from(payload).toString('base64url');
const signed = (payload: string | Buffer, secret = SECRET) => {
  const encoded = encode(payload);
  return `${createHmac('sha256', secret.reveal()).update(encoded).digest('base64url')}.${encoded}`;
};
const read = (value: string, secrets = [SECRET]) => readSignedRequest(value, secrets, NOW);
const payload = (fields: object) =>
  JSON.stringify({ user_id: '42', algorithm: 'HMAC-SHA256', issued_at: 1790000000, ...fields });

it('reads the vector', () => {
  expect(read(VECTOR)).toEqual({
    ok: true,
    userId: '28123456789012345',
    issuedAt: new Date('2026-09-21T14:13:20Z'),
    // From `printf %s ... | sha256sum`.
    digest: Buffer.from('d6de801b4a2c49de24fdf58c3d1d22e77674a6ff445c741454ad57d4cfdfd3f3', 'hex'),
  });
});

describe('secrets', () => {
  const other = new Secret('ffffffffffffffffffffffffffffffff');

  it('accepts the previous secret as well while it is rotated, in either place', () => {
    expect(read(VECTOR, [other, SECRET]).ok).toBe(true);
    expect(read(VECTOR, [SECRET, other]).ok).toBe(true);
  });

  it.each([
    ['another secret', [other]],
    ['two other secrets', [other, new Secret('')]],
    ['no secret', []],
  ])('refuses what %s did not sign', (_name, secrets) => {
    expect(read(VECTOR, secrets)).toEqual({ ok: false, reason: 'bad-signature' });
  });

  it('does not look into a payload that nobody signed', () => {
    const unsigned = `${SIGNATURE}.${encode('not json')}`;
    expect(read(unsigned)).toEqual({ ok: false, reason: 'bad-signature' });
  });
});

describe('grammar', () => {
  const standardAlphabet = VECTOR.replace('_', '/').replace('-', '+');
  // The last of 43 characters holds four bits of signature and two unused ones, which must be zero.
  const looseSignature = `${SIGNATURE.slice(0, -1)}5.${PAYLOAD}`;

  it.each([
    ['nothing', ''],
    ['no dot', SIGNATURE + PAYLOAD],
    ['an empty payload', `${SIGNATURE}.`],
    ['an empty signature', `.${PAYLOAD}`],
    ['a second dot', `${VECTOR}.`],
    ['a third part', `${VECTOR}.e30`],
    ['padding after the signature', `${SIGNATURE}=.${PAYLOAD}`],
    ['padding after the payload', `${VECTOR}=`],
    ['the standard alphabet', standardAlphabet],
    ['a space before', ` ${VECTOR}`],
    ['a line end after', `${VECTOR}\n`],
    ['a NUL', `${VECTOR}\0`],
    ['a short signature', VECTOR.slice(1)],
    ['a long signature', `A${VECTOR}`],
    ['unused bits set in the signature', looseSignature],
    ['a payload of 4097 characters', `${SIGNATURE}.${'A'.repeat(4097)}`],
    ['letters beyond ASCII', `${SIGNATURE}.é`],
  ])('refuses %s', (_name, value) => {
    expect(read(value)).toEqual({ ok: false, reason: 'malformed' });
  });

  it('refuses unused bits set in a payload, even when signed', () => {
    const [, encoded = ''] = signed(payload({ pad: 'xx' })).split('.');
    expect(encoded.length % 4).not.toBe(0);
    const loose = encoded.slice(0, -1) + nextCharacter(encoded.at(-1) ?? '');
    expect(Buffer.from(loose, 'base64url')).toEqual(Buffer.from(encoded, 'base64url'));
    const mac = createHmac('sha256', SECRET.reveal()).update(loose).digest('base64url');
    expect(read(`${mac}.${loose}`)).toEqual({ ok: false, reason: 'malformed' });
  });
});

describe('user id', () => {
  it.each([
    ['text', '"17841405822304915"'],
    ['a number beyond 2^53', '17841405822304915'],
  ])('keeps every digit of %s', (_name, written) => {
    const text = `{"user_id":${written},"algorithm":"HMAC-SHA256","issued_at":1790000000}`;
    expect(read(signed(text))).toMatchObject({ ok: true, userId: '17841405822304915' });
  });

  it.each([
    '"0123"',
    '0',
    '-5',
    '1.0',
    '1e17',
    '1.5',
    '""',
    '" 42"',
    '"42 "',
    '"4 2"',
    '"x42"',
    '"٤٢"',
    '"123456789012345678901"',
    '123456789012345678901',
    'null',
    'true',
    '["42"]',
    '{"id":"42"}',
  ])('refuses %s', (written) => {
    const text = `{"user_id":${written},"algorithm":"HMAC-SHA256","issued_at":1790000000}`;
    expect(read(signed(text))).toEqual({ ok: false, reason: 'bad-payload' });
  });

  it('refuses a payload without one', () => {
    expect(read(signed(payload({ user_id: undefined, profile_id: '42' }))).ok).toBe(false);
  });
});

it.each([
  'hmac-sha256',
  'HMAC-SHA1',
  'HMAC-SHA512',
  'HMAC-SHA256 ',
  'none',
  '',
  null,
  undefined,
  256,
  true,
  ['HMAC-SHA256'],
  { HMAC: 'SHA256' },
  'HMAC‐SHA256',
])('refuses algorithm %p', (algorithm) => {
  expect(read(signed(payload({ algorithm })))).toEqual({ ok: false, reason: 'bad-payload' });
});

describe('issued_at', () => {
  const now = NOW.getTime() / 1000;

  it.each([now, now + 300, now - 90 * 86_400, 1262304000])('accepts %i', (issued_at) => {
    expect(read(signed(payload({ issued_at })))).toMatchObject({
      ok: true,
      issuedAt: new Date(issued_at * 1000),
    });
  });

  it.each([
    now + 301,
    1262303999,
    0,
    -1,
    4070908800,
    1790000000.5,
    1790000000000,
    1e300,
    '1790000000',
    null,
    true,
    [1790000000],
    undefined,
  ])('refuses %p', (issued_at) => {
    expect(read(signed(payload({ issued_at })))).toEqual({ ok: false, reason: 'bad-payload' });
  });

  it('refuses an integer in another notation', () => {
    const text = '{"user_id":"42","algorithm":"HMAC-SHA256","issued_at":179e7}';
    expect(read(signed(text)).ok).toBe(false);
  });
});

describe('payload', () => {
  it('ignores what it does not know', () => {
    const extras = { expires: 1, oauth_token: 'x', user: { country: 'pt', age: { min: 21 } } };
    expect(read(signed(payload(extras))).ok).toBe(true);
  });

  it.each([
    ['an array', '["42"]'],
    ['null', 'null'],
    ['a number', '42'],
    ['text', '"42"'],
    ['no JSON', 'user_id=42'],
    ['a comment', `${payload({})}//`],
    ['a key twice', payload({}).replace('{', '{"user_id":"41",')],
    ['a key twice with equal values', payload({}).replace('{', '{"user_id":"42",')],
    ['a key twice, once escaped', payload({}).replace('{', '{"user\\u005fid":"41",')],
    ['too deep', payload({ a: { b: { c: {} } } })],
    ['very deep', `{"a":${'['.repeat(1400)}${']'.repeat(1400)}}`],
    ['fields that are only inherited', `{"__proto__":${payload({})}}`],
    ['a byte order mark', `\uFEFF${payload({})}`],
  ])('refuses %s', (_name, text) => {
    expect(read(signed(text))).toEqual({ ok: false, reason: 'bad-payload' });
  });

  it('takes nothing from a prototype that somebody tampered with', () => {
    const text = payload({ algorithm: undefined });
    Object.defineProperty(Object.prototype, 'algorithm', { value: 'HMAC-SHA256', configurable: true });
    try {
      expect(read(signed(text))).toEqual({ ok: false, reason: 'bad-payload' });
    } finally {
      Reflect.deleteProperty(Object.prototype, 'algorithm');
    }
  });

  it('refuses bytes that are not UTF-8', () => {
    const bytes = Buffer.from(payload({ note: '?' }));
    bytes[bytes.indexOf('?')] = 0xff;
    expect(read(signed(bytes))).toEqual({ ok: false, reason: 'bad-payload' });
  });
});

function nextCharacter(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 1);
}
