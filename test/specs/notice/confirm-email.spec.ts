import { CONFIRM, confirmAddress } from '../../stand/confirmed';
import { mailbox, mailedToken } from '../../stand/mailbox';
import type { Person } from '../../stand/person';
import { snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let ana: Person;
let bea: Person;
beforeEach(async () => {
  stand = await Stand.open({ limits: { confirmationMailPerAccount: { points: 2, perSeconds: 3600 } } });
  ana = await stand.givenAccount('ana@example.com');
  bea = await stand.givenAccount('bea@example.com');
});
afterEach(() => stand.close());

const SEND = 'mutation { sendConfirmationMail { userErrors { __typename message } } }';
const verified = async (person: Person): Promise<boolean> =>
  (await person.execute('{ viewer { emailVerified } }')).data.viewer.emailVerified;
const confirm = async (token: string) =>
  (await stand.visitor().execute(CONFIRM, { input: { token } })).data.confirmEmail.userErrors;
const REFUSED = [expect.objectContaining({ __typename: 'LinkNotGood', path: ['token'] })];

it('mails a link when an account is made, and confirms the address by it without a sign-in, once', async () => {
  expect(await verified(ana)).toBe(false);
  const token = await mailedToken(stand, ana.email, '/verify-email');
  expect(await confirm(token)).toEqual([]);
  expect(await verified(ana)).toBe(true);
  expect(await verified(bea)).toBe(false);
  const before = await snapshot(stand.app.dataSource);
  expect(await confirm(token)).toEqual(REFUSED);
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
});

it('opens nothing by GET: a scanner of links confirms nothing', async () => {
  const [mail] = await mailbox(stand, ana.email);
  await fetch(mail?.link ?? '', { headers: { accept: 'text/html' } });
  expect(await verified(ana)).toBe(false);
  expect(mail?.link?.search).toBe('');
});

it('refuses a link after thirty minutes, a text that is none, and a link for something else, and changes nothing', async () => {
  await confirmAddress(stand, bea);
  await bea.execute(
    'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { userErrors { message } } }',
    { input: { email: bea.email } },
  );
  const reset = await mailedToken(stand, bea.email, '/reset-password');
  const late = await mailedToken(stand, ana.email, '/verify-email');
  stand.clock.advance({ minutes: 30 });
  const before = await snapshot(stand.app.dataSource);
  for (const token of [late, reset, '', 'x'.repeat(43)]) expect(await confirm(token)).toEqual(REFUSED);
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
  expect(await verified(ana)).toBe(false);
});

it('is good at the last second of thirty minutes, and a newer link uses up the older', async () => {
  const older = await mailedToken(stand, ana.email, '/verify-email');
  stand.clock.advance({ minutes: 1 });
  await ana.execute(SEND);
  const newer = await mailedToken(stand, ana.email, '/verify-email');
  stand.clock.advance({ minutes: 29, seconds: 59 });
  expect(newer).not.toBe(older);
  expect(await confirm(newer)).toEqual([]);
  expect(await confirm(older)).toEqual(REFUSED);
});

it('sends the mail again on demand, within a limit, and not when the address is confirmed', async () => {
  expect((await ana.execute(SEND)).data.sendConfirmationMail.userErrors).toEqual([]);
  expect(await mailbox(stand, ana.email)).toHaveLength(2);
  await confirmAddress(stand, ana);
  const again = await ana.execute(SEND);
  expect(again.data.sendConfirmationMail.userErrors).toMatchObject([{ __typename: 'EmailAlreadyConfirmed' }]);
  expect((await ana.execute(SEND)).errors[0]?.extensions.code).toBe('RATE_LIMITED');
  expect(await mailbox(stand, ana.email)).toHaveLength(2);
  expect((await stand.visitor().execute(SEND)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

it('stores no link, only its digest, and the development mailbox only sealed', async () => {
  const token = await mailedToken(stand, ana.email, '/verify-email');
  for (const table of ['mail', 'development_mail', 'notice', 'account']) {
    const rows = await stand.app.dataSource.query(`select t::text as text from ${table} t`);
    for (const { text } of rows) for (const clear of [token, ana.email]) expect(text).not.toContain(clear);
  }
  const [{ count }] = await stand.app.dataSource.query(
    'select count(*)::int as count from mail where link_hash is not null',
  );
  expect(count).toBe(2);
});
