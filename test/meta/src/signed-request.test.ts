import { signRequest } from './signed-request.ts';

// The vector of Meta's contract, section 8.1.
const secret = '0123456789abcdef0123456789abcdef';
const payload = { userId: '28123456789012345', issuedAt: 1790000000 };
const vector =
  '_GMq83TGEdOFmj-Eot0MFRy31wzkja3OYjzaKv6PAt4.eyJ1c2VyX2lkIjoiMjgxMjM0NTY3ODkwMTIzNDUiLCJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTc5MDAwMDAwMH0';

const decoded = (signed: string): string => Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString();

test('signs as the vector says, letter for letter', () => {
  expect(signRequest(payload, secret)).toBe(vector);
});

test('another secret gives another signature over the same payload', () => {
  const [signature, body] = signRequest(payload, 'f'.repeat(32)).split('.');
  expect(body).toBe(vector.split('.')[1]);
  expect(signature).not.toBe(vector.split('.')[0]);
  expect(signature).toHaveLength(43);
});

test('a numeric user id is a bare number with every digit', () => {
  expect(decoded(signRequest(payload, secret, { numericUserId: true }))).toBe(
    '{"user_id":28123456789012345,"algorithm":"HMAC-SHA256","issued_at":1790000000}',
  );
});

test('tampering changes one part and keeps the other', () => {
  const [signature, body] = vector.split('.');
  const [sameSignature, otherBody] = signRequest(payload, secret, { tamper: 'payload' }).split('.');
  const [otherSignature, sameBody] = signRequest(payload, secret, { tamper: 'signature' }).split('.');
  expect([sameSignature, sameBody]).toEqual([signature, body]);
  expect(otherBody).not.toBe(body);
  expect(otherSignature).not.toBe(signature);
});

test('padding adds what base64url leaves out', () => {
  expect(signRequest(payload, secret, { padded: true })).toBe(`${vector.replace('.', '=.')}=`);
});
