import fc from 'fast-check';
import { HASH_BYTES, leafHash, nodeHash, pathOfNext, rootFromPath } from './merkle';

/** The inputs and roots that implementations of Certificate Transparency are tested with. */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The definition of RFC 9162, 2.1.1, to the letter. */
function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (only !== undefined && hashes.length === 1) return only;
  const split = largestPowerOfTwoBelow(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

/** The definition of RFC 9162, 2.1.3.1, to the letter. */
function pathTo(index: number, hashes: readonly Buffer[]): Buffer[] {
  if (hashes.length === 1) return [];
  const split = largestPowerOfTwoBelow(hashes.length);
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return index < split
    ? [...pathTo(index, left), rootOf(right)]
    : [...pathTo(index - split, right), rootOf(left)];
}

function largestPowerOfTwoBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** Every leaf with the path that it gets when it is appended. */
function grown(hashes: readonly Buffer[]): { index: number; hash: Buffer; path: Buffer[] }[] {
  const leaves: { index: number; hash: Buffer; path: Buffer[] }[] = [];
  for (const [index, hash] of hashes.entries())
    leaves.push({ index, hash, path: pathOfNext(leaves.at(-1) ?? null) });
  return leaves;
}

// All different: a leaf that stands in two places is rightly led to the root from both.
const manyHashes = fc
  .uniqueArray(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 130, selector: String })
  .map((entries) => entries.map((entry) => leafHash(Buffer.from(entry))));

it('has the published roots of the published leaves', () => {
  const leaves = grown(INPUTS.map(leafHash));
  const roots = leaves.map(({ index, hash, path }) => rootFromPath({ index, size: index + 1 }, hash, path));
  expect(roots.map((root) => root?.toString('hex'))).toEqual(ROOTS);
});

it('appends with the path that the definition gives, at any size', () => {
  fc.assert(
    fc.property(manyHashes, (hashes) => {
      const last = grown(hashes).at(-1);
      expect(last?.path).toEqual(pathTo(hashes.length - 1, hashes));
    }),
  );
});

it('leads from every leaf of a tree to its root, and from no other place', () => {
  fc.assert(
    fc.property(manyHashes, fc.nat(), fc.nat(), (hashes, some, other) => {
      const size = hashes.length;
      const [index, elsewhere] = [some % size, other % (size + 2)];
      const hash = hashes[index] ?? Buffer.alloc(0);
      const path = pathTo(index, hashes);
      expect(rootFromPath({ index, size }, hash, path)).toEqual(rootOf(hashes));
      const astray = rootFromPath({ index: elsewhere, size }, hash, path);
      if (elsewhere !== index) expect(astray).not.toEqual(rootOf(hashes));
    }),
  );
});

it.each([
  ['a path that is too short', { index: 3, size: 4 }, (path: Buffer[]) => path.slice(1)],
  ['a path that is too long', { index: 3, size: 4 }, (path: Buffer[]) => [...path, Buffer.alloc(HASH_BYTES)]],
  ['a hash that is no hash', { index: 3, size: 4 }, (path: Buffer[]) => path.map((hash) => hash.subarray(1))],
  ['a place outside the tree', { index: 4, size: 4 }, (path: Buffer[]) => path],
  ['a place before the tree', { index: -1, size: 4 }, (path: Buffer[]) => path],
  ['half a place', { index: 2.5, size: 4 }, (path: Buffer[]) => path],
  ['no tree', { index: 0, size: 0 }, () => []],
])('makes no root of %s', (_what, place, change) => {
  const hashes = INPUTS.slice(0, 4).map(leafHash);
  expect(rootFromPath(place, hashes[3] ?? Buffer.alloc(0), change(pathTo(3, hashes)))).toBeNull();
});

it('refuses to grow from a path that cannot be one', () => {
  expect(() => pathOfNext({ index: 1, hash: leafHash(Buffer.of(1)), path: [] })).toThrow(RangeError);
});
