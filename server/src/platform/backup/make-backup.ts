import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Client } from 'pg';
import type { Clock } from '../clock';
import type { Secret } from '../secret';
import { flushFolder, KeyCarrier, type KeyRing, type MasterKeys, RING_LOCK } from '../vault';
import { BackupError } from './backup-error';
import { type BackupHeader, type BackupLine, writeBackupFile } from './backup-file';
import { backupPaths, type Part, removeExpired } from './backup-folder';
import { KEY_SCHEMA, keyLines } from './key-rows';
import { linesOf, migrationsOf, prepareSession, tablesOf } from './stored-tables';

export interface BackupSource {
  readonly databaseUrl: Secret;
  readonly ring: KeyRing;
  readonly masterKeys: MasterKeys;
  readonly clock: Clock;
  /** Name and version of what runs. */
  readonly software: string;
  /** Tables of the schema `public` whose rows are not worth keeping. */
  readonly leftOut: readonly string[];
}

/** What a backup did. */
export interface MadeBackup {
  /** The files, by part. */
  readonly paths: Readonly<Record<Part, string>>;
  /** Names of files whose time was over. */
  readonly removed: readonly string[];
}

/**
 * Makes the two files of a backup, beside a working server: everything in them is as of one moment. They appear when both
 * are whole. Files in the folder whose time is over are removed first, whatever comes of the new ones.
 *
 * @param tell gets a line for every table.
 * @throws BackupError, for people; EpochKeyMissing, MasterKeyMissing or SealBroken when the keys do not belong together.
 */
export async function makeBackup(
  source: BackupSource,
  folder: string,
  tell: (line: string) => void,
): Promise<MadeBackup> {
  const madeAt = source.clock.now();
  const paths = backupPaths(folder, madeAt);
  const removed = removeExpired(folder, madeAt);
  const drafts = { keys: paths.draft('keys'), data: paths.draft('data') };
  try {
    await writeParts(source, madeAt, drafts, tell);
    for (const part of ['data', 'keys'] as const) renameSync(drafts[part], paths.path(part));
    flushFolder(dirname(drafts.data));
  } catch (error) {
    for (const draft of Object.values(drafts)) rmSync(draft, { force: true });
    throw error;
  }
  return { paths: { data: paths.path('data'), keys: paths.path('keys') }, removed };
}

async function writeParts(
  source: BackupSource,
  madeAt: Date,
  drafts: Readonly<Record<Part, string>>,
  tell: (line: string) => void,
): Promise<void> {
  const holder = await connect(source.databaseUrl);
  const reader = await connect(source.databaseUrl);
  try {
    // Held before the snapshot is taken: every epoch that the snapshot names stays in the ring while its keys are read.
    await holder.query('select pg_advisory_lock($1)', [RING_LOCK]);
    await prepareSession(reader);
    await reader.query('begin isolation level repeatable read read only');
    const migrations = await migrationsOf(reader);
    if (migrations.length === 0) {
      throw new BackupError('This database has no tables of SocioGenie: there is nothing to back up.');
    }
    const header = { madeAt, software: source.software, migrations };
    const carrier = KeyCarrier.make(source.masterKeys, madeAt);
    await writeBackupFile(
      drafts.keys,
      part(
        { ...header, part: 'keys', carrier: carrier.wrapped },
        keyLines(reader, source.ring, carrier),
        tell,
      ),
    );
    await holder.end();
    await writeBackupFile(
      drafts.data,
      part({ ...header, part: 'data' }, dataLines(reader, source.leftOut), tell),
    );
  } finally {
    await Promise.all([holder.end().catch(() => {}), reader.end().catch(() => {})]);
  }
}

async function* dataLines(reader: Client, leftOut: readonly string[]): AsyncGenerator<BackupLine> {
  for (const table of await tablesOf(reader, 'public')) {
    if (!leftOut.includes(table.name)) yield* linesOf(reader, table);
  }
}

async function* part(
  header: BackupHeader,
  lines: AsyncIterable<BackupLine>,
  tell: (line: string) => void,
): AsyncGenerator<BackupLine> {
  yield { kind: 'header', header };
  let table = '';
  for await (const line of lines) {
    if (line.kind === 'table') table = nameOf(line.table);
    if (line.kind === 'rows') tell(`${table}: ${line.rows} rows`);
    yield line;
  }
}

const nameOf = ({ schema, name }: { schema: string; name: string }): string =>
  schema === KEY_SCHEMA ? `${schema}.${name}` : name;

async function connect(url: Secret): Promise<Client> {
  const client = new Client({ connectionString: url.reveal(), application_name: 'sociogenie-backup' });
  client.on('error', () => {});
  await client.connect();
  return client;
}
