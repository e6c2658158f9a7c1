import { Client } from 'pg';
import type { DataSource, EntityTarget } from 'typeorm';
import type { Clock } from '../clock';
import { createDataSource } from '../database/data-source';
import { migrate } from '../database/migrate';
import { MIGRATIONS } from '../database/migrations';
import type { Secret } from '../secret';
import { Epochs, KeyCarrier, type KeyRing, type MasterKeys } from '../vault';
import { AsideDatabase, type Target } from './aside-database';
import { BackupError } from './backup-error';
import { type BackupHeader, type BackupLine, readBackupFile } from './backup-file';
import { checkPart } from './check-part';
import { DATA_KEY_TABLE, KEY_SCHEMA, unpacked } from './key-rows';
import { loadRows } from './load-rows';
import { linesOf, migrationsOf, prepareSession, tablesOf } from './stored-tables';

/** Where the keys of the restored database come from. */
export type KeysFrom =
  /** A file of a backup. */
  | { readonly kind: 'file'; readonly path: string }
  /** The key store of the database that is replaced: what was destroyed since stays destroyed. */
  | { readonly kind: 'living' }
  /** Nowhere: only these tables are of use without. */
  | { readonly kind: 'none'; readonly tables: readonly string[] };

export interface RestoreRequest {
  readonly databaseUrl: Secret;
  /** The data file. */
  readonly data: string;
  readonly keys: KeysFrom;
  /** Whether a database that has tables may be replaced. */
  readonly replace: boolean;
}

