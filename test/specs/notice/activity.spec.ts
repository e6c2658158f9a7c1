import { requireAccount } from '../../meta/src/seed.ts';
import { ACTIVITY, activityOf } from '../../stand/activity';
import { postSigned, requestDeletion } from '../../stand/callbacks';
import { confirmAddress } from '../../stand/confirmed';
import { mailbox } from '../../stand/mailbox';
import { ANAS, BEAS, givenPair, type Pair } from '../../stand/pair';
import { rowIdOf, rowsWith, snapshot } from '../../stand/snapshot';
import { Stand } from '../../stand/stand';

jest.setTimeout(60_000);

let stand: Stand;
let pair: Pair;
beforeEach(async () => {
  stand = await Stand.open();
  pair = await givenPair(stand);
  for (const person of [pair.ana, pair.bea]) await confirmAddress(stand, person);
  stand.clock.advance({ minutes: 1 });
});
afterEach(() => stand.close());

/** Instagram says that Ana removed the app. */
async function deauthorize(): Promise<string> {
  const signed = stand.sandbox.sign({ account: ANAS });
  await postSigned(stand, '/meta/deauthorize', signed);
  return signed;
}

const subjects = async (email: string) => (await mailbox(stand, email)).map(({ subject }) => subject);
const SEEN = `mutation ($input: MarkActivitySeenInput!) {
  markActivitySeen(input: $input) { account { unseenActivityCount } userErrors { message } }
}`;
const PREFER = `mutation ($input: SetNotificationPreferenceInput!) {
  setNotificationPreference(input: $input) {
    account { notificationPreferences { kind mailed canChange } } userErrors { __typename message path }
  }
}`;

it('tells of a removal at Instagram once, in the app and by mail, and tells the neighbour nothing', async () => {
  const signed = await deauthorize();
  await postSigned(stand, '/meta/deauthorize', signed);
  const told = await activityOf(pair.ana);
  expect(told).toEqual([
    expect.objectContaining({
      kind: 'REMOVED_AT_INSTAGRAM',
      sentence: 'SocioGenie was removed at Instagram',
      connection: { id: pair.connection, username: ANAS },
      seen: false,
      mail: 'QUEUED',
    }),
  ]);
  const [mail, ...others] = await mailbox(stand, pair.ana.email);
  expect(mail).toMatchObject({ subject: 'SocioGenie was removed at Instagram' });
  expect(mail?.link?.href).toBe(`${stand.url}/integrations#${pair.connection}`);
  expect(mail?.text).toContain('on Mon 23 Nov 2026, 19:01 (Europe/Berlin)');
  expect(others.map(({ subject }) => subject)).toEqual(['Confirm your email address']);
  expect((await activityOf(pair.ana))[0].mail).toBe('SENT');
  expect(await activityOf(pair.bea)).toEqual([]);
  expect(await subjects(pair.bea.email)).toEqual(['Confirm your email address']);
});

it('says nothing in a mail that came from Instagram, no name, no id and no key', async () => {
  await deauthorize();
  const removal = await mailbox(stand, pair.ana.email);
  await pair.ana.disconnect(pair.connection);
  const deletion = await mailbox(stand, pair.ana.email);
  expect(deletion.map(({ subject }) => subject)).not.toContain('SocioGenie was removed at Instagram');
  const mails = [...removal, ...deletion];
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(3);
  const said = JSON.stringify(mails.map(({ link, ...mail }) => ({ ...mail, link: link?.href })));
  const { appScopedId, professionalId } = requireAccount(ANAS);
  for (const secret of [ANAS, BEAS, appScopedId, professionalId, 'IGAA']) expect(said).not.toContain(secret);
});

it('tells that a deletion was completed, and takes with the connection what was told about it', async () => {
  await deauthorize();
  await stand.drain();
  const before = await snapshot(stand.app.dataSource, [
    rowIdOf(await pair.ana.accountId()),
    rowIdOf(pair.connection),
  ]);
  await requestDeletion(stand, stand.sandbox.sign({ account: ANAS }));
  await stand.drain();
  const told = await activityOf(pair.ana);
  expect(told.map(({ kind, connection, mail }) => ({ kind, connection, mail }))).toEqual([
    { kind: 'DELETION_COMPLETED', connection: null, mail: 'SENT' },
  ]);
  const [mail] = await mailbox(stand, pair.ana.email);
  expect(mail?.subject).toBe('Instagram data was deleted');
  const [request] = await pair.ana.deletionRequests();
  expect(mail?.text).not.toContain(request.confirmationCode);
  expect(await rowsWith(stand.app.dataSource, rowIdOf(pair.connection))).not.toHaveProperty([
    'public.notice',
  ]);
  const after = await snapshot(stand.app.dataSource, [
    rowIdOf(await pair.ana.accountId()),
    rowIdOf(pair.connection),
    request.confirmationCode,
  ]);
  expect(after['public.notice']).toBe(before['public.notice']);
  expect(await activityOf(pair.bea)).toEqual([]);
});

