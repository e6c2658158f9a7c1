import { instagramId, operate } from '../../stand/operator';
import { ANAS, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
beforeEach(async () => {
  stand = await Stand.open();
  stand.sandbox.vary({ exchangeIdentity: 'separate' });
  pair = await givenPair(stand);
});
afterEach(() => stand.close());

const VISIT = ['--operator', 'Robin', '--reason', 'ticket 4711 asks for help'];
const find = (...words: string[]) => operate(stand, 'support', 'find', ...words);
const log = () =>
  stand.app.dataSource.query(
    'select operator, action, account_id as account, reason_sealed as reason, looked_at as at from support_access order by action',
  );

it('shows connections and requests without any name, id or address, and records it first', async () => {
  await pair.ana.disconnect(pair.connection);
  await stand.drain();
  const again = await pair.ana.givenConnection(ANAS);
  const [{ confirmationCode }] = await pair.ana.deletionRequests();
  const keys = [
    ['--email', ' ANA@example.com '],
    ['--code', confirmationCode],
    ['--instagram-id', instagramId(stand, ANAS, 'app_scoped')],
    ['--instagram-id', instagramId(stand, ANAS, 'professional')],
    ['--instagram-id', instagramId(stand, ANAS, 'exchange')],
  ];
  for (const key of keys) {
    const { code, output } = await find(...key, ...VISIT);
    expect(code).toBe(0);
    expect(output).toContain(`Account ${await pair.ana.accountId()}`);
    expect(output).toContain(`${again}  ACTIVE, connected ${stand.clock.now().toISOString()}`);
    expect(output).toContain(`${confirmationCode}  COMPLETED`);
    expect(output).not.toMatch(/example\.com|studio|nord|\b\d{15,}/i);
    expect(output).not.toContain(pair.neighbour);
  }
  const account = rowIdOf(await pair.ana.accountId());
  const rows = await log();
  expect(rows.map((row: { action: string }) => row.action)).toEqual([
    'FIND_BY_CODE',
    'FIND_BY_EMAIL',
    ...Array(3).fill('FIND_BY_INSTAGRAM_ID'),
  ]);
  for (const row of rows) {
    expect(row).toMatchObject({ operator: 'Robin', account, at: stand.clock.now() });
    expect(row.reason).toMatch(/^v1\./);
    expect(JSON.stringify(row)).not.toContain('ticket');
  }
});

it('records a look that finds nobody, and answers every unknown alike', async () => {
  const keys = [
    ['--email', 'nobody@example.com'],
    ['--email', 'no address'],
    ['--instagram-id', '99999999999999999'],
    ['--code', 'A'.repeat(26)],
    ['--code', 'x'],
  ];
  for (const key of keys) {
    expect(await find(...key, ...VISIT)).toEqual({ code: 1, output: 'No account was found.\n' });
  }
  const rows = await log();
  expect(rows).toHaveLength(keys.length);
  expect(rows[0]).toMatchObject({ account: null, reason: null });
});

it.each([
  ['no reason', ['--email', 'ana@example.com', '--operator', 'Robin']],
  ['no operator', ['--email', 'ana@example.com', '--reason', 'x']],
  [
    'an e-mail address in the reason',
    ['--email', 'ana@example.com', '--operator', 'R', '--reason', 'ana@example.com'],
  ],
  [
    'an id in the reason',
    ['--email', 'ana@example.com', '--operator', 'R', '--reason', 'id 17841405822304915'],
  ],
  ['no key', VISIT],
  ['two keys', ['--email', 'ana@example.com', '--code', 'A', ...VISIT]],
  ['an id that is none', ['--instagram-id', '1e16', ...VISIT]],
])('%s: shows nothing and changes nothing', async (_what, words) => {
  const before = await snapshot(stand.app.dataSource);
  const said = await find(...words);
  expect(said.code).toBe(2);
  expect(said.output).not.toContain('acc_');
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
});

it('shows nothing when the look cannot be recorded', async () => {
  await stand.app.dataSource.query('alter table support_access rename to away');
  const said = await find('--email', 'ana@example.com', ...VISIT);
  expect(said.code).toBe(1);
  expect(said.output).not.toContain('acc_');
});

it('forgets after twelve months', async () => {
  await find('--email', 'ana@example.com', ...VISIT);
  stand.clock.advance({ days: 364 });
  await stand.run('tidy');
  expect(await log()).toHaveLength(1);
  stand.clock.advance({ days: 2 });
  await stand.run('tidy');
  expect(await log()).toEqual([]);
});

it('forgets with the account', async () => {
  const cleo = await stand.givenAccount('cleo@example.com');
  for (const email of ['ana@example.com', 'cleo@example.com']) await find('--email', email, ...VISIT);
  const id = rowIdOf(await cleo.accountId());
  await stand.app.dataSource.query('delete from session where account_id = $1', [id]);
  await stand.app.dataSource.query('delete from account where id = $1', [id]);
  expect(await log()).toMatchObject([{ account: rowIdOf(await pair.ana.accountId()) }]);
});
