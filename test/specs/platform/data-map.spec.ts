import { DATA_MAP } from '../../../server/src/data-map';
import { ENTITIES } from '../../../server/src/entities';
import { differences, storedColumns } from '../../../server/src/platform/database/data-map/stored-columns';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { Secret } from '../../../server/src/platform/secret';
import { createSpecDatabase, type SpecDatabase } from '../../stand/database';

let database: SpecDatabase;
let dataSource: ReturnType<typeof createDataSource>;

beforeAll(async () => {
  database = await createSpecDatabase();
  dataSource = createDataSource({ url: new Secret(database.url), entities: ENTITIES, poolSize: 2 });
  await dataSource.initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const found = async () => differences(DATA_MAP, await storedColumns(dataSource));

it('names every column of every table in the database, libraries’ tables included, and no other', async () => {
  expect((await storedColumns(dataSource)).length).toBeGreaterThan(100);
  expect(await found()).toEqual([]);
});

it.each([
  [
    'a column',
    'alter table session add column shoe_size text',
    /session.shoe_size is in the database and not/,
  ],
  ['a table', 'create table shoe (size integer)', /shoe.size is in the database and not in the map/],
  ['a column of a library', 'alter table migration add column who text', /migration.who is in the database/],
  [
    'another type',
    'alter table session alter column created_at type timestamp',
    /session.created_at is timestamp/,
  ],
  [
    'a column that is gone',
    'alter table analytics_day drop column reach',
    /analytics_day.reach is in the map/,
  ],
])('finds %s that the map does not know', async (_what, statement, sentence) => {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query(statement);
  const stored = await storedColumns({ query: runner.query.bind(runner) } as never);
  await runner.rollbackTransaction();
  await runner.release();
  expect(differences(DATA_MAP, stored)).toEqual([expect.stringMatching(sentence)]);
});

it('finds JSON of a library whose keys nobody listed', async () => {
  const map = {
    ...DATA_MAP,
    foreignTables: DATA_MAP.foreignTables.map((table) => ({ ...table, jsonKeys: {} })),
  };
  expect(differences(map, await storedColumns(dataSource))).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/_private_jobs.payload is JSON without a list of its keys/),
    ]),
  );
});
