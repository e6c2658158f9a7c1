import { fileOf, instagramId, operate } from '../../stand/operator';
import { ANAS, givenPair, type Pair } from '../../stand/pair';
import { buildServer, sociogenie } from '../../stand/process/sociogenie';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(120_000);

let stand: Stand;
let pair: Pair;
let others: Record<string, string>;
beforeEach(async () => {
  // The machine's time: the process of the last spec has no other.
  stand = await Stand.open({ now: new Date() });
  stand.sandbox.vary({ exchangeIdentity: 'separate' });
  pair = await givenPair(stand);
  others = await pair.others();
});
afterEach(() => stand.close());

const all = () => snapshot(stand.app.dataSource);
const STRANGER = '17841405822304915';

async function imported(path: string, ...options: string[]) {
  const { code, output } = await operate(stand, 'deletions', 'import', path, '--json', ...options);
  const document = JSON.parse(output);
  const lines: [number, string, string | null][] = document.lines.map(
    (one: { line: number; outcome: string; code: string | null }) => [one.line, one.outcome, one.code],
  );
  return { code, output, document, lines, outcomes: lines.map(([line, outcome]) => [line, outcome]) };
}

it.each(['exchange', 'app_scoped', 'professional'] as const)(
  'by the %s id: says first what it would do, then does it, and leaves a look-alike neighbour alone',
  async (kind) => {
    const id = instagramId(stand, ANAS, kind);
    const path = fileOf(stand, `${id}\n`);
    const before = await all();
    expect(await imported(path)).toMatchObject({ code: 0, lines: [[1, 'REQUESTED', null]] });
    expect(await all()).toEqual(before);

    const done = await imported(path, '--apply');
    expect(done.code).toBe(0);
    expect(done.output).not.toContain(id);
    const code = done.lines[0]?.[2] ?? '';
    expect(await pair.ana.connections()).toEqual([]);
    await stand.drain();
    await stand.run('tidy');
    expect(Object.keys(await rowsWith(stand.app.dataSource, rowIdOf(pair.connection)))).toEqual([
      'public.deletion_outcome',
      'public.deletion_subject',
    ]);
    expect(await stand.visitor().deletionStatus(code)).toMatchObject({
      ...{ state: 'COMPLETED', source: 'OPERATOR', accessWithdrawal: 'NOT_ASKED' },
    });
    expect(await rowsWith(stand.app.dataSource, id)).toEqual({});
    expect(await pair.others()).toEqual(others);
  },
);

it('an id of 17 digits that would be the same as a number is another person', async () => {
  const id = instagramId(stand, ANAS, 'professional');
  expect(id).toHaveLength(17);
  const next = [1n, -1n].map((step) => `${BigInt(id) + step}`).find((text) => Number(text) === Number(id));
  if (next === undefined) throw new Error('no neighbour is the same as a number');
  const done = await imported(fileOf(stand, next), '--apply');
  expect(done.outcomes).toEqual([[1, 'NOTHING_HELD']]);
  expect(await pair.ana.connections()).toHaveLength(1);
  const both = await imported(fileOf(stand, `${next}\n${id}`), '--apply');
  expect(both.outcomes).toEqual([
    [1, 'NOTHING_HELD'],
    [2, 'REQUESTED'],
  ]);
  const codes = [...done.lines, ...both.lines].map(([, , code]) => code);
  expect(new Set(codes).size).toBe(3);
});

it('two imports of one file at once make one request an id', async () => {
  const path = fileOf(stand, `${instagramId(stand, ANAS, 'app_scoped')}\n${STRANGER}`);
  const results = await Promise.all([1, 2, 3].map(() => imported(path, '--apply')));
  const codes = results.map(({ lines }) => lines.map(([, , code]) => code));
  expect(new Set(codes.map((some) => some.join())).size).toBe(1);
  for (const line of [0, 1]) {
    expect(results.filter(({ lines }) => lines[line]?.[1] !== 'REPEATED')).toHaveLength(1);
  }
});

it('the same file again answers the same codes and does nothing, also after the person came back', async () => {
  const path = fileOf(stand, `${instagramId(stand, ANAS, 'app_scoped')}\n${STRANGER}\n`);
  const first = await imported(path, '--apply');
  expect(first.outcomes).toEqual([
    [1, 'REQUESTED'],
    [2, 'NOTHING_HELD'],
  ]);
  await stand.drain();
  const back = await pair.ana.givenConnection(ANAS);
  const before = await all();
  for (const options of [['--apply'], []]) {
    const again = await imported(path, ...options);
    expect(again.lines).toEqual(first.lines.map(([line, , code]) => [line, 'REPEATED', code]));
  }
  expect(await all()).toEqual(before);
  expect((await pair.ana.connections()).map(({ id }) => id)).toEqual([back]);
});

