import { DATA_MAP } from '../../server/src/data-map';
import { ENTITIES } from '../../server/src/entities';
import { exportPlan } from '../../server/src/features/export';
import type { DataMap } from '../../server/src/platform/database/data-map/data-map';
import { expectNone } from './helpers/expect-none';

type Plan = ReturnType<typeof exportPlan>;

const plan = exportPlan(ENTITIES);

it('exports every column that leads to a person, or says why not', () => {
  expect(plan.flatMap(({ columns }) => columns).length).toBeGreaterThan(80);
  expect(plan.flatMap(({ leftOut }) => leftOut).length).toBeGreaterThan(15);
  expectNone(forgotten(DATA_MAP, plan));
});

it('opens what is sealed, and exports no secret and no index', () => {
  const exported = plan.flatMap(({ table, columns }) => columns.map(({ column }) => `${table}.${column}`));
  expect(exported).toEqual(
    expect.arrayContaining([
      ...['account.email_sealed', 'instagram_connection.username_sealed', 'deletion_subject.code_sealed'],
      ...['instagram_connection.professional_id_sealed', 'support_access.reason_sealed'],
    ]),
  );
  expectNone(
    exported
      .filter((at) =>
        /token_sealed|password|(email|user|scoped|professional)_index$|_(hash|digest)$|^keystore\.|bytes_sealed/.test(
          at,
        ),
      )
      .map((at) => `${at} is exported: say in features/export/left-out.ts why it is not.`),
  );
});

it('reads what is sealed by a column that it holds', () => {
  expectNone(
    plan.flatMap(({ table, rowId, connection, columns }) => {
      const names = columns.map(({ column }) => column);
      const needed = columns.some(({ key }) => key !== null) ? [rowId] : [];
      return [...needed, ...(connection === null ? [] : [connection])]
        .filter((name) => !names.includes(name))
        .map((name) => `${table} is opened by ${name}, which is not read.`);
    }),
  );
});

it('gives each table files of its own', () => {
  const names = plan.map(({ file }) => file);
  expect(new Set(names).size).toBe(names.length);
});

describe('the rule can fail', () => {
  const [first, ...others] = plan;
  if (first === undefined) throw new Error('nothing is planned');

  it.each<[string, Plan]>([
    ['a table that is in no file', others],
    ['a column that is in no file', [{ ...first, columns: first.columns.slice(1) }, ...others]],
    [
      'a column that is left out without a reason',
      [{ ...first, leftOut: first.leftOut.map((one) => ({ ...one, why: '' })) }, ...others],
    ],
  ])('%s is found', (_what, planted) => {
    expect(forgotten(DATA_MAP, planted).length).toBeGreaterThan(0);
  });
});

function forgotten({ tables }: DataMap, by: Plan): string[] {
  return tables
    .filter(({ noPerson }) => noPerson === null)
    .flatMap(({ name, columns }) => {
      const planned = by.find(({ table }) => table === name);
      const known = new Set([
        ...(planned?.columns ?? []).map(({ column }) => column),
        ...(planned?.leftOut ?? []).filter(({ why }) => why !== '').map(({ column }) => column),
      ]);
      return columns
        .filter((column) => !known.has(column.name))
        .map(
          (column) =>
            `${name}.${column.name} is in no export: export it, or say in features/export/left-out.ts why not.`,
        );
    });
}
