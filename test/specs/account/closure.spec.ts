import { ANAS, category, givenPair, type Pair } from '../../stand/pair';
import { check, claimsOf, downloadReceipt, publicKeys } from '../../stand/receipt';
import { rowIdOf, rowsWith } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

let stand: Stand;
let pair: Pair;
let account: string;
let others: Record<string, string>;
beforeEach(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
  account = rowIdOf(await pair.ana.accountId());
  others = await pair.others();
  stand.sandbox.clearCalls();
});
afterEach(() => stand.close());

const rows = (text: string) => rowsWith(stand.app.dataSource, text);
const statusOf = (answer: { data: { deleteAccount: { deletionStatus: unknown } } }) =>
  // biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
  answer.data.deleteAccount.deletionStatus as any;
/** Runs the jobs, and what tidies up after them. */
const erased = async () => {
  await stand.drain();
  await stand.run('tidy');
};
const callsToMeta = () => stand.sandbox.calls().map(({ method, route }) => `${method} ${route}`);
const VIEWER = '{ viewer { id } }';

describe('deleting an account', () => {
  it('ends it at once, on every device, and says so with a code', async () => {
    const { ana } = pair;
    const phone = stand.visitor();
    phone.email = ana.email;
    await phone.signIn();

    const answer = await ana.deleteAccount();
    expect(answer.errors).toEqual([]);
    expect(answer.data.deleteAccount.userErrors).toEqual([]);
    const status = statusOf(answer);
    expect(status).toMatchObject({
      confirmationCode: expect.stringMatching(/^[A-Z2-7]{26}$/),
      source: 'ACCOUNT_CLOSURE',
      state: 'RECEIVED',
      accessWithdrawal: expect.stringMatching(/^(ASKING|ACCEPTED)$/),
    });
    expect(category(status, 'ACCESS_KEYS')).toMatchObject({ outcome: 'REMOVED' });
    expect(category(status, 'ACCOUNT')).toMatchObject({ outcome: 'PENDING' });

    // Before any job ran: nobody is signed in, nobody can sign in, no key is left, and the email is free.
    for (const person of [ana, phone]) {
      expect((await person.execute(VIEWER)).data.viewer).toBeNull();
      expect((await person.signIn()).userErrors).toMatchObject([{ __typename: 'WrongCredentials' }]);
    }
    expect(ana.sessionId).toBeUndefined();
    for (const owner of [account, rowIdOf(pair.connection)])
      expect(await rows(owner)).not.toHaveProperty(['keystore.data_key']);
    const anew = stand.visitor();
    expect((await anew.signUp({ email: ana.email })).account).toMatchObject({ email: ana.email });

    await stand.drain();
    expect((await anew.execute(VIEWER)).data.viewer).not.toBeNull();
    expect(await anew.deletionRequests()).toEqual([]);
  });

  it('removes every row that names it, and touches no neighbour', async () => {
    const status = statusOf(await pair.ana.deleteAccount());
    await erased();
    expect(await rows(account)).toEqual({});
    expect(await rows(rowIdOf(pair.connection))).toEqual({
      'public.deletion_outcome': 3,
      'public.deletion_subject': 1,
    });
    const done = await stand.visitor().deletionStatus(status.confirmationCode);
    expect(done).toMatchObject({ state: 'COMPLETED', accessWithdrawal: 'ACCEPTED' });
    for (const name of ['ACCESS_KEYS', 'INSTAGRAM_IDENTITY', 'ANALYTICS', 'ACCOUNT'] as const)
      expect(category(done, name)).toEqual({ outcome: 'REMOVED', count: null, reason: null });
    expect(callsToMeta()).toEqual(['DELETE unsubscribe', 'DELETE revoke']);

    expect(await pair.others()).toEqual(others);
    expect(await pair.bea.connections()).toMatchObject([{ status: 'ACTIVE' }]);
  });

  it('gives a receipt that anybody can check', async () => {
    const { confirmationCode } = statusOf(await pair.ana.deleteAccount());
    await stand.drain();
    const document = await downloadReceipt(stand, confirmationCode);
    expect(check(document, await publicKeys(stand))).toEqual({
      signature: true,
      inclusion: true,
      checkpoint: true,
    });
    expect(claimsOf(document.receipt)).toMatchObject({
      request_kind: 'account_closure',
      key_removed_at: '2026-11-23T18:00Z',
      unrecoverable_by: expect.any(String),
      meta_revocation: 'accepted',
      categories: expect.arrayContaining([{ name: 'ACCOUNT', outcome: 'REMOVED' }]),
    });
    const page = await (
      await stand
        .visitor()
        .fetch(`/deletion-status/${confirmationCode}`, { headers: { accept: 'text/html' } })
    ).text();
    expect(page).toContain('Your account and its Instagram data have been deleted');
    expect(page).toContain('SocioGenie account');
    expect(page).toContain('Posts already published to Instagram stay there');
  });

  it('takes every connection with it, and asks Instagram about each', async () => {
    const second = await pair.ana.givenConnection('atelier_mare');
    stand.sandbox.clearCalls();
    stand.sandbox.plantFault({ route: 'revoke', account: 'atelier_mare', drop: 'before' });
    const { confirmationCode } = statusOf(await pair.ana.deleteAccount());
    await erased();
    expect(callsToMeta().filter((call) => call === 'DELETE revoke')).toHaveLength(2);
    // The least certain answer stands for all.
    expect(await stand.visitor().deletionStatus(confirmationCode)).toMatchObject({
      state: 'COMPLETED',
      accessWithdrawal: 'NO_ANSWER',
    });
    for (const id of [second, pair.connection])
      expect(await rows(rowIdOf(id))).toEqual({ 'public.deletion_outcome': 3, 'public.deletion_subject': 1 });
  });

  it('works for an account that connected nothing, and claims nothing else', async () => {
    const carl = await stand.givenAccount('carl@example.com');
    const id = rowIdOf(await carl.accountId());
    const { confirmationCode } = statusOf(await carl.deleteAccount());
    await stand.drain();
    expect(await rows(id)).toEqual({});
    const done = await stand.visitor().deletionStatus(confirmationCode);
    expect(done).toMatchObject({ state: 'COMPLETED', accessWithdrawal: 'NOT_ASKED' });
    expect(category(done, 'ACCOUNT').outcome).toBe('REMOVED');
    for (const name of ['ACCESS_KEYS', 'INSTAGRAM_IDENTITY', 'ANALYTICS'] as const)
      expect(category(done, name).outcome).toBe('NOTHING_HELD');
    const page = await stand.visitor().fetch(`/deletion-status/${confirmationCode}`, {
      headers: { accept: 'text/html' },
    });
    expect(await page.text()).toContain('Your account has been deleted');
  });

  it('leaves earlier requests their code, and takes them away from the account', async () => {
    const { ana } = pair;
    const earlier = (await ana.disconnect(pair.connection)).data.disconnectInstagram.deletionStatus;
    await stand.drain();
    await ana.deleteAccount();
    await stand.drain();
    expect(await rows(account)).toEqual({});
    const status = await stand.visitor().deletionStatus(earlier.confirmationCode);
    expect(status).toMatchObject({ source: 'DISCONNECT', state: 'COMPLETED', receipt: expect.any(String) });
    const sealed = await stand.app.dataSource.query(
      'select 1 from deletion_subject where code_sealed is not null or account_id is not null',
    );
    expect(sealed).toEqual([]);
  });

  it('has no more to remove when Instagram sends its own request later', async () => {
    await pair.ana.deleteAccount();
    const [during] = await stand.sandbox.sendCallback('deletion', { account: ANAS });
    const joined = JSON.parse(during?.body ?? '{}').confirmation_code;
    await stand.drain();
    stand.clock.advance({ minutes: 1 });
    const [after] = await stand.sandbox.sendCallback('deletion', { account: ANAS });
    await stand.drain();
    expect(await rows(account)).toEqual({});
    expect(await stand.visitor().deletionStatus(joined)).toMatchObject({ state: 'COMPLETED' });
    const late = await stand.visitor().deletionStatus(JSON.parse(after?.body ?? '{}').confirmation_code);
    expect(category(late, 'INSTAGRAM_IDENTITY').outcome).toBe('NOTHING_HELD');
  });

  it('tells the browser to forget everything of us', async () => {
    const { ana } = pair;
    const response = await ana.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: stand.url },
      body: JSON.stringify({
        query: `mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { userErrors { message } } }`,
        variables: { input: { email: ` ${ana.email.toUpperCase()} `, password: ana.password } },
      }),
    });
    expect(response.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(ana.sessionId).toBeUndefined();
  });
});
