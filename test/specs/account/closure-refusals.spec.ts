import { givenPair, type Pair } from '../../stand/pair';
import { snapshot } from '../../stand/snapshot';
import { Stand, type StandOptions } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
async function open(options: StandOptions = {}): Promise<void> {
  stand = await Stand.open(options);
  pair = await givenPair(stand);
}
afterEach(() => stand.close());

const errorsOf = (answer: { data: { deleteAccount: { userErrors: { __typename: string }[] } } }) =>
  answer.data.deleteAccount.userErrors;
const WRONG = 'not my password';
const PASSWORD_WRONG = {
  __typename: 'PasswordWrong',
  message: 'The password is not right.',
  path: ['password'],
};
const EMAIL_DIFFERS = {
  __typename: 'EmailDiffers',
  message: 'This is not the email address of your account.',
  path: ['email'],
};

describe('an account is not deleted', () => {
  it.each([
    ['with a wrong password', { password: WRONG }, [PASSWORD_WRONG]],
    ['with no password', { password: '' }, [PASSWORD_WRONG]],
    ['with an email typed wrong', { email: 'anna@example.com' }, [EMAIL_DIFFERS]],
    ['with the email of somebody else', { email: 'bea@example.com' }, [EMAIL_DIFFERS]],
    ['with no email', { email: '' }, [EMAIL_DIFFERS]],
    ['with neither', { email: 'x', password: WRONG }, [EMAIL_DIFFERS, PASSWORD_WRONG]],
  ])('%s, and nothing changes', async (_name, typed, errors) => {
    await open();
    const before = await snapshot(stand.app.dataSource);
    const answer = await pair.ana.deleteAccount(typed);
    expect(answer.data.deleteAccount).toEqual({ deletionStatus: null, userErrors: errors });
    await stand.drain();
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
    expect(await pair.ana.connections()).toMatchObject([{ status: 'ACTIVE' }]);
  });

  it('by somebody who is not signed in', async () => {
    await open();
    const before = await snapshot(stand.app.dataSource);
    const stranger = stand.visitor();
    stranger.email = pair.ana.email;
    expect((await stranger.deleteAccount()).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
  });

  it('after too many attempts at its password, even with the right one, until the minute is over', async () => {
    await open({ limits: { signInPerAccountMinute: { points: 3, perSeconds: 60 } } });
    const { ana, bea } = pair;
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect(errorsOf(await ana.deleteAccount({ email: `${attempt}@x.io`, password: WRONG }))).toHaveLength(
        2,
      );
    const before = await snapshot(stand.app.dataSource);
    expect((await ana.deleteAccount()).errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', retryAt: expect.any(String) } },
    ]);
    expect(await snapshot(stand.app.dataSource)).toEqual(before);
    expect(errorsOf(await bea.deleteAccount({ password: WRONG }))).toEqual([PASSWORD_WRONG]);
    stand.clock.advance({ seconds: 61 });
    expect(errorsOf(await ana.deleteAccount())).toEqual([]);
  });

  it('twice: of two devices at once one gets the code, and the other is told where it is', async () => {
    await open();
    const { ana } = pair;
    const phone = stand.visitor();
    phone.email = ana.email;
    await phone.signIn();
    const answers = await Promise.all([ana.deleteAccount(), phone.deleteAccount(), ana.deleteAccount()]);
    const given = answers.filter(({ data }) => data?.deleteAccount?.deletionStatus != null);
    expect(given).toHaveLength(1);
    for (const answer of answers.filter((one) => one !== given[0])) {
      // One that came so late that its session had ended is asked to sign in.
      const [error] = answer.errors;
      if (error === undefined)
        expect(errorsOf(answer)).toMatchObject([{ __typename: 'AccountAlreadyDeleted' }]);
      else expect(error.extensions.code).toBe('UNAUTHENTICATED');
    }
    await stand.drain();
    const requests = await stand.app.dataSource.query('select source from deletion_request');
    expect(requests).toEqual([{ source: 'ACCOUNT_CLOSURE' }]);
  });
});
