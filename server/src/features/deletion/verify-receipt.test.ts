import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyReceipt } from './verify-receipt';

/** A receipt that was issued by a running server, after its signing key had been changed once. */
const CODE = '2NGZPTPUCDEVKMW3I7BCAL7WH2';
const issued = (name: string): string =>
  JSON.stringify(JSON.parse(readFileSync(join(__dirname, 'testing', 'issued', name), 'utf8')));
const document = issued('receipt.json');
const keys = issued('jwks.json');
const problemOf = async (...given: Parameters<typeof verifyReceipt>) => {
  const verdict = await verifyReceipt(...given);
  return verdict.genuine ? null : verdict.problem;
};
const changed = (change: object) => JSON.stringify({ ...JSON.parse(document), ...change });
const checkpoint: string = JSON.parse(document).checkpoint;

it('finds a receipt genuine with its document and the keys alone, and with its code', async () => {
  expect(await verifyReceipt(document, keys)).toMatchObject({
    genuine: true,
    claims: { request_kind: 'user_disconnect', completed_at: '2026-11-23T18:00Z' },
    logName: 'localhost:36269/deletion-receipts',
    logSize: 7,
  });
  expect(await problemOf(document, keys, CODE)).toBeNull();
});

it('notices any changed character of the document', async () => {
  const missed: number[] = [];
  for (let place = 0; place < document.length; place += 1) {
    const before = document.charAt(place);
    for (const other of ['A', 'b', '1', '_', '"', ' ']) {
      if (other === before) continue;
      const tampered = document.slice(0, place) + other + document.slice(place + 1);
      if ((await problemOf(tampered, keys)) === null) missed.push(place);
    }
  }
  expect(missed).toEqual([]);
});

it('notices any flipped bit of the signature, the salt and the hashes', async () => {
  const { receipt, salt, proof } = JSON.parse(document);
  const [head, body, signature] = receipt.split('.');
  const flips = (text: string) =>
    [...Buffer.from(text, 'base64url').keys()].map((index) => {
      const bytes = Buffer.from(text, 'base64url');
      bytes[index] = (bytes[index] ?? 0) ^ 1;
      return bytes.toString('base64url');
    });
  const tampered = [
    ...flips(signature).map((other) => ({ receipt: [head, body, other].join('.') })),
    ...flips(body).map((other) => ({ receipt: [head, other, signature].join('.') })),
    ...flips(salt).map((other) => ({ salt: other })),
    ...flips(proof[1]).map((other) => ({ proof: [proof[0], other] })),
  ];
  expect(tampered.length).toBeGreaterThan(700);
  for (const change of tampered) expect(await problemOf(changed(change), keys)).not.toBeNull();
});

const stranger = JSON.stringify({
  keys: [{ ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }), kid: 'stranger' }],
});
const { keys: both } = JSON.parse(keys);

it.each([
  ['another confirmation code', 'another confirmation code', [document, keys, 'A'.repeat(26)]],
  ['the keys of somebody else', 'not among these keys', [document, stranger]],
  [
    'another key under its name',
    'signature does not fit',
    [document, JSON.stringify({ keys: [{ ...both[1], kid: both[0].kid }] })],
  ],
  ['no document', 'not a receipt document', ['{}', keys]],
  ['no JSON', 'not a receipt document', ['receipt', keys]],
  ['one key more', 'not a receipt document', [changed({ more: 1 }), keys]],
  ['no keys', 'public keys cannot be read', [document, '']],
  ['an empty set', 'not among these keys', [document, '{"keys":[]}']],
  ['another place', 'not at this place', [changed({ leafIndex: 5 }), keys]],
  ['a shorter proof', 'not at this place', [changed({ proof: JSON.parse(document).proof.slice(1) }), keys]],
  ['another size', 'checkpoint', [changed({ checkpoint: checkpoint.replace('\n7\n', '\n8\n') }), keys]],
  [
    'no signature',
    'checkpoint',
    [changed({ checkpoint: checkpoint.slice(0, checkpoint.indexOf('\u2014')) }), keys],
  ],
] as const)('does not take %s', async (_what, problem, [receipt, keySet, code = null]) => {
  expect(await problemOf(receipt, keySet, code)).toContain(problem);
});

it.each([
  ['without a signature', { alg: 'none' }],
  ['signed with a shared secret', { alg: 'HS256' }],
  ['of another type', { typ: 'JWT' }],
  ['with a key of its own', { jwk: both[0] }],
])('does not take a receipt %s', async (_what, change) => {
  const [head, ...rest] = JSON.parse(document).receipt.split('.');
  const header = { ...JSON.parse(Buffer.from(head, 'base64url').toString()), ...change };
  const receipt = [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.');
  expect(await problemOf(changed({ receipt }), keys)).toContain('not a deletion receipt');
});
