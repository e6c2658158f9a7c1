import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyReceipt } from './verify-receipt';

/** A receipt and its addendum, issued by a running server that changed its signing key between the two. */
const CODE = 'TWHTUOKFVXNJD5D6GMY75KTW62';
const issued = (name: string) => JSON.parse(readFileSync(join(__dirname, 'testing', 'issued', name), 'utf8'));
const told = issued('told.json');
const document = JSON.stringify(told);
const keys = JSON.stringify(issued('told-jwks.json'));
const problemOf = async (text: string, keySet = keys) => {
  const verdict = await verifyReceipt(text, keySet);
  return verdict.genuine ? null : verdict.problem;
};
const changed = (change: object) => JSON.stringify({ ...told, ...change });
const [head = '', body = '', signature = ''] = String(told.addendum).split('.');
const written = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

it('is genuine beside its receipt, and says what came of telling', async () => {
  expect(await verifyReceipt(document, keys, CODE)).toMatchObject({
    genuine: true,
    claims: { recipients: { told: 0, of: 2 } },
    addendum: {
      recipients: { told: 1, refused: 0, unreachable: 1, not_known: 0, of: 2 },
      settled_at: '2026-11-26T18:00Z',
    },
  });
});

it('may be missing: the receipt stands alone', async () => {
  const { addendum: _, ...alone } = told;
  expect(await verifyReceipt(JSON.stringify(alone), keys)).toMatchObject({ genuine: true, addendum: null });
});

it('is not genuine with any character changed', async () => {
  const begin = document.indexOf('"addendum"');
  const missed: number[] = [];
  for (let place = begin; place < document.length; place += 1) {
    for (const other of ['A', 'b', '_', '"']) {
      if (other === document.charAt(place)) continue;
      const tampered = document.slice(0, place) + other + document.slice(place + 1);
      if ((await problemOf(tampered)) === null) missed.push(place);
    }
  }
  expect(missed).toEqual([]);
});

it('is not genuine with any bit of its bytes flipped', async () => {
  const flips = (part: string) =>
    [...Buffer.from(part, 'base64url').keys()].map((index) => {
      const bytes = Buffer.from(part, 'base64url');
      bytes[index] = (bytes[index] ?? 0) ^ 1;
      return bytes.toString('base64url');
    });
  const tampered = [
    ...flips(head).map((other) => [other, body, signature]),
    ...flips(body).map((other) => [head, other, signature]),
    ...flips(signature).map((other) => [head, body, other]),
  ];
  for (const parts of tampered)
    expect(await problemOf(changed({ addendum: parts.join('.') }))).not.toBeNull();
});

const { keys: both } = issued('told-jwks.json');
const { typ: _typ, ...untyped } = JSON.parse(Buffer.from(head, 'base64url').toString());

it.each([
  [
    'another receipt',
    'belongs to another receipt',
    JSON.stringify({ ...issued('receipt.json'), addendum: told.addendum }),
  ],
  ['a receipt in its place', 'not a deletion addendum', changed({ addendum: told.receipt })],
  ['itself in the place of the receipt', 'not a deletion receipt', changed({ receipt: told.addendum })],
  [
    'no type',
    'not a deletion addendum',
    changed({ addendum: [written(untyped), body, signature].join('.') }),
  ],
  [
    'no signature',
    'not a deletion addendum',
    changed({
      addendum: [written({ ...untyped, typ: 'deletion-addendum+jwt', alg: 'none' }), body, signature].join(
        '.',
      ),
    }),
  ],
])('is not taken with %s', async (_what, problem, text) => {
  const all = JSON.stringify({ keys: [...both, ...issued('jwks.json').keys] });
  expect(await problemOf(text, all)).toContain(problem);
});

it('needs the key that signed it, and not only the receipt’s', async () => {
  const receipts = JSON.stringify({ keys: both.slice(1) });
  expect(await problemOf(document, receipts)).toBe(
    'the addendum was signed with a key that is not among these keys',
  );
});
