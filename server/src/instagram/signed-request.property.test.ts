import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { Secret } from '../platform/secret';
import { readSignedRequest } from './signed-request';

const SECRET = new Secret('0123456789abcdef0123456789abcdef');
const NOW = new Date(1790000100_000);

const read = (value: string) => readSignedRequest(value, [SECRET], NOW);
const sign = (encoded: string, secret: string) =>
  `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;

const genuine = fc
  .record({
    user_id: fc.bigInt(1n, 99999999999999999999n).map(String),
    algorithm: fc.constant('HMAC-SHA256'),
    issued_at: fc.integer({ min: 1262304000, max: 1790000400 }),
  })
  .map((payload) => {
    const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
    return { payload, value: sign(encoded, SECRET.reveal()) };
  });

it('accepts every genuine request', () => {
  fc.assert(
    fc.property(genuine, ({ payload, value }) => {
      expect(read(value)).toMatchObject({
        ok: true,
        userId: payload.user_id,
        issuedAt: new Date(payload.issued_at * 1000),
      });
    }),
    { numRuns: 1000 },
  );
});

const mutation = fc.oneof(
  fc.record({ kind: fc.constant('replace'), at: fc.nat(400), by: fc.string({ minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('insert'), at: fc.nat(400), by: fc.string({ minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('remove'), at: fc.nat(400), by: fc.constant('') }),
  fc.record({ kind: fc.constant('swap case'), at: fc.nat(400), by: fc.constant('') }),
  fc.record({ kind: fc.constant('cut'), at: fc.nat(400), by: fc.constant('') }),
);

function mutate(value: string, { kind, at, by }: { kind: string; at: number; by: string }): string {
  const place = at % value.length;
  const [before, character, after] = [value.slice(0, place), value.charAt(place), value.slice(place + 1)];
  switch (kind) {
    case 'insert':
      return before + by + character + after;
    case 'remove':
      return before + after;
    case 'swap case':
      return (
        before +
        (character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase()) +
        after
      );
    case 'cut':
      return before;
    default:
      return before + by + after;
  }
}

it('accepts no request that was changed, and never throws', () => {
  fc.assert(
    fc.property(genuine, fc.array(mutation, { minLength: 1, maxLength: 3 }), ({ value }, mutations) => {
      const changed = mutations.reduce(mutate, value);
      fc.pre(changed !== value);
      expect(read(changed).ok).toBe(false);
    }),
    { numRuns: 5000 },
  );
});

it('accepts nothing that another secret signed', () => {
  fc.assert(
    fc.property(genuine, fc.string({ unit: 'binary' }), ({ value }, secret) => {
      fc.pre(secret !== SECRET.reveal());
      expect(read(sign(value.split('.')[1] ?? '', secret))).toEqual({ ok: false, reason: 'bad-signature' });
    }),
  );
});

it('never throws on a signed payload of any bytes, nor accepts one without the three fields', () => {
  const text = fc.json().map((json) => Buffer.from(json));
  const bytes = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 200 }).map(Buffer.from), text);
  fc.assert(
    fc.property(bytes, (content) => {
      fc.pre(content.length <= 3000);
      expect(read(sign(content.toString('base64url'), SECRET.reveal()))).toEqual({
        ok: false,
        reason: 'bad-payload',
      });
    }),
    { numRuns: 1000 },
  );
});

it('never throws on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(read(text)).toEqual({ ok: false, reason: 'malformed' });
    }),
  );
});
