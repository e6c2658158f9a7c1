import { Passwords } from '../../../server/src/features/account';
import { rowIdOf, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
beforeAll(async () => {
  stand = await Stand.open();
});
afterAll(() => stand.close());

const REFUSED = (field: string) => [
  expect.objectContaining({ __typename: 'PasswordBreached', path: [field] }),
];

// ASVS 6.2.4 and 6.2.12.
describe('a password that is known from leaks', () => {
  it.each(['password', '12345678', 'Iloveyou1', 'QWERTYUIOP'])('makes no account: %s', async (password) => {
    const before = await snapshot(stand.app.dataSource);
    const visitor = stand.visitor();
    const payload = await visitor.signUp({ email: 'leaked@example.com', password });
    expect(payload.account).toBeNull();
    expect(payload.userErrors).toEqual(REFUSED('password'));
    expect(visitor.sessionId).toBeUndefined();
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
  });

  it('is told beside everything else that is wrong', async () => {
    const payload = await stand.visitor().signUp({ email: 'none', password: 'password1', timeZone: 'Mars' });
    expect(payload.userErrors.map((error: { __typename: string }) => error.__typename)).toEqual([
      ...['EmailInvalid', 'PasswordBreached', 'TimeZoneUnknown'],
    ]);
  });

  it('is not taken for a new one, and the old one stays', async () => {
    const ana = await stand.givenAccount();
    const before = await snapshot(stand.app.dataSource);
    const answer = await ana.execute(
      `mutation ($input: ChangePasswordInput!) {
        changePassword(input: $input) { account { id } userErrors { __typename path } }
      }`,
      { input: { currentPassword: ana.password, newPassword: 'password123' } },
    );
    expect(answer.data.changePassword).toEqual({ account: null, userErrors: REFUSED('newPassword') });
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
    expect((await ana.signIn()).account).not.toBeNull();
  });

  it('still opens an account that has it: nobody is shut out', async () => {
    const ana = await stand.givenAccount();
    // As if the account were older than the list.
    const hash = await new Passwords({ memoryKiB: 8, passes: 1 }).hash('password1');
    await stand.app.dataSource.query('update account set password_hash = $1 where id = $2', [
      hash,
      rowIdOf(await ana.accountId()),
    ]);
    expect((await ana.signIn('password1')).account).not.toBeNull();
  });
});
