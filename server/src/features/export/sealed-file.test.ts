import { PIECE_BYTES, piecePlace, toPieces } from './sealed-file';

async function pieces(...parts: number[]): Promise<[number, boolean][]> {
  async function* source() {
    for (const length of parts) yield Buffer.alloc(length, 1);
  }
  const found: [number, boolean][] = [];
  for await (const { bytes, last } of toPieces(source())) found.push([bytes.length, last]);
  return found;
}

it('cuts, and names the last piece, whatever the parts that come', async () => {
  expect(await pieces()).toEqual([[0, true]]);
  expect(await pieces(10, 20)).toEqual([[30, true]]);
  expect(await pieces(PIECE_BYTES)).toEqual([[PIECE_BYTES, true]]);
  expect(await pieces(PIECE_BYTES - 1, 3)).toEqual([
    [PIECE_BYTES, false],
    [2, true],
  ]);
  expect((await pieces(3 * PIECE_BYTES + 7)).map(([length]) => length)).toEqual([
    ...[PIECE_BYTES, PIECE_BYTES, PIECE_BYTES],
    7,
  ]);
});

it('gives every piece a place of its own', () => {
  const places = [
    piecePlace('a', 0, false),
    piecePlace('a', 0, true),
    piecePlace('a', 1, false),
    piecePlace('b', 0, false),
  ];
  expect(new Set(places.map(({ rowId }) => rowId)).size).toBe(4);
});
