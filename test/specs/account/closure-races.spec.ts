import { setTimeout as sleep } from 'node:timers/promises';
import type { AccountEraser } from '../../../server/src/features/deletion';
import { requestDeletion } from '../../stand/callbacks';
import { ANAS, category, givenPair, type Pair } from '../../stand/pair';
import { consent } from '../../stand/person';
import { rowIdOf, rowsWith } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
let account: string;
/** Leads an eraser of accounts astray; taken away to mend it. */
let astray: Partial<AccountEraser> = {};
beforeEach(async () => {
  astray = {};
  const lead = (eraser: AccountEraser): AccountEraser => ({
    ...eraser,
    eraseAccount: (id, tx) => (astray.eraseAccount ?? eraser.eraseAccount)(id, tx),
  });
  stand = await Stand.open({ overrides: { accountErasers: (erasers) => erasers.map(lead) } });
  pair = await givenPair(stand);
  account = rowIdOf(await pair.ana.accountId());
});
afterEach(() => stand.close());

const rows = (text: string) => rowsWith(stand.app.dataSource, text);
const count = async (table: string) =>
  (await stand.app.dataSource.query(`select count(*)::int as count from ${table}`))[0].count;
const until = async (route: string, times = 1) => {
  while (stand.sandbox.calls().filter((call) => call.route === route).length < times) await sleep(20);
};

async function deleted(): Promise<string> {
  const answer = await pair.ana.deleteAccount();
  expect(answer.data.deleteAccount.userErrors).toEqual([]);
  return answer.data.deleteAccount.deletionStatus.confirmationCode;
}

async function expectNothingOfAna(code: string): Promise<void> {
  await stand.drain();
  expect(await stand.visitor().deletionStatus(code)).toMatchObject({ state: 'COMPLETED' });
  expect(await rows(account)).toEqual({});
  expect(await count('account')).toBe(1);
  expect(await count('instagram_connection')).toBe(1);
  expect(await count('connect_attempt')).toBe(1);
  expect(await count('session')).toBe(1);
}

