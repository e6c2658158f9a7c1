import { randomBytes } from 'node:crypto';
import { KEY_BYTES, keyIdOf, open, SealBroken, seal } from './aead';

const key = randomBytes(KEY_BYTES);
const place = ['instagram_connection', 'username_sealed', 'row-1', '1'];
const clear = Buffer.from('Größe 17841400000000017', 'utf8');
const sealed = seal(key, 'k1', place, clear);

/** The same text with one part replaced. */
function withPart(index: number, change: (part: string) => string): string {
  return sealed
    .split('.')
    .map((part, at) => (at === index ? change(part) : part))
    .join('.');
}

const flipped = (part: string): string => {
  const bytes = Buffer.from(part, 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64url');
};

it('opens what it sealed, to the last byte', () => {
  expect(open(key, 'k1', place, sealed)).toEqual(clear);
  expect(open(key, 'k1', place, seal(key, 'k1', place, Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
});

it('names version and key, and shows nothing of the text', () => {
  expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]+$/);
  expect(keyIdOf(sealed)).toBe('k1');
  expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').includes('17841400000000017')).toBe(false);
});

it('never seals the same text the same way twice', () => {
  const nonces = new Set(Array.from({ length: 200 }, () => seal(key, 'k1', place, clear).split('.')[2]));
  expect(nonces.size).toBe(200);
});

it.each([
  ['another key', () => open(randomBytes(KEY_BYTES), 'k1', place, sealed)],
  ['another table', () => open(key, 'k1', ['account', ...place.slice(1)], sealed)],
  ['another column', () => open(key, 'k1', ['instagram_connection', 'token_sealed', 'row-1', '1'], sealed)],
  ['another row', () => open(key, 'k1', [...place.slice(0, 2), 'row-2', '1'], sealed)],
  ['another generation', () => open(key, 'k1', [...place.slice(0, 3), '2'], sealed)],
  ['a key of another name', () => open(key, 'k2', place, sealed)],
  ['a changed nonce', () => open(key, 'k1', place, withPart(2, flipped))],
  ['a changed text', () => open(key, 'k1', place, withPart(3, flipped))],
  [
    'a shorter text',
    () =>
      open(
        key,
        'k1',
        place,
        withPart(3, (part) => part.slice(0, -4)),
      ),
  ],
  [
    'a text without its tag',
    () =>
      open(
        key,
        'k1',
        place,
        withPart(3, () => 'AAAA'),
      ),
  ],
  [
    'a short nonce',
    () =>
      open(
        key,
        'k1',
        place,
        withPart(2, (part) => part.slice(0, 8)),
      ),
  ],
  [
    'an unknown version',
    () =>
      open(
        key,
        'k1',
        place,
        withPart(0, () => 'v2'),
      ),
  ],
  ['one part too many', () => open(key, 'k1', place, `${sealed}.x`)],
  ['clear text', () => open(key, 'k1', place, 'a_username')],
  ['clear text with dots', () => open(key, 'k1', place, 'v1.k1.some.name')],
  ['nothing', () => open(key, 'k1', place, '')],
])('%s does not open', (_what, attempt) => {
  expect(attempt).toThrow(SealBroken);
});

it.each(['', 'a_username', 'v2.k1.x.y', 'v1'])('finds no key in %j', (text) => {
  expect(() => keyIdOf(text)).toThrow(SealBroken);
});

it('says nothing of the text in its error', () => {
  expect(() => open(key, 'k1', place, 'a_username')).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('a_username') }),
  );
});
