import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { Secret } from '../../../server/src/platform/secret';
import { createSpecDatabase, type SpecDatabase } from '../../stand/database';
import { snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let database: SpecDatabase;
let dataDir: string;
let stand: Stand;
let running = false;
const start = async () => {
  stand = await Stand.open({ on: { dataDir, databaseUrl: database.url } });
  running = true;
};
const stop = async () => {
  running = false;
  await stand.close();
};

beforeEach(async () => {
  database = await createSpecDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-key-store-'));
  await start();
});
afterEach(async () => {
  if (running) await stop();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function inDatabase<T>(
  work: (dataSource: ReturnType<typeof createDataSource>) => Promise<T>,
): Promise<T> {
  const dataSource = createDataSource({ url: new Secret(database.url), entities: [], poolSize: 1 });
  await dataSource.initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

it.each([
  ['without the schema of its keys', 'drop schema keystore cascade'],
  ['with an empty one', 'truncate keystore.service_key, keystore.data_key, keystore.epoch cascade'],
])('a database that was restored %s is not served, and gets no new keys', async (_how, loss) => {
  await stand.givenAccount('ana@example.com');
  await stop();
  await inDatabase((dataSource) => dataSource.query(loss));
  const before = await inDatabase(snapshot);

  await expect(start()).rejects.toThrow(/no key by which they are found[\s\S]*Restore the schema keystore/);
  expect(await inDatabase(snapshot)).toEqual(before);
});

it('one that holds nobody gets its keys', async () => {
  await stop();
  await inDatabase((dataSource) => dataSource.query('truncate keystore.service_key, signing_key'));
  await start();
  await stand.givenAccount('ana@example.com');
});
