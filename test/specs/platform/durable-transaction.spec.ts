import { ENTITIES } from '../../../server/src/entities';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { durableTransaction } from '../../../server/src/platform/database/durable-transaction';
import { Secret } from '../../../server/src/platform/secret';
import { createSpecDatabase, type SpecDatabase } from '../../stand/database';

let database: SpecDatabase;
let dataSource: ReturnType<typeof createDataSource>;
beforeAll(async () => {
  database = await createSpecDatabase();
  dataSource = createDataSource({ url: new Secret(database.url), entities: ENTITIES });
  await dataSource.initialize();
  await dataSource.query('create table pair (id int primary key, hits int not null)');
  await dataSource.query('insert into pair values (1, 0), (2, 0)');
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('is run again when PostgreSQL picks it to break a deadlock', async () => {
  let runs = 0;
  const meet = Promise.withResolvers<void>();
  let arrived = 0;
  const touch = (first: number, second: number) =>
    durableTransaction(dataSource, async (tx) => {
      runs += 1;
      await tx.query('update pair set hits = hits + 1 where id = $1', [first]);
      arrived += 1;
      if (arrived === 2) meet.resolve();
      await meet.promise;
      await tx.query('update pair set hits = hits + 1 where id = $1', [second]);
    });
  await Promise.all([touch(1, 2), touch(2, 1)]);
  expect(runs).toBeGreaterThanOrEqual(3);
  expect(await dataSource.query('select hits from pair order by id')).toEqual([{ hits: 2 }, { hits: 2 }]);
});

it('is not run again for any other reason', async () => {
  let runs = 0;
  const work = durableTransaction(dataSource, async (tx) => {
    runs += 1;
    await tx.query('insert into pair values (1, 0)');
  });
  await expect(work).rejects.toThrow();
  expect(runs).toBe(1);
});
