import { createSchema } from '../../../server/src/edge/graphql/schema';
import { ENTITIES } from '../../../server/src/entities';
import type { Claim } from '../../../server/src/features/deletion';
import { expectNone } from '../helpers/expect-none';
import { readFile } from '../helpers/files';
import { CLEAR_COLUMNS, KEPT_TABLES } from './allowed';
import { exportedErasers, isClaimed, isClaimedWhole } from './erasers';
import { graphqlClasses } from './graphql-classes';
import { type Column, type Table, tables } from './tables';

const erasers = exportedErasers();
const claims = erasers.flatMap(({ eraser }) => eraser.claims);
let all: readonly Table[];

beforeAll(async () => {
  all = await tables();
});

it('sees the tables, the personal columns and the erasers', () => {
  expect(all.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['instagram_connection', 'analytics_day', 'keystore.data_key']),
  );
  expect(columnsOf(all).filter(({ column }) => column.personal !== null).length).toBeGreaterThan(10);
  expect(erasers.map(({ feature }) => feature)).toEqual(expect.arrayContaining(['analytics', 'connection']));
});

it('hands every eraser over', () => {
  const app = readFile('server/src/app.ts');
  const list = /const erasers = \[([^\]]*)\]/.exec(app)?.[1] ?? '';
  expectNone(
    erasers
      .filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(list))
      .map(
        ({ name, feature }) =>
          `${feature} exports ${name}, and nobody runs it: add it to the erasers in app.ts.`,
      ),
  );
});

it('erases every sealed and every findable column that came from Instagram', () => {
  expectNone(unclaimedPersonal(all, claims));
});

it('erases every row and column that names a connection', () => {
  expectNone(unclaimedReferences(all, claims));
});

it('keeps no clear text on a table with Instagram data', () => {
  expectNone(clearText(all, claims));
});

it('claims only what is there', () => {
  const unknown = claims.flatMap(({ table, columns }) => {
    const found = all.find(({ name }) => name === table);
    if (found === undefined) return [`an eraser claims ${table}, and there is no such table: mend its name.`];
    const names = found.columns.map(({ name }) => name);
    return (columns === '*' ? [] : columns)
      .filter((column) => !names.includes(column))
      .map((column) => `an eraser claims ${table}.${column}, and there is no such column: mend its name.`);
  });
  const stale = [...Object.keys(KEPT_TABLES), ...Object.keys(CLEAR_COLUMNS)].filter(
    (place) => !all.some(({ name }) => name === place) && !columnsOf(all).some(({ at }) => at === place),
  );
  expectNone([...unknown, ...stale.map((place) => `${place} is gone: take it off the list in allowed.ts.`)]);
});

it('keeps tables and GraphQL types apart', () => {
  createSchema();
  const exposed = graphqlClasses();
  expect(exposed.size).toBeGreaterThan(20);
  expectNone(
    ENTITIES.filter((entity) => exposed.has(entity)).map(
      ({ name }) =>
        `${name} is a table and a GraphQL type: write a type under edge/graphql and copy what it shows.`,
    ),
  );
});

describe('the rules can fail', () => {
  const sealed = { form: 'sealed', key: 'profile', purpose: '', entity: Object, property: '' } as const;
  const planted = (column: Partial<Column>): Table[] => [
    { name: 'planted', columns: [{ name: 'caption', type: 'text', personal: null, ...column }] },
  ];
  const claimed: Claim[] = [{ table: 'planted', columns: '*' }];

  it.each([
    ['a sealed column that nobody claims', () => unclaimedPersonal(planted({ personal: sealed }), [])],
    ['a reference that nobody claims', () => unclaimedReferences(planted({ name: 'connection_id' }), [])],
    ['a reference by another name', () => unclaimedReferences(planted({ name: 'chosen_connection_id' }), [])],
    ['clear text', () => clearText(planted({}), claimed)],
    ['clear JSON', () => clearText(planted({ type: 'jsonb' }), claimed)],
    ['bytes that are no blind index', () => clearText(planted({ type: 'bytea' }), claimed)],
  ])('%s is found', (_what, find) => {
    expect(find()).toHaveLength(1);
  });

  it('what is sealed and claimed is not', () => {
    const table = planted({ personal: sealed });
    expect([...unclaimedPersonal(table, claimed), ...clearText(table, claimed)]).toEqual([]);
  });
});

function columnsOf(some: readonly Table[]): { at: string; table: string; column: Column }[] {
  return some.flatMap(({ name, columns }) =>
    columns.map((column) => ({ at: `${name}.${column.name}`, table: name, column })),
  );
}

function unclaimedPersonal(some: readonly Table[], by: readonly Claim[]): string[] {
  return columnsOf(some)
    .filter(({ column }) => column.personal?.key === 'profile' || column.personal?.key === 'token')
    .filter(({ table, column }) => !isClaimed(by, table, column.name))
    .map(
      ({ at }) =>
        `${at} came from Instagram, and no eraser claims it: erase it in its feature and claim it there.`,
    );
}

function unclaimedReferences(some: readonly Table[], by: readonly Claim[]): string[] {
  return columnsOf(some)
    .filter(({ column }) => /(^|_)connection_id$/.test(column.name))
    .filter(({ table, column }) => KEPT_TABLES[table] === undefined && !isClaimed(by, table, column.name))
    .map(
      ({ at }) =>
        `${at} names a connection, and no eraser claims it: erase it, or give the reason in allowed.ts.`,
    );
}

/** Text, JSON and bytes on a table with Instagram data: sealed, a blind index, or on the list with a reason. */
function clearText(some: readonly Table[], by: readonly Claim[]): string[] {
  const touched = some.filter(
    ({ name, columns }) =>
      isClaimedWhole(by, name) || columns.some(isFromInstagram) || by.some(({ table }) => table === name),
  );
  return columnsOf(touched)
    .filter(({ column }) =>
      /^(text|varchar|character varying|char|citext|json|jsonb|bytea|xml)$/.test(column.type),
    )
    .filter(({ at, column }) => column.personal === null && CLEAR_COLUMNS[at] === undefined)
    .map(
      ({ at }) => `${at} is clear: declare it with @Sealed or @BlindIndex, or give the reason in allowed.ts.`,
    );
}

function isFromInstagram({ personal }: Column): boolean {
  return personal !== null && personal.key !== 'account';
}
