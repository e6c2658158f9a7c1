import { DATA_MAP, policyHash } from '../../server/src/data-map';
import { ENTITIES } from '../../server/src/entities';
import type { DataMap, MapColumn } from '../../server/src/platform/database/data-map/data-map';
import { gaps } from '../../server/src/platform/database/data-map/gaps';
import { dataMapJson, dataMapMarkdown } from '../../server/src/platform/database/data-map/print-data-map';
import { undeclared } from '../../server/src/platform/database/data-map/undeclared';
import { declaredColumns } from '../../server/src/platform/database/personal';
import { expectNone } from './helpers/expect-none';
import { filesUnder, isSource, readFile } from './helpers/files';
import { findLines } from './helpers/find-lines';

it('classifies every column, and leads from every table to its person', () => {
  expect(DATA_MAP.tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['account', 'instagram_connection', 'keystore.data_key', 'rate_limit']),
  );
  expectNone([...undeclared(ENTITIES), ...gaps(DATA_MAP)]);
});

it('declares no column past the data map', () => {
  const sources = filesUnder(
    'server/src',
    (path) => isSource(path) && !path.startsWith('server/src/platform/database/personal'),
  );
  expectNone(
    findLines(sources, /@(Primary|PrimaryGenerated|CreateDate|UpdateDate|Version)?Column\(/).map(
      (found) =>
        `${found} declares a column without its place in the data map: use @Clear, @Sealed or @BlindIndex.`,
    ),
  );
});

it('gives a clear column a reason that fits its type', () => {
  const types: Readonly<Record<string, RegExp>> = {
    'random-id': /^uuid$/,
    time: /^(timestamptz|date|bigint)$/,
    number: /^(integer|bigint)$/,
  };
  expectNone(
    declaredColumns().flatMap(({ entity, property, reason, options }) => {
      const fits = reason === null ? undefined : types[reason];
      const type = String(options.type);
      return fits === undefined
        ? []
        : fits.test(type)
          ? []
          : [`${String(entity)}.${property} is ${type}, and is no ${reason}.`];
    }),
  );
});

it('is written down as it is', () => {
  const written = [readFile('server/docs/data-map.json'), readFile('server/docs/data-map.md')];
  const fresh = [dataMapJson(DATA_MAP), dataMapMarkdown(DATA_MAP)];
  expectNone(
    ['data-map.json', 'data-map.md']
      .filter((_, index) => written[index] !== fresh[index])
      .map((name) => `server/docs/${name} is not what the columns say: run pnpm datamap.`),
  );
});

it('has a line for its newest change', () => {
  const lines = [
    ...readFile('server/docs/data-map-changes.md').matchAll(/^\| (\d+) +\| ([0-9a-f]{16}) +\| (.+) \|$/gm),
  ];
  expect(lines.map(([, version]) => Number(version))).toEqual(lines.map((_, index) => index + 1));
  const hash = policyHash().slice(0, 16);
  expectNone(
    lines.at(-1)?.[2] === hash
      ? []
      : [
          `The data map changed: add "| ${lines.length + 1} | ${hash} | what changed |" to server/docs/data-map-changes.md.`,
        ],
  );
});

it('lists the keys of every job’s payload', () => {
  const schemas = [...readFile('server/src/edge/jobs/handlers.ts').matchAll(/z\.object\(\{([^}]*)\}\)/g)];
  const read = schemas.flatMap(([, keys = '']) => [...keys.matchAll(/(\w+):/g)].map(([, key = '']) => key));
  expect(read.length).toBeGreaterThan(2);
  const queue = DATA_MAP.foreignTables.find(({ name }) => name === 'graphile_worker._private_jobs');
  const listed = queue?.jsonKeys?.payload ?? [];
  expectNone(
    [...new Set(read)]
      .filter((key) => !listed.includes(key))
      .map((key) => `a job's payload has the key ${key}: list it in platform/jobs/queue-tables.ts.`),
  );
});

describe('the rules can fail', () => {
  const [table] = DATA_MAP.tables.filter(({ name }) => name === 'session');
  if (table === undefined) throw new Error('there is no table of sessions');
  const change = (planted: Partial<typeof table>): DataMap => ({
    ...DATA_MAP,
    tables: DATA_MAP.tables.map((one) => (one === table ? { ...table, ...planted } : one)),
  });
  const withColumn = (planted: Partial<MapColumn>): DataMap => {
    const [first, ...rest] = table.columns;
    if (first === undefined) throw new Error('a session has no column');
    return change({ columns: [...rest, first, { ...first, name: 'planted', ...planted }] });
  };
  const [sessions] = DATA_MAP.holdings.filter(({ name }) => name === 'session');

  it.each<[string, DataMap, RegExp]>([
    ['a table without a path', change({ paths: [] }), /session has no path to its person/],
    [
      'a path by a column that is gone',
      change({ paths: [{ column: 'x', to: 'account.id' }] }),
      /no such column/,
    ],
    [
      'a path to nowhere',
      change({ paths: [{ column: 'account_id', to: 'migration.id' }] }),
      /not on to an account/,
    ],
    [
      'a path in a circle',
      change({ paths: [{ column: 'account_id', to: 'session.account_id' }] }),
      /not on to/,
    ],
    [
      'JSON without keys',
      withColumn({ type: 'jsonb' }),
      /session.planted is JSON without a list of its keys/,
    ],
    ['a column that counts as nothing', withColumn({ holding: null }), /counts as nothing/],
    [
      'a holding that nobody lists',
      withColumn({ holding: 'shoe-size' }),
      /shoe-size is held and not on the list/,
    ],
    [
      'a holding of nothing',
      { ...DATA_MAP, holdings: [...DATA_MAP.holdings, { ...sessions, name: 'x' } as never] },
      /nothing is held as that/,
    ],
    [
      'what stays without an end',
      withColumn({ onErase: 'kept: just so', retention: 'account' }),
      /without an end/,
    ],
    [
      'a personal column of nobody',
      {
        ...change({ noPerson: 'none', paths: [] }),
        tables: [
          {
            ...table,
            noPerson: 'none',
            columns: table.columns.map((one) => ({ ...one, form: 'sealed' as const })),
          },
        ],
      },
      /personal on a table/,
    ],
    [
      'a limit by a column that is gone',
      {
        ...DATA_MAP,
        retention: [
          {
            name: 'planted',
            until: '',
            limits: [{ table: 'session', column: 'x', days: 1, forgets: 'row' }],
          },
        ],
      },
      /planted ends by session.x/,
    ],
  ])('%s is found', (_what, map, sentence) => {
    expect(gaps(map).join('\n')).toMatch(sentence);
  });

  it('a column and a table that nobody declared are found', () => {
    class Planted {}
    expect(undeclared([Planted])).toEqual([expect.stringContaining('says nothing about its person')]);
    const { getMetadataArgsStorage } = require(
      require.resolve('typeorm', { paths: [`${__dirname}/../../server`] }),
    );
    const storage = getMetadataArgsStorage();
    storage.columns.push({
      target: Planted,
      propertyName: 'shoeSize',
      mode: 'regular',
      options: { type: 'text' },
    });
    expect(undeclared([Planted])[1]).toMatch(/\.shoe_size is not classified/);
    storage.columns.pop();
  });
});
