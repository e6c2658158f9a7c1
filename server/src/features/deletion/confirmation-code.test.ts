import { createHash, randomBytes } from 'node:crypto';
import { ServiceKeys } from '../../platform/vault/service-keys';
import { codeOfRequest, hashOfCode, isCode, randomCode } from './confirmation-code';

const newKeys = () => new ServiceKeys(new Map([['confirmation-code', randomBytes(32)]]));
const digest = (text: string) => createHash('sha256').update(text).digest();

it('draws codes of 26 letters and digits that a person can read aloud', () => {
  const codes = Array.from({ length: 500 }, randomCode);
  expect(codes.every(isCode)).toBe(true);
  expect(new Set(codes).size).toBe(500);
  // Every place takes many values: nothing is cut off or padded.
  for (let place = 0; place < 26; place += 1) {
    expect(new Set(codes.map((code) => code.charAt(place))).size).toBeGreaterThan(25);
  }
});

it('gives the same request the same code, under this key alone', () => {
  const keys = newKeys();
  const code = codeOfRequest(keys, digest('one'));
  expect(isCode(code)).toBe(true);
  expect(codeOfRequest(keys, digest('one'))).toBe(code);
  expect(codeOfRequest(keys, digest('two'))).not.toBe(code);
  expect(codeOfRequest(newKeys(), digest('one'))).not.toBe(code);
});

it('writes the first 130 bits in base32', () => {
  const keys = { confirmationDigest: () => Buffer.from('ff00'.repeat(16), 'hex') };
  // 11111 11100 00000 01111 11110 00000 00111 11111 and again.
  expect(codeOfRequest(keys as unknown as ServiceKeys, digest('x'))).toBe('74AP6AH7AD7QB7YA74AP6AH7AD');
});

it('stores a code as its hash', () => {
  expect(hashOfCode('A')).toEqual(digest('A'));
});

it.each([
  '',
  'a'.repeat(26),
  'A'.repeat(25),
  'A'.repeat(27),
  `${'A'.repeat(25)}1`,
  `${'A'.repeat(26)}\n`,
  "' or 1=1 --",
])('takes %j for no code', (text) => {
  expect(isCode(text)).toBe(false);
});
