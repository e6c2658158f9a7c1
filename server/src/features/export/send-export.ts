import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { newId } from '../../platform/ids';
import type { Vault } from '../../platform/vault';
import { exportKey } from './data-export';
import { DataExportPieceRow } from './data-export-piece.entity';
import { endExport } from './end-exports';
import { piecePlace } from './sealed-file';

/** A download that takes none of its pieces for so long is taken for broken off, and another may begin. */
export const SENDING_PATIENCE_MS = 30_000;

export interface SendDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** A download that began. */
export interface Sending {
  readonly sizeBytes: number;
  readonly madeAt: Date;
  /** The bytes of the zip. @throws when the export was ended meanwhile, or does not open. */
  bytes(): AsyncGenerator<Buffer>;
  /** All bytes were handed over: destroys the file and its key. */
  completed(): Promise<void>;
  /** They were not: the file stays, and a new link can be asked for at once. */
  brokenOff(): Promise<void>;
}

/** What a link's token is stored as. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Begins the download that a link stands for, and uses the link up. Null when the account has no such link: unknown,
 * used, replaced by a newer one, too old, somebody else's, or of a file that is gone.
 */
export async function openExport(
  deps: SendDependencies,
  accountId: string,
  token: string,
): Promise<Sending | null> {
  const { dataSource, vault, clock } = deps;
  const now = clock.now();
  const sendingId = newId();
  const [rows]: [{ id: string; size_bytes: string; piece_count: number; ready_at: Date }[]] =
    await dataSource.query(
      `update data_export set link_hash = null, link_until = null, sending_id = $3, sending_until = $5
       where account_id = $1 and link_hash = $2 and link_until > $4 and ended_at is null and expires_at > $4
         and (sending_until is null or sending_until <= $4)
       returning id, size_bytes, piece_count, ready_at`,
      [accountId, hashOfToken(token), sendingId, now, new Date(now.getTime() + SENDING_PATIENCE_MS)],
    );
  const [row] = rows;
  if (row === undefined) return null;
  const exportId = row.id;
  const key = await vault.openKey(dataSource.manager, exportKey(exportId));
  return {
    sizeBytes: Number(row.size_bytes),
    madeAt: row.ready_at,
    async *bytes() {
      for (let position = 0; position < row.piece_count; position += 1) {
        await holdOn(deps, exportId, sendingId);
        const piece = await dataSource.manager.findOneByOrFail(DataExportPieceRow, { exportId, position });
        const place = piecePlace(exportId, position, position === row.piece_count - 1);
        yield key.openBytes(place, piece.bytesSealed);
      }
    },
    async completed() {
      await dataSource.transaction((tx) =>
        endExport(tx, vault, exportId, 'downloaded', clock.now(), { sendingId }),
      );
    },
    async brokenOff() {
      await dataSource.query(
        'update data_export set sending_id = null, sending_until = null where id = $1 and sending_id = $2',
        [exportId, sendingId],
      );
    },
  };
}

/** Before each piece: says that this download lives, and finds out whether it may go on. */
async function holdOn(
  { dataSource, clock }: SendDependencies,
  exportId: string,
  sendingId: string,
): Promise<void> {
  const until = new Date(clock.now().getTime() + SENDING_PATIENCE_MS);
  const [, affected]: [unknown, number] = await dataSource.query(
    'update data_export set sending_until = $3 where id = $1 and sending_id = $2 and ended_at is null',
    [exportId, sendingId, until],
  );
  if (affected !== 1) throw new Error('the export was ended while it was sent');
}
