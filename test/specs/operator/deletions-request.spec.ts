import { operate } from '../../stand/operator';
import { givenPair, type Pair } from '../../stand/pair';
import { snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
let others: Record<string, string>;
beforeEach(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
  others = await pair.others();
});
afterEach(() => stand.close());

const VISIT = ['--operator', 'Robin', '--reason', 'asked by letter'];
const request = (connection: string, ...more: string[]) =>
  operate(stand, 'deletions', 'request', '--connection', connection, ...VISIT, ...more);
const actions = async () =>
  (await stand.app.dataSource.query('select action from support_access order by action')).map(
    (row: { action: string }) => row.action,
  );

it('says first what it would do, then does what a disconnect does, once, and records both', async () => {
  const { 'public.support_access': _, ...before } = await snapshot(stand.app.dataSource);
  expect(await request(pair.connection)).toMatchObject({
    code: 0,
    output: expect.stringContaining('Nothing was done: add --apply.'),
  });
  expect(await snapshot(stand.app.dataSource)).toMatchObject(before);
  expect(await actions()).toEqual(['DELETION_PREVIEW']);

  const done = await request(pair.connection, '--apply');
  const [, code = ''] = /Code: ([A-Z2-7]{26})\n/.exec(done.output) ?? [];
  expect(done).toEqual({
    code: 0,
    output: `Requested.\nCode: ${code}\nStatus: ${stand.url}/deletion-status/${code}\n`,
  });
  expect(await pair.ana.connections()).toEqual([]);
  await stand.drain();
  const status = { state: 'COMPLETED', source: 'OPERATOR', accessWithdrawal: 'ACCEPTED' };
  expect(await stand.visitor().deletionStatus(code)).toMatchObject(status);
  expect(await pair.ana.deletionRequests()).toMatchObject([{ confirmationCode: code }]);
  expect((await stand.visitor().fetch(`/deletion-status/${code}`)).status).toBe(200);

  for (const more of [['--apply'], []]) {
    const again = await request(pair.connection, ...more);
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining(`Code: ${code}`) });
    expect(again.output).toContain('nothing was done again');
  }
  expect(await pair.ana.deletionRequests()).toHaveLength(1);
  expect(await pair.others()).toEqual(others);
});

it.each(['conn_0123456789abcdef0123456789abcdef'])('nobody’s connection: %s', async (connection) => {
  const said = await request(connection, '--apply');
  expect(said).toEqual({ code: 1, output: 'There is no such connection.' });
  expect(await actions()).toEqual(['DELETION_REQUEST']);
});

it('a malformed id, or no reason, changes nothing', async () => {
  const before = await snapshot(stand.app.dataSource);
  const wrong = pair.connection.replace('conn_', 'acc_');
  expect((await request(wrong, '--apply')).code).toBe(2);
  const words = ['--connection', pair.connection, '--operator', 'Robin', '--apply'];
  expect((await operate(stand, 'deletions', 'request', ...words)).code).toBe(2);
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
});
