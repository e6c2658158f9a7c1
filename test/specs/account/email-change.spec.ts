import { DEMO_EMAIL } from '../../../server/src/features/account';
import { activityOf } from '../../stand/activity';
import { confirmAddress } from '../../stand/confirmed';
import { addressOf, askForEmail, mailedChange, openChange } from '../../stand/email-change';
import { mailbox, mailedToken } from '../../stand/mailbox';
import type { Person } from '../../stand/person';
import { rowIdOf, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

const GENEROUS = { points: 100, perSeconds: 3600 };
let stand: Stand;
let ana: Person;
let bea: Person;
let to: string;
let story = 0;
beforeAll(async () => {
  stand = await Stand.open({
    limits: {
      ...{ emailChangePerAddress: GENEROUS, mailedLinkPerIp: GENEROUS, resetMailPerIp: GENEROUS },
      emailChangePerAccount: { points: 4, perSeconds: 3600 },
    },
  });
});
afterAll(() => stand.close());
/** Each story has its own two accounts, one like the other. */
beforeEach(async () => {
  story += 1;
  to = `ana-new${story}@example.com`;
  ana = await stand.givenAccount(`ana${story}@example.com`);
  bea = await stand.givenAccount(`bea${story}@example.com`);
  for (const person of [ana, bea]) await confirmAddress(stand, person);
  stand.clock.advance({ minutes: 1 });
});

const NOT_GOOD = { email: null, userErrors: [{ __typename: 'LinkNotGood', path: ['token'] }] };
const TAKEN = { email: null, userErrors: [{ __typename: 'EmailTaken', path: null }] };
const asked = (answer: Awaited<ReturnType<typeof askForEmail>>) => answer.data.changeEmail;
const subjects = async (email: string) => (await mailbox(stand, email)).map(({ subject }) => subject);
const signsIn = async (email: string, password = ana.password): Promise<boolean> => {
  const browser = stand.visitor();
  browser.email = email;
  return (await browser.signIn(password)).userErrors.length === 0;
};
const CANCEL =
  'mutation { cancelEmailChange { account { pendingEmailChange { email } } userErrors { message } } }';
const DELETE = `mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { userErrors { message } } }`;
const ASK_RESET = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { userErrors { message } } }`;
const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { __typename } } }`;
const CHANGE_PASSWORD = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { __typename } } }`;

it('holds from the moment the link is opened that was mailed to the new address, and not before', async () => {
  const before = ana.email;
  const beas = await addressOf(bea);
  const answer = await askForEmail(ana, ` ${to.toUpperCase()} `);
  expect(asked(answer)).toEqual({
    account: { email: before, pendingEmailChange: { email: to } },
    userErrors: [],
  });
  const token = await mailedToken(stand, to, '/change-email');
  expect(await addressOf(ana)).toEqual({
    ...{ email: before, emailVerified: true },
    pendingEmailChange: {
      ...{ email: to, requestedAt: stand.clock.now().toISOString() },
      expiresAt: new Date(stand.clock.now().getTime() + 30 * 60_000).toISOString(),
    },
  });
  expect(await signsIn(to)).toBe(false);
  // Opening it is nothing yet: scanners of links do that.
  await fetch(`${stand.url}/change-email`, { headers: { accept: 'text/html' } });
  expect((await addressOf(ana)).email).toBe(before);

  expect(await openChange(stand, token)).toEqual({ email: to, userErrors: [] });
  expect(await addressOf(ana)).toEqual({ email: to, emailVerified: true, pendingEmailChange: null });
  expect([await signsIn(to), await signsIn(before)]).toEqual([true, false]);
  expect(await addressOf(bea)).toEqual(beas);
});

it('is told to the address before and in Activity, without naming the new one', async () => {
  const before = ana.email;
  await openChange(stand, await mailedChange(stand, ana, to));
  expect(await activityOf(ana)).toEqual([
    expect.objectContaining({
      kind: 'EMAIL_CHANGED',
      sentence: 'Your email address was changed',
      mail: 'QUEUED',
    }),
  ]);
  const [mail] = await mailbox(stand, before);
  expect(mail?.subject).toBe('Your email address was changed');
  expect(mail?.text).toContain('(Europe/Berlin)');
  expect(mail?.text).toContain('Write to us at once');
  expect(mail?.text).not.toContain(to);
  expect(mail?.link?.href).toBe(`${stand.url}/settings#profile`);
  expect(await subjects(to)).toEqual(['Confirm your new email address']);
  expect((await activityOf(ana))[0].mail).toBe('SENT');
  expect(await activityOf(bea)).toEqual([]);
  // What is mailed later goes to the new address.
  await ana.disconnect(await ana.givenConnection('studio_nord'));
  expect(await subjects(to)).toContain('Instagram data was deleted');
  expect(await subjects(before)).not.toContain('Instagram data was deleted');
});

