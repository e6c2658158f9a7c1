import { randomBytes } from 'node:crypto';
import { ServiceKeys } from './service-keys';

const newKeys = () =>
  new ServiceKeys(
    new Map([
      ['lookup', randomBytes(32)],
      ['confirmation-code', randomBytes(32)],
      ['limit', randomBytes(32)],
    ]),
  );
const keys = newKeys();

it('finds the same value by the same digest', () => {
  expect(keys.blindIndex('email', 'a@b.example')).toEqual(keys.blindIndex('email', 'a@b.example'));
  expect(keys.blindIndex('email', 'a@b.example')).toHaveLength(32);
});

it('keeps kinds, values, purposes and installations apart', () => {
  const digests = [
    keys.blindIndex('email', '17841400000000017'),
    keys.blindIndex('instagram', '17841400000000017'),
    keys.blindIndex('instagram', '17841400000000018'),
    keys.confirmationDigest(Buffer.from('instagram|17841400000000017')),
    Buffer.from(keys.limitKey('instagram', '17841400000000017'), 'base64url'),
    newKeys().blindIndex('instagram', '17841400000000017'),
  ].map((digest) => digest.toString('hex'));
  expect(new Set(digests).size).toBe(digests.length);
});

it('counts under a name that says nothing', () => {
  expect(keys.limitKey('ip', '203.0.113.7')).toMatch(/^[\w-]{43}$/);
});

it('fails where a key is missing, rather than digest without one', () => {
  expect(() => new ServiceKeys(new Map()).blindIndex('email', 'a')).toThrow('service key lookup is missing');
});
