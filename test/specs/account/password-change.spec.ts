import { setTimeout as sleep } from 'node:timers/promises';
import { activityOf } from '../../stand/activity';
import type { Person } from '../../stand/person';
import { rowIdOf, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

const NEXT = 'harbour kite nineteen';
const CHANGE = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) { account { id email } userErrors { __typename message path } }
}`;

let stand: Stand;
let ana: Person;
let bea: Person;
beforeAll(async () => {
  stand = await Stand.open();
});
beforeEach(async () => {
  [ana, bea] = [await stand.givenAccount(), await stand.givenAccount()];
});
afterAll(() => stand.close());

const change = (person: Person, newPassword = NEXT, currentPassword = person.password) =>
  person.execute(CHANGE, { input: { currentPassword, newPassword } });
const isSignedIn = async (person: Person) => (await person.execute('{ viewer { id } }')).data.viewer !== null;
/** The same person in one more browser. */
async function anotherBrowser(person: Person): Promise<Person> {
  const other = stand.visitor();
  other.email = person.email;
  await other.signIn(person.password);
  return other;
}
const sessionsOf = async (person: Person) =>
  stand.app.dataSource.query('select id, encode(id_hash, $2) as hash from session where account_id = $1', [
    rowIdOf(await person.accountId()),
    'hex',
  ]);

it('takes the new password from now on, and the old one no more', async () => {
  expect((await change(ana)).data.changePassword).toEqual({
    account: { id: await ana.accountId(), email: ana.email },
    userErrors: [],
  });
  const later = stand.visitor();
  later.email = ana.email;
  expect((await later.signIn(ana.password)).userErrors[0].__typename).toBe('WrongCredentials');
  expect((await later.signIn(NEXT)).account).not.toBeNull();
  expect((await activityOf(ana)).map(({ kind }) => kind)).toContain('PASSWORD_CHANGED');
  expect(await activityOf(bea)).toEqual([]);
});

// ASVS 7.4.3 and 7.2.4.
it('ends every other session; this one goes on in a fresh cookie, and the old cookie opens nothing', async () => {
  const [phone, neighbour] = [await anotherBrowser(ana), await anotherBrowser(bea)];
  const copied = ana.at(stand);
  const [before] = await sessionsOf(ana);
  expect(await Promise.all([ana, phone, copied].map(isSignedIn))).toEqual([true, true, true]);

  await change(ana);

  expect(await Promise.all([ana, phone, copied].map(isSignedIn))).toEqual([true, false, false]);
  expect(await Promise.all([bea, neighbour].map(isSignedIn))).toEqual([true, true]);
  const [after, ...more] = await sessionsOf(ana);
  expect(more).toEqual([]);
  expect(after.id).toBe(before.id);
  expect(after.hash).not.toBe(before.hash);
});

it.each([
  ['the current one is wrong', NEXT, 'not my password', [['PasswordWrong', 'currentPassword']]],
  ['the new one is too short', 'short', undefined, [['PasswordTooShort', 'newPassword']]],
  ['the new one is too long', 'é'.repeat(129), undefined, [['PasswordTooLong', 'newPassword']]],
  ['it is the same', 'correct horse battery', undefined, [['PasswordUnchanged', 'newPassword']]],
  [
    'both are wrong',
    'password',
    'not my password',
    [
      ['PasswordWrong', 'currentPassword'],
      ['PasswordBreached', 'newPassword'],
    ],
  ],
])('changes nothing when %s', async (_, next, current, errors) => {
  const phone = await anotherBrowser(ana);
  const before = await snapshot(stand.app.dataSource);
  const cookie = ana.sessionId;
  const { data } = await change(ana, next, current);
  expect(data.changePassword.account).toBeNull();
  expect(
    data.changePassword.userErrors.map((error: { __typename: string; path: string[] }) => [
      error.__typename,
      ...error.path,
    ]),
  ).toEqual(errors);
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
  expect(ana.sessionId).toBe(cookie);
  expect(await Promise.all([ana, phone].map(isSignedIn))).toEqual([true, true]);
  expect((await ana.signIn()).account).not.toBeNull();
});

it('is for whoever is signed in', async () => {
  const answer = await change(stand.visitor(), NEXT, 'whatever it is');
  expect([answer.data, answer.errors[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
});

it('changes no other account', async () => {
  const others = async () =>
    stand.app.dataSource.query('select * from account where id = $1', [rowIdOf(await bea.accountId())]);
  const before = await others();
  await change(ana);
  expect(await others()).toEqual(before);
  expect((await bea.signIn()).account).not.toBeNull();
});

it('is won by one of two at once; the other one’s session is over, or its password wrong', async () => {
  const phone = await anotherBrowser(ana);
  const [one, two] = await Promise.all([change(ana, 'harbour kite one'), change(phone, 'harbour kite two')]);
  const won = [one, two].map(
    (answer) => answer.data?.changePassword?.account !== null && answer.data !== null,
  );
  expect(won.filter(Boolean)).toHaveLength(1);
  expect(await Promise.all([ana, phone].map(isSignedIn))).toEqual(won);
  const works = [];
  for (const password of ['harbour kite one', 'harbour kite two', ana.password]) {
    const later = stand.visitor();
    later.email = ana.email;
    works.push((await later.signIn(password)).account !== null);
  }
  expect(works).toEqual([...won, false]);
});

it('leaves no session of a sign-in with the old password that was under way', async () => {
  // The change is held between its two statements; the sign-in has checked the old password and wants its session.
  const runner = stand.app.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('select 1 from session where account_id = $1 for update', [
    rowIdOf(await ana.accountId()),
  ]);
  const changing = change(ana);
  await untilWaiting(1);
  const late = stand.visitor();
  late.email = ana.email;
  const signingIn = late.signIn(ana.password);
  await untilWaiting(2);
  await runner.rollbackTransaction();
  await runner.release();
  expect((await changing).data.changePassword.userErrors).toEqual([]);
  expect((await signingIn).userErrors[0].__typename).toBe('WrongCredentials');
  expect(await sessionsOf(ana)).toHaveLength(1);
});

async function untilWaiting(howMany: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await stand.app.dataSource.query(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (row.count >= howMany) return;
    await sleep(20);
  }
  throw new Error('nobody waited');
}

it('counts as attempts: past the limit nothing is looked at, and the right password is refused too', async () => {
  const limited = await Stand.open({ limits: { signInPerAccountMinute: { points: 3, perSeconds: 60 } } });
  [ana, bea] = [await limited.givenAccount(), await limited.givenAccount()];
  for (let attempt = 0; attempt < 3; attempt += 1) await change(ana, NEXT, 'not my password');
  const refused = await change(ana);
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
  const confirming = 'mutation { confirmPassword(input: { password: "x" }) { expiresAt } }';
  expect((await ana.execute(confirming)).errors[0]?.extensions.code).toBe('RATE_LIMITED');
  expect((await change(bea)).data.changePassword.userErrors).toEqual([]);
  limited.clock.advance({ seconds: 61 });
  expect((await change(ana)).data.changePassword.userErrors).toEqual([]);
  await limited.close();
});
