import type { Place } from '../../platform/vault';

/** Clear bytes of a piece: few enough to be held in memory, many enough that sealing costs next to nothing. */
export const PIECE_BYTES = 64 * 1024;

/**
 * The place that a piece is sealed for: its export, its position, and whether it is the last. Pieces in another order,
 * of another file, left out or cut off at the end do not open as what they are read as.
 */
export function piecePlace(exportId: string, position: number, last: boolean): Place {
  return {
    table: 'data_export_piece',
    column: 'bytes_sealed',
    rowId: `${exportId}.${position}.${last ? 'last' : 'more'}`,
  };
}

/** Cuts a stream into pieces of `PIECE_BYTES`, the last one shorter or full, and says which is the last. */
export async function* toPieces(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly bytes: Buffer; readonly last: boolean }> {
  let held = Buffer.alloc(0);
  for await (const part of bytes) {
    held = Buffer.concat([held, part]);
    while (held.length > PIECE_BYTES) {
      yield { bytes: held.subarray(0, PIECE_BYTES), last: false };
      held = held.subarray(PIECE_BYTES);
    }
  }
  yield { bytes: held, last: true };
}
