import { Readable } from 'node:stream';
import type { DataSource, EntityManager } from 'typeorm';
import { ZipFile } from 'yazl';
import type { Clock } from '../../platform/clock';
import type { DataMap } from '../../platform/database/data-map/data-map';
import { newId } from '../../platform/ids';
import { enqueue } from '../../platform/jobs/enqueue';
import type { Log } from '../../platform/log';
import type { DataKey, Vault } from '../../platform/vault';
import { AccountRow, accountKey } from '../account';
import { InstagramConnectionRow, profileKey } from '../connection';
import { exportKey } from './data-export';
import { DataExportRow } from './data-export.entity';
import { DataExportPieceRow } from './data-export-piece.entity';
import { END_EXPORT_TASK, endExport } from './end-exports';
import type { PlannedTable } from './export-plan';
import { FILE_HOURS } from './held';
import { readMe } from './read-me';
import { readTable } from './read-table';
import { piecePlace, toPieces } from './sealed-file';
import { type ExportFile, filesOf } from './write-files';

export const BUILD_EXPORT_TASK = 'build-export';

/** Runs that may fail, or be killed, before the export is given up. */
const MOST_ATTEMPTS = 5;

export interface BuildExportDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly map: DataMap;
  readonly plan: readonly PlannedTable[];
  readonly operatorName: string;
  readonly contactEmail: string;
}

/** One run: it may write as long as its id stands in the export's row. */
interface Build {
  readonly exportId: string;
  readonly accountId: string;
  readonly buildId: string;
  readonly attempt: number;
  readonly key: DataKey;
}

/** The export was ended, or a newer run took over: there is nothing to write any more. */
class NotOurs extends Error {
  constructor() {
    super('another run writes this export, or nobody does');
    this.name = 'NotOurs';
  }
}

/**
 * Makes the file of an export. Everything is read in one snapshot, zipped as it is read, and stored piece by piece, each
 * sealed before it leaves the memory: nothing is ever written in clear. A run that is killed is begun anew, with a new
 * key; of two that run at once only the newer can write. An export that was ended meanwhile stays ended.
 */
export async function buildExport(deps: BuildExportDependencies, exportId: string): Promise<void> {
  const build = await begin(deps, exportId);
  if (build === null) return;
  try {
    await writeAndFinish(deps, build);
  } catch (error) {
    if (error instanceof NotOurs || !(await isOurs(deps.dataSource.manager, build))) return;
    if (build.attempt < MOST_ATTEMPTS) throw error;
    deps.log.error('export.failed', { exportId }, error);
    await end(deps, exportId);
  }
}

async function begin(deps: BuildExportDependencies, exportId: string): Promise<Build | null> {
  const { dataSource, vault } = deps;
  const begun = await dataSource.transaction(async (tx) => {
    const row = await tx
      .createQueryBuilder(DataExportRow, 'export')
      .setLock('pessimistic_write')
      .where('export.id = :exportId and export.endedAt is null and export.readyAt is null', { exportId })
      .getOne();
    if (row === null) return null;
    const attempt = row.attempts + 1;
    if (attempt > MOST_ATTEMPTS) return 'given-up';
    const buildId = newId();
    await tx.update(DataExportRow, { id: exportId }, { buildId, attempts: attempt, percent: 0 });
    await tx.delete(DataExportPieceRow, { exportId });
    await vault.destroyKeys(tx, exportId, ['export']);
    const key = await vault.createKey(tx, exportKey(exportId));
    return { exportId, accountId: row.accountId, buildId, attempt, key };
  });
  if (begun !== 'given-up') return begun;
  deps.log.error('export.failed', { exportId });
  await end(deps, exportId);
  return null;
}

const end = ({ dataSource, vault, clock }: BuildExportDependencies, exportId: string) =>
  dataSource.transaction((tx) => endExport(tx, vault, exportId, 'failed', clock.now()));

async function isOurs(tx: EntityManager, { exportId, buildId }: Build): Promise<boolean> {
  return tx.existsBy(DataExportRow, { id: exportId, buildId });
}

async function writeAndFinish(deps: BuildExportDependencies, build: Build): Promise<void> {
  await deps.dataSource.transaction('REPEATABLE READ', async (snapshot) => {
    await snapshot.query('set transaction read only');
    const { accountId } = build;
    const connections = await snapshot.find(InstagramConnectionRow, {
      select: { id: true, cutAt: true },
      where: { accountId },
    });
    const files = await filesIn(deps, build, snapshot);
    let sizeBytes = 0;
    let pieceCount = 0;
    for await (const { bytes, last } of toPieces(zipped(deps, build, files))) {
      const place = piecePlace(build.exportId, pieceCount, last);
      const bytesSealed = build.key.sealBytes(place, bytes);
      await storePiece(deps, build, { exportId: build.exportId, position: pieceCount, bytesSealed });
      sizeBytes += bytes.length;
      pieceCount += 1;
    }
    const connectionIds = connections.filter(({ cutAt }) => cutAt === null).map(({ id }) => id);
    await finish(deps, build, { sizeBytes: String(sizeBytes), pieceCount, connectionIds });
  });
}

