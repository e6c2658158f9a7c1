import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { Secret } from '../../../server/src/platform/secret';
import { createSpecDatabase, type SpecDatabase } from '../../stand/database';

const TEXT = 'select id, word from thing where id = $1';

describe('statements that are sent again', () => {
  let database: SpecDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createSpecDatabase();
    const url = new Secret(database.url);
    dataSource = await createDataSource({ url, entities: [], poolSize: 1 }).initialize();
    await dataSource.query('create table thing (id integer primary key, word text not null)');
    await dataSource.query("insert into thing values (1, 'one'), (2, 'two')");
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const prepared = async (): Promise<string[]> => {
    const rows = await dataSource.query<{ statement: string }[]>(
      'select statement from pg_prepared_statements',
    );
    return rows.map(({ statement }) => statement);
  };

  it('prepares at the second time, and answers for each value', async () => {
    const ask = (id: number): Promise<unknown> => dataSource.query(TEXT, [id]);
    expect(await ask(1)).toEqual([{ id: 1, word: 'one' }]);
    expect(await prepared()).not.toContain(TEXT);
    expect(await ask(2)).toEqual([{ id: 2, word: 'two' }]);
    expect(await prepared()).toContain(TEXT);
    for (let more = 0; more < 10; more += 1) expect(await ask(1)).toEqual([{ id: 1, word: 'one' }]);
    expect(await ask(3)).toEqual([]);
    expect((await prepared()).filter((text) => text === TEXT)).toHaveLength(1);
  });

  it('goes on after a statement that failed', async () => {
    const insert = 'insert into thing values ($1, $2)';
    await dataSource.query(insert, [3, 'three']);
    for (let again = 0; again < 3; again += 1) {
      await expect(dataSource.query(insert, [3, 'three'])).rejects.toMatchObject({
        driverError: { code: '23505' },
      });
    }
    await dataSource.query(insert, [4, 'four']);
    expect(await dataSource.query(TEXT, [4])).toEqual([{ id: 4, word: 'four' }]);
  });

  it('goes on when a column is added meanwhile', async () => {
    await dataSource.query('alter table thing add column more text');
    expect(await dataSource.query(TEXT, [1])).toEqual([{ id: 1, word: 'one' }]);
  });

  it('undoes all of a transaction when one of several statements sent together fails', async () => {
    const insert = 'insert into thing values ($1, $2)';
    const work = dataSource.transaction((tx) =>
      Promise.all([
        tx.query(insert, [5, 'five']),
        tx.query(insert, [1, 'again']),
        tx.query(insert, [6, 'six']),
      ]),
    );
    await expect(work).rejects.toMatchObject({ driverError: { code: '23505' } });
    expect(await dataSource.query(TEXT, [5])).toEqual([]);
    expect(await dataSource.query(TEXT, [6])).toEqual([]);
    await dataSource.transaction((tx) =>
      Promise.all([tx.query(insert, [5, 'five']), tx.query(insert, [6, 'six'])]),
    );
    expect(await dataSource.query(TEXT, [6])).toEqual([{ id: 6, word: 'six' }]);
  });

  it('keeps 250 statements a connection and sends the others as they are', async () => {
    for (let n = 0; n < 300; n += 1) {
      for (let again = 0; again < 2; again += 1) {
        expect(await dataSource.query(`select $1::int + ${n} as sum`, [1])).toEqual([{ sum: n + 1 }]);
      }
    }
    expect((await prepared()).length).toBeLessThanOrEqual(250);
    expect((await prepared()).length).toBeGreaterThan(200);
  });
});
