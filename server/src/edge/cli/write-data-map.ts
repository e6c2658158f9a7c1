import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DATA_MAP, policyHash } from '../../data-map';
import { ENTITIES } from '../../entities';
import { gaps } from '../../platform/database/data-map/gaps';
import { dataMapJson, dataMapMarkdown } from '../../platform/database/data-map/print-data-map';
import { differences, storedColumns } from '../../platform/database/data-map/stored-columns';
import { undeclared } from '../../platform/database/data-map/undeclared';
import { createDataSource } from '../../platform/database/data-source';
import { startEmbeddedPostgres, THROW_AWAY_SETTINGS } from '../../platform/database/embedded';
import { migrate } from '../../platform/database/migrate';
import { migrateQueue } from '../../platform/jobs/runner';
import { silentLog } from '../../platform/log';
import { Secret } from '../../platform/secret';

const DOCS = resolve(__dirname, '..', '..', '..', 'docs');

/**
 * Writes `server/docs/data-map.md` and `.json` from what is declared, after comparing it with the tables of a fresh
 * database. What is not classified, or differs, is told in sentences, and nothing is written.
 */
async function main(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-datamap-'));
  try {
    const found = [...undeclared(ENTITIES), ...gaps(DATA_MAP), ...(await compareWithFreshDatabase(dataDir))];
    if (found.length > 0) {
      process.stderr.write(`${found.join('\n')}\n`);
      return 1;
    }
    writeFileSync(join(DOCS, 'data-map.json'), dataMapJson(DATA_MAP));
    writeFileSync(join(DOCS, 'data-map.md'), dataMapMarkdown(DATA_MAP));
    process.stdout.write(`The data map is written; its hash is ${policyHash()}.\n`);
    return 0;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function compareWithFreshDatabase(dataDir: string): Promise<string[]> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog, settings: THROW_AWAY_SETTINGS });
  const url = new Secret(postgres.url);
  const dataSource = createDataSource({ url, entities: ENTITIES, poolSize: 2 });
  try {
    await dataSource.initialize();
    await migrate(dataSource, () => migrateQueue(url));
    return differences(DATA_MAP, await storedColumns(dataSource));
  } finally {
    await dataSource.destroy();
    await postgres.stop();
  }
}

void main().then((code) => {
  process.exitCode = code;
});
