import { setTimeout as sleep } from 'node:timers/promises';
import { confirmAddress } from '../../stand/confirmed';
import { mailedToken } from '../../stand/mailbox';
import type { Person } from '../../stand/person';
import { snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let ana: Person;
let bea: Person;
beforeEach(async () => {
  stand = await Stand.open();
  ana = await stand.givenAccount('ana@example.com');
  bea = await stand.givenAccount('bea@example.com');
  await confirmAddress(stand, ana);
});
afterEach(() => stand.close());

const NEW = 'a wholly new password';
const ASK = `mutation ($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) { userErrors { message } }
}`;
const RESET = `mutation ($input: ResetPasswordInput!) {
  resetPassword(input: $input) { userErrors { __typename } }
}`;
const CHANGE = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) { userErrors { __typename } }
}`;

async function resetToken(): Promise<string> {
  await stand.visitor().execute(ASK, { input: { email: ana.email } });
  return mailedToken(stand, ana.email, '/reset-password');
}

/** Waits until so many statements wait for a lock. */
async function waiting(count: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const rows: unknown[] = await stand.app.dataSource.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rows.length >= count) return;
    await sleep(20);
  }
  throw new Error('nobody waits');
}

/** Has an account deleted while something else of it waits for its row, which a third one holds for so long. */
async function whileItWaits<T>(begin: () => Promise<T>): Promise<{ ended: T; code: string }> {
  const holder = stand.app.dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query('select 1 from account where email_index is not null for update');
  const ending = begin();
  await waiting(1);
  const deleting = ana.deleteAccount();
  await waiting(2);
  // Neither holds what the other needs next: they would wait for each other until PostgreSQL ends one of them.
  const all: unknown[] = await stand.app.dataSource.query('select 1 from session');
  const free: unknown[] = await stand.app.dataSource.query('select 1 from session for update skip locked');
  expect(free).toHaveLength(all.length);
  await holder.commitTransaction();
  await holder.release();
  const [ended, answer] = await Promise.all([ending, deleting]);
  expect(answer.errors).toEqual([]);
  return { ended, code: answer.data.deleteAccount.deletionStatus.confirmationCode };
}

async function expectAnaGone(code: string): Promise<void> {
  await stand.drain();
  expect((await stand.visitor().deletionStatus(code)).state).toBe('COMPLETED');
  for (const password of [ana.password, NEW]) expect((await ana.signIn(password)).account).toBeNull();
  expect((await bea.execute('{ viewer { id } }')).data.viewer).not.toBeNull();
}

describe('an account that is deleted at the moment at which', () => {
  it('its password is set by a mailed link: both end, in no circle', async () => {
    const token = await resetToken();
    const input = { token, password: NEW };
    const { ended, code } = await whileItWaits(() => stand.visitor().execute(RESET, { input }));
    expect(ended.errors).toEqual([]);
    expect(ended.data.resetPassword.userErrors).toEqual([]);
    await expectAnaGone(code);
  });

  it('its password is changed in another browser: both end, in no circle', async () => {
    const phone = stand.visitor();
    phone.email = ana.email;
    await phone.signIn();
    const input = { currentPassword: ana.password, newPassword: NEW };
    const { ended, code } = await whileItWaits(() => phone.execute(CHANGE, { input }));
    expect(ended.errors).toEqual([]);
    expect(ended.data.changePassword.userErrors).toEqual([]);
    await expectAnaGone(code);
  });
});

it('takes no mailed link for an account that was deleted, before its rows are gone either', async () => {
  const token = await resetToken();
  expect((await ana.deleteAccount()).errors).toEqual([]);
  const before = await snapshot(stand.app.dataSource);
  const answer = await stand.visitor().execute(RESET, { input: { token, password: NEW } });
  expect(answer.data.resetPassword.userErrors).toEqual([{ __typename: 'LinkNotGood' }]);
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
});