it('reads a CSV as spreadsheets write it, and tells each line that holds no id', async () => {
  const id = instagramId(stand, ANAS, 'app_scoped');
  const content = [
    '\uFEFF"name";"User_ID"',
    `"Nord; ""Studio""";"${id}"`,
    '',
    `x; ${id} `,
    'x;1.78414E+16',
    'x;012',
    `x;${STRANGER};more`,
    'x;"',
    `x;${STRANGER}`,
  ].join('\r\n');
  const path = fileOf(stand, content);
  for (const options of [[], ['--apply']]) {
    const result = await imported(path, ...options);
    expect(result.code).toBe(1);
    expect(result.document.blankLines).toBe(1);
    expect(result.document.lines[1].sameAs).toBe(2);
    expect(result.outcomes).toEqual([
      [2, 'REQUESTED'],
      [4, 'REPEATED'],
      [5, 'MALFORMED'],
      [6, 'MALFORMED'],
      [7, 'MALFORMED'],
      [8, 'MALFORMED'],
      [9, 'NOTHING_HELD'],
    ]);
  }
});

it.each([
  ['several columns without a header', `a,${STRANGER}\n`],
  ['a header that names no such column', `person\n${STRANGER}\n`],
  ['two columns of one name', `id,id\n1,2\n`],
  ['no id at all', 'user_id\r\n\r\n'],
  ['nothing', ''],
  ['bytes that are no UTF-8', new Uint8Array([0x31, 0xff, 0xfe])],
  ['UTF-16', Buffer.from(`\uFEFF${STRANGER}`, 'utf16le')],
])('a file with %s is refused as a whole, and nothing is done', async (_what, content) => {
  const before = await all();
  const said = await operate(stand, 'deletions', 'import', fileOf(stand, content), '--apply');
  expect(said).toMatchObject({ code: 1, output: expect.stringContaining('Nothing was done') });
  expect(said.output).not.toContain(STRANGER);
  expect(await all()).toEqual(before);
});

it('keeps who connected clearly after the time of the list', async () => {
  const path = fileOf(stand, instagramId(stand, ANAS, 'app_scoped'));
  const issued = (secondsAgo: number) =>
    new Date(stand.clock.now().getTime() - secondsAgo * 1000).toISOString();
  const kept = await imported(path, '--apply', '--issued-at', issued(400));
  expect(kept.outcomes).toEqual([[1, 'KEPT']]);
  await stand.drain();
  expect(await pair.ana.connections()).toHaveLength(1);
  for (const wrong of ['yesterday', '2026-11-23', '2009-12-31T00:00:00Z', issued(-400)]) {
    const said = await operate(stand, 'deletions', 'import', path, '--issued-at', wrong);
    expect(said).toMatchObject({ code: 2, output: expect.stringContaining('--issued-at') });
  }
});

it('one line that fails keeps nobody else waiting, and is done when the file is imported again', async () => {
  const { dataSource } = stand.app;
  const path = fileOf(stand, `${instagramId(stand, ANAS, 'app_scoped')}\n${STRANGER}`);
  await dataSource.query(
    `alter table instagram_connection add constraint stuck check (id <> '${rowIdOf(pair.connection)}' or cut_at is null)`,
  );
  const broken = await imported(path, '--apply');
  expect(broken).toMatchObject({
    code: 1,
    outcomes: [
      [1, 'FAILED'],
      [2, 'NOTHING_HELD'],
    ],
  });
  expect(broken.document.lines[0].error).toBe('23514');
  await dataSource.query('alter table instagram_connection drop constraint stuck');
  expect(await pair.ana.connections()).toHaveLength(1);
  expect((await imported(path, '--apply')).outcomes).toEqual([
    [1, 'REQUESTED'],
    [2, 'REPEATED'],
  ]);
  expect(await pair.ana.connections()).toEqual([]);
});

it('as a process of its own beside the server', async () => {
  buildServer();
  const id = instagramId(stand, ANAS, 'exchange');
  const path = fileOf(stand, `id\n${id}\nnothing\n`);
  const would = await sociogenie(stand.env, 'deletions', 'import', path);
  expect(would).toMatchObject({ code: 1, output: expect.stringContaining('Nothing was done.') });
  expect(await pair.ana.connections()).toHaveLength(1);
  const done = await sociogenie(stand.env, 'deletions', 'import', path, '--apply');
  expect(done.code).toBe(1);
  expect(done.output).toMatch(/line 2 +request made, connection cut +[A-Z2-7]{26}\n +line 3 +malformed/);
  expect(done.output).not.toContain(id);
  expect(await pair.ana.connections()).toEqual([]);
  expect(await sociogenie(stand.env, 'deletions', 'import')).toMatchObject({ code: 2 });
});
