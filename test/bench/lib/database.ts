import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOAD_CORE, pin } from './pinning.ts';
import { familySeconds } from './processor-time.ts';
import { embedded, logs } from './server-code.ts';

/** A PostgreSQL of a bench's own. */
export interface BenchDatabase {
  readonly url: string;
  /** The folder that goes when the bench ends: the data, and whatever else the bench puts there. */
  readonly folder: string;
  /** Seconds of processor time of all of PostgreSQL's processes so far. */
  cpuSeconds(): number;
  close(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL with the settings that people run it with: a commit waits for the disk. Only the room
 * for write-ahead log is larger, so that no checkpoint falls into a run by chance.
 */
export async function openDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'sociogenie-bench-'));
  const postgres = await embedded.startEmbeddedPostgres({
    dataDir: folder,
    log: logs.silentLog,
    settings: { max_wal_size: '2GB', checkpoint_timeout: '1h', autovacuum: 'off', max_connections: 120 },
  });
  pin(postgres.pid, LOAD_CORE);
  // Also when the bench fails or is broken off: PostgreSQL ends with the process that started it.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return {
    url: postgres.url,
    folder,
    cpuSeconds: () => familySeconds(postgres.pid),
    async close() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