it('mails nothing to an address that was not confirmed, and still tells in the app', async () => {
  const cleo = await stand.givenAccount('cleo@example.com');
  const connection = await cleo.givenConnection('atelier_mare');
  await cleo.disconnect(connection);
  await stand.drain();
  expect(await activityOf(cleo)).toEqual([
    expect.objectContaining({ kind: 'DELETION_COMPLETED', mail: 'NONE' }),
  ]);
  expect(await subjects(cleo.email)).toEqual(['Confirm your email address']);
});

it('does not mail what a person switched off, and mails it again when it is switched on', async () => {
  const kind = 'REMOVED_AT_INSTAGRAM';
  const off = await pair.ana.execute(PREFER, { input: { kind, mailed: false } });
  const preferences = off.data.setNotificationPreference.account.notificationPreferences;
  expect(preferences.filter(({ mailed }: { mailed: boolean }) => !mailed)).toEqual([
    { kind, mailed: false, canChange: true },
  ]);
  await deauthorize();
  expect((await activityOf(pair.ana))[0]).toMatchObject({ kind, mail: 'NONE' });
  expect(await subjects(pair.ana.email)).toEqual(['Confirm your email address']);
  await pair.ana.execute(PREFER, { input: { kind, mailed: true } });
  await pair.ana.connect(ANAS);
  stand.clock.advance({ minutes: 10 });
  await deauthorize();
  expect(await subjects(pair.ana.email)).toEqual([
    'SocioGenie was removed at Instagram',
    'Confirm your email address',
  ]);
});

it('always mails that the password was changed, and refuses to switch it off', async () => {
  const before = await snapshot(stand.app.dataSource);
  const input = { kind: 'PASSWORD_CHANGED', mailed: false };
  const answer = await pair.ana.execute(PREFER, { input });
  expect(answer.data.setNotificationPreference).toMatchObject({
    account: null,
    userErrors: [{ __typename: 'AlwaysMailed', path: ['kind'] }],
  });
  expect(await snapshot(stand.app.dataSource)).toEqual(before);
});

it('counts what is new until it was seen, page by page, and never marks what came later or is somebody else’s', async () => {
  for (let n = 0; n < 3; n += 1) {
    stand.clock.advance({ minutes: 1 });
    const browser = stand.visitor();
    browser.email = pair.ana.email;
    await browser.signIn();
  }
  const first = (await pair.ana.execute(ACTIVITY, { first: 2 })).data.viewer;
  expect(first.unseenActivityCount).toBe(3);
  expect(first.activity.edges).toHaveLength(2);
  expect(first.activity.pageInfo.hasNextPage).toBe(true);
  const rest = (await pair.ana.execute(ACTIVITY, { after: first.activity.pageInfo.endCursor })).data.viewer;
  expect(rest.activity).toMatchObject({ edges: [{}], pageInfo: { hasNextPage: false } });
  const ids = [...first.activity.edges, ...rest.activity.edges].map(({ node }) => node.id);
  expect(new Set(ids).size).toBe(3);

  const before = await snapshot(stand.app.dataSource);
  for (const throughId of [ids[0], 'act_00000000000000000000000000000000', 'nonsense']) {
    const foreign = await pair.bea.execute(SEEN, { input: { throughId } });
    expect(foreign).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  }
  const strange = await pair.bea.execute(ACTIVITY, { after: ids[0] });
  expect(strange.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(await snapshot(stand.app.dataSource)).toEqual(before);

  const seen = await pair.ana.execute(SEEN, { input: { throughId: ids[1] } });
  expect(seen.data.markActivitySeen.account.unseenActivityCount).toBe(1);
  expect((await activityOf(pair.ana)).map((entry) => entry.seen)).toEqual([false, true, true]);
});

it('tells of a sign-in with a new browser, and not of one that is known', async () => {
  await pair.ana.signOut();
  await pair.ana.signIn();
  expect(await activityOf(pair.ana)).toEqual([]);
  const stranger = stand.visitor();
  stranger.email = pair.ana.email;
  await stranger.signIn('not the password');
  expect(await activityOf(pair.ana)).toEqual([]);
  await stranger.signIn();
  await stranger.signOut();
  await stranger.signIn();
  expect(await activityOf(pair.ana)).toMatchObject([
    { kind: 'NEW_DEVICE', sentence: 'New sign-in with a browser', connection: null },
  ]);
  expect((await subjects(pair.ana.email))[0]).toBe('New sign-in with a browser');
  expect(await activityOf(pair.bea)).toEqual([]);
});
