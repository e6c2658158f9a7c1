import { DATA_MAP } from '../../../server/src/data-map';
import { createSchema } from '../../../server/src/edge/graphql/schema';
import { ENTITIES } from '../../../server/src/entities';
import type { Claim } from '../../../server/src/features/deletion';
import type { DataMap, MapColumn, MapTable } from '../../../server/src/platform/database/data-map/data-map';
import { expectNone } from '../helpers/expect-none';
import { readFile } from '../helpers/files';
import { exportedErasers, isClaimed } from './erasers';
import { graphqlClasses } from './graphql-classes';

const erasers = exportedErasers();
const claimsOf = (kind: 'connection' | 'account') =>
  erasers.filter(({ of }) => of === kind).flatMap(({ eraser }) => eraser.claims);
const claims = claimsOf('connection');
const accountClaims = claimsOf('account');

it('sees the tables, the personal columns and the erasers', () => {
  expect(DATA_MAP.tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['instagram_connection', 'analytics_day', 'keystore.data_key']),
  );
  expect(columnsOf(DATA_MAP).filter(({ column }) => column.form !== 'clear').length).toBeGreaterThan(10);
  const features = (kind: 'connection' | 'account') =>
    erasers.filter(({ of }) => of === kind).map(({ feature }) => feature);
  expect(features('connection')).toEqual(expect.arrayContaining(['analytics', 'connection']));
  expect(features('account')).toEqual(expect.arrayContaining(['account', 'connection', 'deletion']));
});

it('hands every eraser over', () => {
  const app = readFile('server/src/composition/features.ts');
  const lists = {
    connection: /const erasers = \[([^\]]*)\]/.exec(app)?.[1] ?? '',
    account: /const accountErasers = \[([^\]]*)\]/.exec(app)?.[1] ?? '',
  };
  expectNone(
    erasers
      .filter(({ name, of }) => !new RegExp(`\\b${name}\\b`).test(lists[of]))
      .map(
        ({ name, feature }) =>
          `${feature} exports ${name}, and nobody runs it: add it to the erasers in composition/features.ts.`,
      ),
  );
});

it('erases every column that goes with a connection', () => {
  expectNone(unclaimed(DATA_MAP, claims));
});

it('erases every column that goes with an account, and what its account names without a connection', () => {
  expectNone([
    ...unclaimedOfAccount(DATA_MAP, accountClaims),
    ...unreachedOfAccount(DATA_MAP, accountClaims),
  ]);
});

it('keeps nothing that came from Instagram for as long as the account', () => {
  expectNone(keptFromInstagram(DATA_MAP));
});

it('lets every reference to a connection end', () => {
  expectNone(lastingReferences(DATA_MAP));
});

it('claims only what is there, and only what goes', () => {
  expectNone(
    [...claims, ...accountClaims].flatMap(({ table, columns }) => {
      const found = DATA_MAP.tables.find(({ name }) => name === table);
      if (found === undefined)
        return [`an eraser claims ${table}, and there is no such table: mend its name.`];
      const names = found.columns.map(({ name }) => name);
      return (columns === '*' ? [] : columns)
        .filter((column) => !names.includes(column))
        .map((column) => `an eraser claims ${table}.${column}, and there is no such column: mend its name.`);
    }),
  );
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
  const planted = (column: Partial<MapColumn>): DataMap => {
    const [first] = DATA_MAP.tables.flatMap(({ columns }) => columns);
    const table: MapTable = {
      name: 'planted',
      ...{ paths: [], noPerson: null },
      columns: [{ ...(first as MapColumn), name: 'caption', type: 'text', ...column }],
    };
    return { ...DATA_MAP, tables: [table] };
  };
  const claimed: Claim[] = [{ table: 'planted', columns: '*' }];
  const goes = planted({ onErase: 'row-removed' });

  it.each<[string, () => string[]]>([
    ['a column that goes, and nobody claims', () => unclaimed(goes, [])],
    ['an emptied column that nobody claims', () => unclaimed(planted({ onErase: 'emptied' }), [])],
    [
      'a column of the account that nobody claims',
      () => unclaimedOfAccount(planted({ onErase: 'with-account' }), []),
    ],
    [
      'a table that names the account and that nobody erases with it',
      () => unreachedOfAccount(planted({ name: 'account_id', onErase: 'row-removed' }), []),
    ],
    [
      'a value of Instagram’s that stays with the account',
      () => keptFromInstagram(planted({ source: 'instagram', onErase: 'with-account' })),
    ],
    [
      'one that counts as Instagram’s and stays',
      () => keptFromInstagram(planted({ holding: 'analytics', onErase: 'with-account' })),
    ],
    [
      'a reference that stays',
      () => lastingReferences(planted({ name: 'chosen_connection_id', onErase: 'with-account' })),
    ],
  ])('%s is found', (_what, find) => {
    expect(find()).toHaveLength(1);
  });

  it('what is claimed and goes is not', () => {
    const ofAccount = planted({ name: 'account_id', onErase: 'with-account' });
    expect([...unclaimedOfAccount(ofAccount, claimed), ...unreachedOfAccount(ofAccount, claimed)]).toEqual(
      [],
    );
    expect([...unclaimed(goes, claimed), ...keptFromInstagram(goes), ...lastingReferences(goes)]).toEqual([]);
  });
});

function columnsOf({ tables }: DataMap): { at: string; table: string; column: MapColumn }[] {
  return tables.flatMap(({ name, columns }) =>
    columns.map((column) => ({ at: `${name}.${column.name}`, table: name, column })),
  );
}

/** What the map says goes with a connection must be somebody's to erase. */
function unclaimed(map: DataMap, by: readonly Claim[]): string[] {
  return columnsOf(map)
    .filter(({ column }) => column.onErase === 'row-removed' || column.onErase === 'emptied')
    .filter(({ table, column }) => !isClaimed(by, table, column.name))
    .map(({ at }) => `${at} goes with its connection, and no eraser claims it: erase it in its feature.`);
}

/** What the map says goes with an account must be somebody's to erase when one is deleted. */
function unclaimedOfAccount(map: DataMap, by: readonly Claim[]): string[] {
  return columnsOf(map)
    .filter(({ column }) => column.onErase === 'with-account')
    .filter(({ table, column }) => !isClaimed(by, table, column.name))
    .map(
      ({ at }) => `${at} goes with its account, and no account eraser claims it: erase it in its feature.`,
    );
}

/** Reached through its account alone, a row would survive an account that has no connection. */
function unreachedOfAccount(map: DataMap, by: readonly Claim[]): string[] {
  return columnsOf(map)
    .filter(({ table, column }) => column.name === 'account_id' && table !== 'instagram_connection')
    .filter(({ table, column }) => !isClaimed(by, table, column.name))
    .map(
      ({ at }) =>
        `${at} names an account, and no account eraser claims it: nothing may name one that is gone.`,
    );
}

function keptFromInstagram(map: DataMap): string[] {
  const instagram = map.holdings.filter(({ group }) => group === 'instagram').map(({ name }) => name);
  return columnsOf(map)
    .filter(({ column }) => column.source === 'instagram' || instagram.includes(column.holding ?? ''))
    .filter(({ column }) => column.onErase === 'with-account')
    .map(({ at }) => `${at} came from Instagram and stays with the account: erase it with the connection.`);
}

function lastingReferences(map: DataMap): string[] {
  return columnsOf(map)
    .filter(({ column }) => /(^|_)connection_id$/.test(column.name) && column.onErase === 'with-account')
    .map(({ at }) => `${at} names a connection and outlives it: erase it, or say until when it is kept.`);
}