it('mails nothing to an address before that nobody confirmed', async () => {
  const cleo = await stand.givenAccount(`cleo${story}@example.com`);
  await openChange(stand, await mailedChange(stand, cleo, to));
  expect(await addressOf(cleo)).toMatchObject({ email: to, emailVerified: true });
  expect(await activityOf(cleo)).toEqual([expect.objectContaining({ kind: 'EMAIL_CHANGED', mail: 'NONE' })]);
  expect(await subjects(cleo.email)).toEqual(['Confirm your email address']);
});

it('asks for the password typed just now, and for somebody signed in', async () => {
  stand.clock.advance({ minutes: 6 });
  await addressOf(ana);
  const before = await snapshot(stand.app.dataSource);
  expect(asked(await askForEmail(ana, to))).toMatchObject({
    account: null,
    userErrors: [{ __typename: 'PasswordNeeded' }],
  });
  const stranger = await askForEmail(stand.visitor(), to);
  expect(stranger.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
});

it.each([
  ['no address', () => 'ana at home', 'EmailInvalid'],
  ['the address of now', () => ` ${ana.email.toUpperCase()}`, 'EmailUnchanged'],
])('refuses %s and changes nothing', async (_what, email, __typename) => {
  await askForEmail(ana, to);
  await stand.drain();
  const before = await snapshot(stand.app.dataSource);
  expect(asked(await askForEmail(ana, email()))).toMatchObject({
    account: null,
    userErrors: [{ __typename, path: ['email'] }],
  });
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
});

it('answers for an address of another account as for a free one, stores the same, and tells its mailbox alone', async () => {
  const free = asked(await askForEmail(ana, to));
  await stand.drain();
  const afterFree = counted(await snapshot(stand.app.dataSource));
  const beas = await addressOf(bea);
  const taken = asked(await askForEmail(ana, bea.email));
  await stand.drain();
  expect(JSON.stringify(taken).replaceAll(bea.email, to)).toBe(JSON.stringify(free));
  expect(counted(await snapshot(stand.app.dataSource))).toEqual(afterFree);
  const mails = await stand.app.dataSource.query(
    `select state, (link_hash is null) as over, link_ends_at is null as endless, to_sealed from mail
     where account_id = $1 and purpose = 'CHANGE_EMAIL' order by intended_at, id`,
    [rowIdOf(await ana.accountId())],
  );
  const sent = { state: 'SENT', endless: false, to_sealed: null };
  expect(mails).toHaveLength(2);
  expect(mails).toEqual(
    expect.arrayContaining([
      { ...sent, over: true },
      { ...sent, over: false },
    ]),
  );

  const [told] = await mailbox(stand, bea.email);
  expect(told?.subject).toBe('This address has a SocioGenie account already');
  expect(told?.link?.href).toBe(`${stand.url}/sign-in`);
  for (const secret of [ana.email, to]) expect(told?.text).not.toContain(secret);
  // It stands in the holder's mailbox, so the one who asked has no copy, in an export neither.
  const copies = await stand.app.dataSource.query(
    `select d.account_id from development_mail d join mail m on m.id = d.mail_id
     where m.account_id = $1 and m.purpose = 'CHANGE_EMAIL' and d.account_id <> m.account_id`,
    [rowIdOf(await ana.accountId())],
  );
  expect(copies).toEqual([{ account_id: rowIdOf(await bea.accountId()) }]);
  expect(await addressOf(bea)).toEqual(beas);
  expect(await activityOf(bea)).toEqual([]);
});

it('works once, and not after thirty minutes, once taken back, or once another address was asked for', async () => {
  const first = await mailedChange(stand, ana, to);
  const second = await mailedChange(stand, ana, `other-${to}`);
  expect(await openChange(stand, first)).toEqual(NOT_GOOD);
  const cancelled = await ana.execute(CANCEL);
  expect(cancelled.data.cancelEmailChange).toEqual({ account: { pendingEmailChange: null }, userErrors: [] });
  expect(await openChange(stand, second)).toEqual(NOT_GOOD);
  const late = await mailedChange(stand, ana, to);
  stand.clock.advance({ minutes: 30 });
  const before = await snapshot(stand.app.dataSource);
  for (const token of [late, '', 'x'.repeat(43)]) expect(await openChange(stand, token)).toEqual(NOT_GOOD);
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
  expect((await addressOf(ana)).pendingEmailChange).toBeNull();
  await ana.signIn();
  const good = await mailedChange(stand, ana, to);
  stand.clock.advance({ minutes: 29, seconds: 59 });
  expect(await openChange(stand, good)).toMatchObject({ email: to });
  expect(await openChange(stand, good)).toEqual(NOT_GOOD);
});

it('takes no link that was mailed for something else', async () => {
  await ana.execute(ASK_RESET, { input: { email: ana.email } });
  const reset = await mailedToken(stand, ana.email, '/reset-password');
  const change = await mailedChange(stand, ana, to);
  expect(await openChange(stand, reset)).toEqual(NOT_GOOD);
  const answer = await stand
    .visitor()
    .execute(RESET, { input: { token: change, password: 'harbour kite 7' } });
  expect(answer.data.resetPassword.userErrors).toEqual([{ __typename: 'LinkNotGood' }]);
  expect(await openChange(stand, change)).toMatchObject({ email: to });
});

it('of two accounts that want the same address one gets it, and the other’s change ends', async () => {
  const tokens = [await mailedChange(stand, ana, to)];
  stand.clock.advance({ seconds: 1 });
  tokens.push(await mailedChange(stand, bea, to));
  expect(new Set(tokens).size).toBe(2);
  const ends = await Promise.all(tokens.map((token) => openChange(stand, token)));
  expect(ends).toEqual(expect.arrayContaining([{ email: to, userErrors: [] }, TAKEN]));
  const both = [await addressOf(ana), await addressOf(bea)];
  expect(both.filter(({ email }) => email === to)).toHaveLength(1);
  expect(both.map(({ pendingEmailChange }) => pendingEmailChange)).toEqual([null, null]);
  for (const token of tokens) expect(await openChange(stand, token)).toEqual(NOT_GOOD);
});

it('reserves nothing: somebody who signs up with the address meanwhile keeps it', async () => {
  const token = await mailedChange(stand, ana, to);
  const cleo = await stand.givenAccount(to);
  expect(await openChange(stand, token)).toEqual(TAKEN);
  expect(await addressOf(ana)).toMatchObject({ email: ana.email, pendingEmailChange: null });
  expect((await addressOf(cleo)).email).toBe(to);
});

it('ends the links that were mailed to the address before, those too that are still to be mailed', async () => {
  await ana.execute(ASK_RESET, { input: { email: ana.email } });
  const reset = await mailedToken(stand, ana.email, '/reset-password');
  const token = await mailedChange(stand, ana, to);
  await ana.execute(ASK_RESET, { input: { email: ana.email } });
  await stand.app.settled();
  const resets = (await subjects(ana.email)).filter((subject) => subject === 'Choose a new password').length;
  await ana.execute(ASK_RESET, { input: { email: ana.email } });
  await stand.app.settled();
  await openChange(stand, token);
  const input = { token: reset, password: 'harbour kite 7' };
  const answer = await stand.visitor().execute(RESET, { input });
  expect(answer.data.resetPassword.userErrors).toEqual([{ __typename: 'LinkNotGood' }]);
  expect(await subjects(to)).toEqual(['Confirm your new email address']);
  expect((await subjects(ana.email)).filter((subject) => subject === 'Choose a new password')).toHaveLength(
    resets,
  );
  expect(await signsIn(to)).toBe(true);
});

it.each<[string, () => Promise<unknown>]>([
  [
    'chosen in the settings',
    () =>
      ana.execute(CHANGE_PASSWORD, {
        input: { currentPassword: ana.password, newPassword: 'harbour kite 7' },
      }),
  ],
  [
    'chosen by a mailed link',
    async () => {
      await ana.execute(ASK_RESET, { input: { email: ana.email } });
      const token = await mailedToken(stand, ana.email, '/reset-password');
      await stand.visitor().execute(RESET, { input: { token, password: 'harbour kite 7' } });
    },
  ],
])('a new password %s ends it: whoever asked may not have been the owner', async (_how, choose) => {
  const token = await mailedChange(stand, ana, to);
  await choose();
  expect(await openChange(stand, token)).toEqual(NOT_GOOD);
  expect(await signsIn(ana.email, 'harbour kite 7')).toBe(true);
});

it('of it and a new password by a mailed link, opened at once, one holds and the other’s link is not good', async () => {
  const password = 'harbour kite 7';
  for (let time = 0; time < 4; time += 1) {
    await ana.signIn();
    const change = await mailedChange(stand, ana, `${time}-${to}`);
    await ana.execute(ASK_RESET, { input: { email: ana.email } });
    const token = await mailedToken(stand, ana.email, '/reset-password');
    const [changed, reset] = await Promise.all([
      openChange(stand, change),
      stand.visitor().execute(RESET, { input: { token, password } }),
    ]);
    const ends = [changed.userErrors, reset.data.resetPassword.userErrors];
    expect(ends.map((errors) => errors.length).sort()).toEqual([0, 1]);
    expect(ends.flat()).toMatchObject([{ __typename: 'LinkNotGood' }]);
    if (changed.email !== null) ana.email = changed.email;
    else ana.password = password;
    expect(await signsIn(ana.email, ana.password)).toBe(true);
    stand.clock.advance({ hours: 1 });
  }
});

it('is nothing for the demo account, whose login everybody knows, and nobody else gets its address', async () => {
  const demo = await stand.givenAccount(DEMO_EMAIL);
  const before = await snapshot(stand.app.dataSource);
  expect(asked(await askForEmail(demo, to)).userErrors).toMatchObject([{ __typename: 'DemoAccountFixed' }]);
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
  expect(asked(await askForEmail(ana, DEMO_EMAIL)).userErrors).toEqual([]);
  expect(await subjects(DEMO_EMAIL)).toEqual(['This address has a SocioGenie account already']);
  await demo.execute(DELETE, { input: { email: demo.email, password: demo.password } });
  await stand.drain();
  await askForEmail(ana, DEMO_EMAIL);
  expect(await subjects(DEMO_EMAIL)).toEqual([]);
});

it('ends with the account that is deleted meanwhile, whose address is free then', async () => {
  const token = await mailedChange(stand, ana, to);
  const account = rowIdOf(await ana.accountId());
  await ana.execute(DELETE, { input: { email: ana.email, password: ana.password } });
  expect(await openChange(stand, token)).toEqual(NOT_GOOD);
  await stand.drain();
  expect(await openChange(stand, token)).toEqual(NOT_GOOD);
  expect(
    await stand.app.dataSource.query('select 1 from email_change where account_id = $1', [account]),
  ).toEqual([]);
  await stand.givenAccount(to);
});

it('is answered a few times an hour for one account', async () => {
  const answers = [];
  for (let time = 0; time < 5; time += 1) answers.push(await askForEmail(ana, `${time}-${to}`));
  expect(answers.map(({ errors }) => errors[0]?.extensions.code ?? null)).toEqual([
    ...Array(4).fill(null),
    'RATE_LIMITED',
  ]);
  expect((await addressOf(ana)).pendingEmailChange.email).toBe(`3-${to}`);
  expect(asked(await askForEmail(bea, to)).userErrors).toEqual([]);
});

it('keeps both addresses sealed, the one before until it was told, and what nobody confirmed for a day', async () => {
  const before = ana.email;
  const token = await mailedChange(stand, ana, to);
  const inClear = async () => {
    const found = [];
    for (const table of ['email_change', 'mail', 'notice', 'account', 'graphile_worker._private_jobs'])
      for (const { text } of await stand.app.dataSource.query(`select t::text as text from ${table} t`))
        for (const clear of [token, to, before]) if (text.includes(clear)) found.push([table, clear]);
    return found;
  };
  const withAddress = () => stand.app.dataSource.query('select 1 from mail where to_sealed is not null');
  expect(await inClear()).toEqual([]);
  await openChange(stand, token);
  expect(await withAddress()).toHaveLength(1);
  expect(await inClear()).toEqual([]);
  await stand.drain();
  expect(await withAddress()).toEqual([]);
  await askForEmail(ana, `again-${to}`);
  stand.clock.advance({ days: 1, minutes: 1 });
  await stand.run('tidy');
  expect(await stand.app.dataSource.query('select 1 from email_change')).toEqual([]);
});

/** How many rows each table has; what they say differs, being sealed anew. */
const counted = (tables: Record<string, string>): Record<string, number> =>
  Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, Number.parseInt(rows, 10)]));
