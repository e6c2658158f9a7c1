import type { Client } from 'pg';
import { z } from 'zod';
import type { KeyCarrier, KeyRing } from '../vault';
import type { BackupLine } from './backup-file';
import { linesOf, tablesOf } from './stored-tables';

/** Where keys are: their rows go into a file of their own. */
export const KEY_SCHEMA = 'keystore';
export const DATA_KEY_TABLE = 'data_key';
/** What the installation agreed on about epochs: a restored key store begins with an epoch of its own day. */
const EPOCH_TABLE = 'epoch';

const dataKeyRow = z.looseObject({
  id: z.string(),
  kind: z.string(),
  subject_id: z.string(),
  generation: z.int(),
  epoch_id: z.string(),
  wrapped: z.string(),
});

/** The key store as it goes into a backup: data keys are packed, epochs stay behind. */
export async function* keyLines(
  reader: Client,
  ring: KeyRing,
  carrier: KeyCarrier,
): AsyncGenerator<BackupLine> {
  for (const table of await tablesOf(reader, KEY_SCHEMA)) {
    if (table.name === EPOCH_TABLE) continue;
    if (table.name !== DATA_KEY_TABLE) yield* linesOf(reader, table);
    else yield* linesOf(reader, table, (row) => packed(row, ring, carrier));
  }
}

async function packed(row: string, ring: KeyRing, carrier: KeyCarrier): Promise<string> {
  const { epoch_id, ...dataKey } = dataKeyRow.parse(JSON.parse(row));
  const { subject_id: subjectId } = dataKey;
  const wrapped = await carrier.pack(ring, epoch_id, { ...dataKey, subjectId });
  return JSON.stringify({ ...dataKey, epoch_id: null, wrapped });
}

/** A data key's row as it comes back: under an epoch of the restored key store. */
export async function unpacked(
  row: string,
  ring: KeyRing,
  carrier: KeyCarrier,
  epochId: string,
): Promise<string> {
  const dataKey = dataKeyRow.extend({ epoch_id: z.null() }).parse(JSON.parse(row));
  const { subject_id: subjectId } = dataKey;
  const wrapped = await carrier.unpack(ring, epochId, { ...dataKey, subjectId });
  return JSON.stringify({ ...dataKey, epoch_id: epochId, wrapped });
}
