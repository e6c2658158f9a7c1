import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RECEIPT_CHECK } from './receipt-check';

interface Document {
  readonly receipt: string;
  readonly salt: string;
  readonly leafIndex: number;
  readonly checkpoint: string;
  readonly proof: readonly string[];
}
type Check = (document: unknown, keys: unknown, code: string) => Promise<string>;

/** What the browser runs, in the same language with the same cryptography. */
const checkReceipt = new Function(`${RECEIPT_CHECK}; return checkReceipt;`)() as Check;

const ISSUED = join(__dirname, '..', '..', '..', 'features', 'deletion', 'testing', 'issued');
const issued = (name: string) => JSON.parse(readFileSync(join(ISSUED, name), 'utf8'));
const document: Document = issued('receipt.json');
const keys: { keys: { kid: string; x: string }[] } = issued('jwks.json');
const CODE = '2NGZPTPUCDEVKMW3I7BCAL7WH2';
const withChange = (change: Partial<Document>) => checkReceipt({ ...document, ...change }, keys, CODE);
const [head = '', body = '', signature = ''] = document.receipt.split('.');

it('finds a genuine receipt genuine', async () => {
  expect(await checkReceipt(document, keys, CODE)).toBe('genuine');
});

it('knows the receipt of another code', async () => {
  expect(await checkReceipt(document, keys, 'A'.repeat(26))).toBe('code');
});

it('notices any changed character of the receipt', async () => {
  for (let place = 0; place < document.receipt.length; place += 3) {
    const other = document.receipt.charAt(place) === 'A' ? 'b' : 'A';
    const receipt = document.receipt.slice(0, place) + other + document.receipt.slice(place + 1);
    expect(await withChange({ receipt })).not.toBe('genuine');
  }
});

it.each<[string, string, Partial<Document>]>([
  ['salt', 'log', { salt: `A${document.salt.slice(1)}` }],
  ['place', 'log', { leafIndex: 5 }],
  ['proof', 'log', { proof: [...document.proof].reverse() }],
  ['proof that is too short', 'log', { proof: document.proof.slice(1) }],
  ['size of the log', 'log', { checkpoint: document.checkpoint.replace('\n7\n', '\n8\n') }],
  ['name of the log', 'log', { checkpoint: document.checkpoint.replaceAll('localhost', 'elsewhere') }],
  ['signature of the log', 'log', { checkpoint: document.checkpoint.replace(/[A-Za-z]{2}=\n$/, 'AA=\n') }],
  ['payload', 'signature', { receipt: [head, body.replace('a', 'b'), signature].join('.') }],
  ['shape', 'signature', { receipt: `${document.receipt}.x` }],
])('notices another %s', async (_what, verdict, change) => {
  expect(await withChange(change)).toBe(verdict);
});

it('trusts the published keys alone', async () => {
  const [other, own] = [keys.keys[1], keys.keys[0]];
  expect(await checkReceipt(document, { keys: [] }, CODE)).toBe('signature');
  expect(await checkReceipt(document, { keys: [{ ...other, kid: own?.kid }] }, CODE)).toBe('signature');
});

describe('with an addendum', () => {
  const told = issued('told.json');
  const toldKeys = issued('told-jwks.json');
  const checkTold = (addendum: string) =>
    checkReceipt({ ...told, addendum }, toldKeys, 'TWHTUOKFVXNJD5D6GMY75KTW62');

  it('finds both genuine', async () => {
    expect(await checkTold(told.addendum)).toBe('added');
  });

  it('notices any changed character of the addendum, and says that the receipt is genuine', async () => {
    const { addendum } = told;
    for (let place = 0; place < addendum.length; place += 1) {
      const other = addendum.charAt(place) === 'A' ? 'B' : 'A';
      expect(await checkTold(addendum.slice(0, place) + other + addendum.slice(place + 1))).toBe('addendum');
    }
  });

  it('does not take the addendum of another receipt, nor the receipt for an addendum', async () => {
    const all = { keys: [...keys.keys, ...toldKeys.keys] };
    expect(await checkReceipt({ ...document, addendum: told.addendum }, all, CODE)).toBe('addendum');
    expect(await checkTold(told.receipt)).toBe('addendum');
  });

  it('does not pass over a receipt that is not genuine', async () => {
    expect(await checkReceipt({ ...told, leafIndex: 0 }, toldKeys, 'TWHTUOKFVXNJD5D6GMY75KTW62')).toBe('log');
  });
});

describe('a browser that cannot check', () => {
  const real = globalThis.crypto;
  const pretend = (crypto: unknown) =>
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
  afterEach(() => pretend(real));

  it.each([
    ['has no cryptography on http', {}],
    [
      'does not know Ed25519',
      {
        subtle: {
          digest: real.subtle.digest.bind(real.subtle),
          importKey: () => Promise.reject(new DOMException('Unrecognized name', 'NotSupportedError')),
        },
      },
    ],
  ])('because it %s, says so', async (_why, crypto) => {
    pretend(crypto);
    expect(await checkReceipt(document, keys, CODE)).toBe('unable');
  });
});