/** The files of the zip, each read when its turn comes. */
async function filesIn(
  { dataSource, vault, map, plan, clock, operatorName, contactEmail }: BuildExportDependencies,
  { accountId }: Build,
  tx: EntityManager,
): Promise<readonly ExportFile[]> {
  const { timeZone } = await tx.findOneByOrFail(AccountRow, { id: accountId });
  const keys = new Map<string, DataKey>();
  // Keys are read outside the snapshot: one that was destroyed since opens nothing any more.
  const keyOf = async (kind: 'account' | 'profile', subjectId: string): Promise<DataKey> => {
    const known = keys.get(subjectId);
    if (known !== undefined) return known;
    const owner = kind === 'account' ? accountKey(subjectId) : profileKey(subjectId);
    const key = await vault.openKey(dataSource.manager, owner);
    keys.set(subjectId, key);
    return key;
  };
  const reading = { dataSource, tx, map, accountId, keyOf };
  const facts = { madeAt: clock.now(), timeZone, operatorName, contactEmail, plan };
  return [
    { name: 'README.txt', text: () => [readMe(facts)] },
    ...plan
      .filter(({ columns }) => columns.length > 0)
      .flatMap((planned) => filesOf(planned, () => readTable(reading, planned))),
  ];
}

/** The bytes of the zip, file after file; how far it is stands in the export's row after each. */
function zipped(
  deps: BuildExportDependencies,
  build: Build,
  files: readonly ExportFile[],
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream;
  const fail = (error: Error): void => {
    if (output instanceof Readable) output.destroy(error);
  };
  zip.on('error', fail);
  const mtime = deps.clock.now();
  files.forEach((file, index) => {
    const percent = Math.floor((100 * index) / files.length);
    async function* told(): AsyncGenerator<string> {
      await tellProgress(deps, build, percent);
      yield* file.text();
    }
    zip.addReadStreamLazy(file.name, { mtime }, (begin) => {
      // The library leaves the errors of what it is given to the giver.
      begin(null, Readable.from(told()).once('error', fail));
    });
  });
  zip.end();
  return bytesOf(output);
}

async function* bytesOf(stream: AsyncIterable<string | Buffer>): AsyncGenerator<Buffer> {
  for await (const part of stream) yield typeof part === 'string' ? Buffer.from(part) : part;
}

async function tellProgress({ dataSource }: BuildExportDependencies, build: Build, percent: number) {
  const { exportId, buildId } = build;
  const { affected } = await dataSource.manager.update(DataExportRow, { id: exportId, buildId }, { percent });
  if (affected !== 1) throw new NotOurs();
}

/** Stores a piece, if this run may still write: an end waits for it, or it for the end. */
async function storePiece(
  { dataSource }: BuildExportDependencies,
  { exportId, buildId }: Build,
  piece: DataExportPieceRow,
): Promise<void> {
  await dataSource.transaction(async (tx) => {
    const [ours]: unknown[] = await tx.query(
      'select 1 from data_export where id = $1 and build_id = $2 for update',
      [exportId, buildId],
    );
    if (ours === undefined) throw new NotOurs();
    await tx.insert(DataExportPieceRow, piece);
  });
}

async function finish(
  { dataSource, clock, log }: BuildExportDependencies,
  { exportId, buildId }: Build,
  file: Pick<DataExportRow, 'sizeBytes' | 'pieceCount' | 'connectionIds'>,
): Promise<void> {
  const readyAt = clock.now();
  const expiresAt = new Date(readyAt.getTime() + FILE_HOURS * 3_600_000);
  await dataSource.transaction(async (tx) => {
    const done = { ...file, readyAt, expiresAt, percent: 100, buildId: null };
    const { affected } = await tx.update(DataExportRow, { id: exportId, buildId }, done);
    if (affected !== 1) throw new NotOurs();
    await enqueue(tx, {
      task: END_EXPORT_TASK,
      payload: { exportId },
      key: `${END_EXPORT_TASK}:${exportId}`,
      runAt: expiresAt,
    });
  });
  log.info('export.built', { exportId, pieces: file.pieceCount });
}