export interface RestoreDependencies {
  readonly ring: KeyRing;
  readonly masterKeys: MasterKeys;
  readonly clock: Clock;
  readonly entities: readonly EntityTarget<object>[];
  /** Makes the queue's own tables. */
  readonly migrateQueue: (url: Secret) => Promise<void>;
  /** Brings what depends on each other level again, when data and keys are not as of one moment. */
  readonly reconcile: (dataSource: DataSource) => Promise<void>;
  /** Gets a line for every table. */
  readonly tell: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** One of the two halves, and the migrations that its tables were made by. */
interface Half {
  readonly migrations: readonly string[];
  load(client: Client, dataSource: DataSource): Promise<void>;
}

/**
 * Builds a database from a backup beside the present one, with the tables of the backup's version first, brings it up to
 * date, and puts it in the place of the present one. Before that last step nothing is changed; a failure leaves everything
 * as it was. Answers the header of the data.
 *
 * @throws BackupError, for people, with every refusal; MasterKeyMissing or SealBroken when the keys cannot be opened.
 */
export async function restoreBackup(
  request: RestoreRequest,
  deps: RestoreDependencies,
): Promise<BackupHeader> {
  const { databaseUrl, keys } = request;
  const now = deps.clock.now();
  const data = await checkPart(request.data, 'data', now);
  const keysHeader = keys.kind === 'file' ? await checkPart(keys.path, 'keys', now) : null;
  if (keysHeader !== null && keysHeader.madeAt < data.madeAt) {
    throw new BackupError(
      'The keys file is older than the data file: what was made in between could not be read. Take the keys of the same ' +
        'backup, or later ones.',
    );
  }
  const aside = await AsideDatabase.beside(databaseUrl);
  const made: string[] = [];
  try {
    const target = await aside.target(databaseUrl);
    if (target.hasTables && !request.replace) {
      throw new BackupError(
        'The database is not empty. With --replace it is replaced by the backup, and what was written since the backup is ' +
          'lost. Nothing was changed.',
      );
    }
    const halves = [dataHalf(request, data, deps), await keysHalf(request, keysHeader, target, deps, made)];
    try {
      await aside.create();
      await build(aside.url, halves, deps);
      if (deps.signal?.aborted === true)
        throw new BackupError('The restore was stopped. Nothing was changed.');
      await aside.takePlace();
    } catch (error) {
      await aside.drop().catch(() => {});
      for (const epochId of made) await deps.ring.destroy(epochId);
      throw error;
    }
    return data;
  } finally {
    await aside.close();
  }
}

function dataHalf({ data, keys }: RestoreRequest, header: BackupHeader, deps: RestoreDependencies): Half {
  const { tell, signal } = deps;
  const wanted =
    keys.kind === 'none' ? ({ name }: { name: string }) => keys.tables.includes(name) : () => true;
  return {
    migrations: header.migrations,
    load: (client) =>
      loadRows(client, readBackupFile(data), { wanted, tell, ...(signal === undefined ? {} : { signal }) }),
  };
}

async function keysHalf(
  { databaseUrl, keys }: RestoreRequest,
  header: BackupHeader | null,
  target: Target,
  deps: RestoreDependencies,
  made: string[],
): Promise<Half> {
  if (keys.kind === 'none') return { migrations: [], load: async () => {} };
  if (keys.kind === 'living') return livingKeys(databaseUrl, target, deps);
  if (header?.carrier === undefined) throw new BackupError(`${keys.path} holds no keys.`);
  const carrier = KeyCarrier.open(deps.masterKeys, header.madeAt, header.carrier);
  return {
    migrations: header.migrations,
    load: async (client, dataSource) => {
      // No epoch comes back, neither one that was destroyed since nor one that was not: the keys live on under today's.
      const epochId = await new Epochs(deps.ring, deps.clock).current(dataSource.manager);
      made.push(epochId);
      await loadRows(client, readBackupFile(keys.path), {
        tell: deps.tell,
        mapRow: (table, row) =>
          table.name === DATA_KEY_TABLE ? unpacked(row, deps.ring, carrier, epochId) : row,
      });
    },
  };
}

/** @throws BackupError when the present database has no key store. */
async function livingKeys(databaseUrl: Secret, target: Target, deps: RestoreDependencies): Promise<Half> {
  const keyMigrations = (): Promise<string[]> =>
    withClient(databaseUrl, async (client) => {
      const { rows } = await client.query<{ there: boolean }>(
        "select to_regclass('keystore.service_key') is not null as there",
      );
      return rows[0]?.there === true ? migrationsOf(client) : [];
    });
  const migrations = target.hasTables ? await keyMigrations() : [];
  if (migrations.length === 0) {
    throw new BackupError(
      'There is no key store here: without keys nothing of an account can be read, and nobody can be found. Give the keys ' +
        'of a backup with --keys. If they are lost, --without-keys restores what stands without them. Nothing was changed.',
    );
  }
  return {
    migrations,
    load: (client) =>
      withClient(databaseUrl, async (present) => {
        await present.query('begin isolation level repeatable read read only');
        await loadRows(client, presentKeys(present), { tell: deps.tell });
      }),
  };
}

async function* presentKeys(present: Client): AsyncGenerator<BackupLine> {
  for (const table of await tablesOf(present, KEY_SCHEMA)) yield* linesOf(present, table);
}

async function build(url: Secret, halves: readonly Half[], deps: RestoreDependencies): Promise<void> {
  const [first, second] = [...halves].sort((a, b) => a.migrations.length - b.migrations.length);
  if (first === undefined || second === undefined) throw new Error('a half is missing');
  if (first.migrations.some((name) => !second.migrations.includes(name))) {
    throw new BackupError('Data and keys were made by versions of which neither follows the other.');
  }
  for (const half of [first, second]) {
    await withTables(url, half.migrations, deps, (dataSource) =>
      withClient(url, (client) => half.load(client, dataSource)),
    );
  }
  await withTables(
    url,
    MIGRATIONS.map(({ name }) => name),
    deps,
    deps.reconcile,
  );
}

/** Brings the tables to the version of these migrations, then works on them. */
async function withTables(
  url: Secret,
  names: readonly string[],
  deps: RestoreDependencies,
  work: (dataSource: DataSource) => Promise<void>,
): Promise<void> {
  const unknown = names.filter((name) => !MIGRATIONS.some((known) => known.name === name));
  if (unknown.length > 0) throw new BackupError(`Migrations are not known here: ${unknown.join(', ')}.`);
  const migrations = MIGRATIONS.filter(({ name }) => names.includes(name));
  const dataSource = createDataSource({ url, entities: deps.entities, poolSize: 3, migrations });
  await dataSource.initialize();
  try {
    await migrate(dataSource, () => deps.migrateQueue(url));
    await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function withClient<T>(url: Secret, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url.reveal(), application_name: 'sociogenie-restore' });
  client.on('error', () => {});
  await client.connect();
  try {
    await prepareSession(client);
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
