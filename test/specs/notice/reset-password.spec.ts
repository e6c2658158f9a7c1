import { activityOf } from '../../stand/activity';
import { confirmAddress } from '../../stand/confirmed';
import { mailbox, mailedToken } from '../../stand/mailbox';
import type { Person } from '../../stand/person';
import { snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let ana: Person;
let bea: Person;
beforeEach(async () => {
  stand = await Stand.open({ limits: { resetMailPerIp: { points: 50, perSeconds: 3600 } } });
  ana = await stand.givenAccount('ana@example.com');
  bea = await stand.givenAccount('bea@example.com');
  for (const person of [ana, bea]) await confirmAddress(stand, person);
});
afterEach(() => stand.close());

const ASK = `mutation ($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) { userErrors { message } }
}`;
const RESET = `mutation ($input: ResetPasswordInput!) {
  resetPassword(input: $input) { userErrors { __typename path } }
}`;
const ask = (email: string) => stand.visitor().execute(ASK, { input: { email } });
const reset = async (token: string, password: string) =>
  (await stand.visitor().execute(RESET, { input: { token, password } })).data.resetPassword.userErrors;
const signedIn = async (person: Person) => (await person.execute('{ viewer { id } }')).data.viewer !== null;
const NEW = 'a wholly new password';
const REFUSED = [{ __typename: 'LinkNotGood', path: ['token'] }];

it('sets a new password by a mailed link, once, ends every session, and says so', async () => {
  const phone = ana.at(stand);
  await phone.signIn();
  await ask(' ANA@example.com ');
  const token = await mailedToken(stand, ana.email, '/reset-password');
  expect(await signedIn(phone)).toBe(true);
  expect(await reset(token, NEW)).toEqual([]);
  for (const person of [ana, phone]) expect(await signedIn(person)).toBe(false);
  expect(await signedIn(bea)).toBe(true);
  expect((await ana.signIn()).userErrors).toHaveLength(1);
  expect((await ana.signIn(NEW)).account).not.toBeNull();
  const subjects = (await mailbox(stand, ana.email)).map(({ subject }) => subject);
  expect(subjects).toContain('Your password was changed');
  expect((await activityOf(ana))[0]).toMatchObject({ kind: 'PASSWORD_CHANGED', mail: 'SENT' });
  expect(await activityOf(bea)).toEqual([]);
  const before = await snapshot(stand.app.dataSource);
  expect(await reset(token, 'yet another password')).toEqual(REFUSED);
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
});

it('keeps the link good when the new password is refused', async () => {
  await ask(ana.email);
  const token = await mailedToken(stand, ana.email, '/reset-password');
  const before = await snapshot(stand.app.dataSource);
  expect(await reset(token, 'short')).toEqual([{ __typename: 'PasswordTooShort', path: ['password'] }]);
  expect(await reset(token, 'password1')).toEqual([{ __typename: 'PasswordBreached', path: ['password'] }]);
  expect(await reset(token, 'x'.repeat(129))).toEqual([
    { __typename: 'PasswordTooLong', path: ['password'] },
  ]);
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
  expect(await signedIn(ana)).toBe(true);
  expect(await reset(token, NEW)).toEqual([]);
});

it('refuses late, foreign and invented links, and changes nothing', async () => {
  await ask(ana.email);
  const late = await mailedToken(stand, ana.email, '/reset-password');
  const cleo = await stand.givenAccount('cleo@example.com');
  stand.clock.advance({ minutes: 30 });
  const confirmation = await mailedToken(stand, cleo.email, '/verify-email');
  const before = await snapshot(stand.app.dataSource);
  for (const token of [late, confirmation, '', 'x'.repeat(43)])
    expect(await reset(token, NEW)).toEqual(REFUSED);
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
  expect(await signedIn(ana)).toBe(true);
});

it('answers alike for an address with an account, one without, one that was not confirmed, and a text that is none', async () => {
  await stand.givenAccount('cleo@example.com');
  const before = (await mailbox(stand)).length;
  const answers = [];
  for (const email of [ana.email, 'nobody@example.com', 'cleo@example.com', 'no address']) {
    const { status, data, errors } = await ask(email);
    answers.push(JSON.stringify({ status, data, errors }));
  }
  expect(new Set(answers).size).toBe(1);
  const mails = await mailbox(stand);
  expect(mails.length).toBe(before + 1);
  expect(mails.filter(({ link }) => link?.pathname === '/reset-password').map(({ to }) => to)).toEqual([
    ana.email,
  ]);
});

it('limits how often one address can be mailed, whether or not it has an account', async () => {
  for (const email of [ana.email, 'nobody@example.com']) {
    for (let n = 0; n < 3; n += 1) expect((await ask(email)).errors).toEqual([]);
    expect((await ask(email)).errors[0]?.extensions.code).toBe('RATE_LIMITED');
  }
});

it('builds its link from PUBLIC_URL, whatever host the request named', async () => {
  const body = JSON.stringify({ query: ASK, variables: { input: { email: ana.email } } });
  const headers = { 'content-type': 'application/json', 'x-forwarded-host': 'evil.example' };
  await fetch(`${stand.url}/graphql`, { method: 'POST', headers, body });
  const mail = (await mailbox(stand, ana.email)).find(({ link }) => link?.pathname === '/reset-password');
  expect(mail?.link?.origin).toBe(stand.url);
  expect(mail?.link?.search).toBe('');
});