describe('an account that is deleted', () => {
  it('while its analytics are being fetched keeps none of them', async () => {
    stand.clock.advance({ hours: 20 });
    await pair.ana.syncNow(pair.connection);
    stand.sandbox.clearCalls();
    stand.sandbox.plantFault({ route: 'insights', after: 2, delayMs: 1_000 });
    const syncing = stand.app.jobs.drain();
    await until('insights', 3);
    const code = await deleted();
    await syncing;
    await expectNothingOfAna(code);
    await stand.run('tidy');
    expect(await rows(rowIdOf(pair.connection))).toEqual({
      'public.deletion_outcome': 3,
      'public.deletion_subject': 1,
    });
  });

  it.each([
    ['a new connection', 'atelier_mare', () => undefined],
    ['a renewed one', ANAS, () => pair.connection],
  ])('while %s comes back from Instagram stores no grant', async (_name, username, renewed) => {
    const back = await consent(await pair.ana.startConnect(renewed()), username);
    stand.sandbox.clearCalls();
    stand.sandbox.plantFault({ route: 'profile', delayMs: 1_000 });
    const coming = pair.ana.comeBack(back);
    await until('long_lived');
    await sleep(200);
    const code = await deleted();
    // Ended here, or refused by Instagram: the deletion had it withdraw our access.
    expect(['ended', 'failed', 'unknown']).toContain((await coming).outcome);
    await expectNothingOfAna(code);
  });

  it('is not there for a grant whose connect slipped past its deletion', async () => {
    const back = await consent(await pair.ana.startConnect(), 'atelier_mare');
    stand.sandbox.clearCalls();
    stand.sandbox.plantFault({ route: 'profile', delayMs: 1_000 });
    const coming = pair.ana.comeBack(back);
    await until('long_lived');
    await sleep(200);
    const mine = 'from connect_attempt where account_id = $1 and stored_at is null';
    await stand.app.dataSource.query(
      `create table slipped as select * ${mine.replace('$1', `'${account}'`)}`,
    );
    const code = await deleted();
    await stand.app.dataSource.query('insert into connect_attempt select * from slipped');
    await stand.app.dataSource.query('drop table slipped');
    expect((await coming).outcome).toBe('ended');
    await expectNothingOfAna(code);
  });

  it('while a grant is being stored takes it along', async () => {
    const back = await consent(await pair.ana.startConnect(), 'atelier_mare');
    // Somebody holds the account's row, so that the connect stops with the grant written and not committed.
    const holder = stand.app.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select 1 from account where id = $1 for update', [account]);
    stand.sandbox.clearCalls();
    const coming = pair.ana.comeBack(back);
    await until('profile');
    await sleep(300);
    const deleting = deleted();
    await sleep(300);
    await holder.commitTransaction();
    await holder.release();
    expect((await coming).outcome).toBe('connected');
    await expectNothingOfAna(await deleting);
  });

  it('while somebody signs in opens no session', async () => {
    const phone = stand.visitor();
    phone.email = pair.ana.email;
    const [code, payload] = await Promise.all([deleted(), phone.signIn()]);
    if (payload.account === null)
      expect(payload.userErrors).toMatchObject([{ __typename: 'WrongCredentials' }]);
    expect((await phone.execute('{ viewer { id } }')).data.viewer).toBeNull();
    await expectNothingOfAna(code);
  });

  it('while Instagram’s own request erases its connection joins it', async () => {
    const theirs = await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
    const code = await deleted();
    await expectNothingOfAna(code);
    const status = await stand.visitor().deletionStatus(code);
    expect(category(status, 'INSTAGRAM_IDENTITY')).toMatchObject({
      outcome: 'REMOVED',
      reason: 'Removed together with an earlier request that was already running',
    });
    expect(await stand.visitor().deletionStatus(theirs)).toMatchObject({ state: 'COMPLETED' });
  });

  it('at the moment of Instagram’s own request ends the same', async () => {
    const [code, theirs] = await Promise.all([
      deleted(),
      requestDeletion(stand, stand.sandbox.sign({ account: ANAS })),
    ]);
    await expectNothingOfAna(code);
    expect(await stand.visitor().deletionStatus(theirs)).toMatchObject({ state: 'COMPLETED' });
  });

  it('and cannot be erased says so, is nobody’s to use, and is finished when it can', async () => {
    astray.eraseAccount = () => Promise.reject(new Error('the table is on fire'));
    const code = await deleted();
    await stand.drain();
    const status = await stand.visitor().deletionStatus(code);
    expect(status).toMatchObject({ state: 'NEEDS_ATTENTION', receipt: null });
    expect(category(status, 'ACCOUNT').outcome).toBe('FAILED');
    expect((await pair.ana.signIn()).account).toBeNull();
    astray = {};
    await stand.repeatFailed();
    await expectNothingOfAna(code);
  });

  it('is not completed while something of it is left', async () => {
    astray.eraseAccount = () => Promise.resolve(0);
    const code = await deleted();
    await stand.drain();
    expect(await stand.visitor().deletionStatus(code)).toMatchObject({ state: 'NEEDS_ATTENTION' });
    astray = {};
    await stand.repeatFailed();
    await expectNothingOfAna(code);
  });

  it('is still there, whole, when the intake could not be committed', async () => {
    await stand.app.dataSource.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'no room'; end $$`,
    );
    await stand.app.dataSource.query(
      'create trigger refuse before update on account for each row execute function refuse()',
    );
    const answer = await pair.ana.deleteAccount();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    await stand.drain();
    expect(await pair.ana.connections()).toMatchObject([{ status: 'ACTIVE' }]);
    expect(stand.sandbox.calls().filter(({ route }) => route === 'revoke')).toEqual([]);
    expect(await count('deletion_request')).toBe(0);
    await stand.app.dataSource.query('drop trigger refuse on account');
    await expectNothingOfAna(await deleted());
  });
});
