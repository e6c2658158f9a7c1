import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { ENTITIES } from '../../../server/src/entities';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { FirstTables1795400000000 } from '../../../server/src/platform/database/migrations/1795400000000-first-tables';
import { Epochs1795510000000 } from '../../../server/src/platform/database/migrations/1795510000000-epochs';
import { Secret } from '../../../server/src/platform/secret';

const server = process.env.TEST_DATABASE_URL ?? '';
const name = `epochs_migration_${randomBytes(6).toString('hex')}`;
const url = new URL(server);
url.pathname = `/${name}`;

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

beforeAll(() => onServer(`create database ${name}`));
afterAll(() => onServer(`drop database ${name} with (force)`));

it('closes the epochs of keys that were there before, two of one day included, so that they end in their turn', async () => {
  const dataSource = createDataSource({ url: new Secret(url.href), entities: ENTITIES, poolSize: 1 });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  await new FirstTables1795400000000().up(runner);
  const keys: [string, string][] = [
    ['e20261101-0a1b2c3d', '2026-11-01T10:00:00.000Z'],
    ['e20261101-0a1b2c3d', '2026-11-20T10:00:00.000Z'],
    ['e20261101-ffffffff', '2026-11-01T10:00:01.000Z'],
  ];
  for (const [epoch, at] of keys) {
    await runner.query(`insert into keystore.data_key values ($1, 'profile', $2, 0, $3, 'v1', $4)`, [
      randomUUID(),
      randomUUID(),
      epoch,
      at,
    ]);
  }
  await new Epochs1795510000000().up(runner);
  expect(
    await runner.query(
      'select id, day::text, created_at as made, retired_at as closed, destroyed_at from keystore.epoch order by id',
    ),
  ).toEqual(
    [
      ...[
        {
          id: 'e20261101-0a1b2c3d',
          made: new Date('2026-11-01T10:00:00.000Z'),
          closed: new Date('2026-11-20T10:00:00.000Z'),
        },
      ],
      ...[
        {
          id: 'e20261101-ffffffff',
          made: new Date('2026-11-01T10:00:01.000Z'),
          closed: new Date('2026-11-01T10:00:01.000Z'),
        },
      ],
    ].map((row) => ({ ...row, day: '2026-11-01', destroyed_at: null })),
  );
  expect(await runner.query('select count(*)::int as keys from keystore.data_key')).toEqual([{ keys: 3 }]);
  await runner.release();
  await dataSource.destroy();
});
