import { shownDay } from '../../meta/src/index.ts';
import { ControlPage } from '../../stand/control-page';
import { connectWithComments } from '../../stand/events';
import { sampled } from '../../stand/full';
import type { Person } from '../../stand/person';
import { Stand } from '../../stand/stand';

const NORD = 'studio_nord';
let stand: Stand;
let control: ControlPage;
let ana: Person;
let bea: Person;

beforeEach(async () => {
  stand = await Stand.open();
  control = new ControlPage(stand);
  ana = await stand.givenAccount('ana@example.com');
  bea = await stand.givenAccount('bea@example.com');
});
afterEach(() => stand.close());

/** Connects without the first fetching of analytics. */
async function connected(person: Person, username: string, connectionId?: string): Promise<string> {
  const id = (await person.connect(username, connectionId === undefined ? {} : { connectionId }))
    .connectionId;
  await stand.app.dataSource.query('delete from graphile_worker._private_jobs');
  return id ?? '';
}
const PUBLISH = 'instagram_business_content_publish';
const ANALYTICS = 'instagram_business_manage_insights';
const card = async () => (await ana.connections())[0];
async function checked(id: string): Promise<void> {
  expect(await ana.checkNow(id)).toBeNull();
  await stand.drain();
}

describe('each state of a card is reached from the control page', () => {
  it('access that Instagram ended, with every reason it gives, and well again after a reconnect', async () => {
    const id = await connected(ana, NORD);
    await connected(bea, 'cafe_lisboa');
    expect(await card()).toMatchObject({ status: 'ACTIVE', statusReason: null });
    for (const [button, reason] of [
      ['Change the password (190/460)', 'PASSWORD_CHANGED'],
      ['Checkpoint (190/459)', 'CHECKPOINT'],
      ['Expire every token (190/463)', 'ACCESS_EXPIRED'],
      ['Sign out everywhere (190/467)', 'ACCESS_INVALIDATED'],
      ['Unconfirm the account (190/464)', 'ACCOUNT_UNCONFIRMED'],
    ] as const) {
      await control.press(NORD, button);
      expect(await card()).toMatchObject({ status: 'ACTIVE' });
      await checked(id);
      expect(await card()).toMatchObject({ status: 'RECONNECT_NEEDED', statusReason: reason });
      await connected(ana, NORD, id);
      expect(await card()).toMatchObject({ status: 'ACTIVE', statusReason: null });
    }
  });

  it('the permission that everything needs, taken back; an account that is said not to exist for a day', async () => {
    const id = await connected(ana, NORD);
    await connected(bea, 'cafe_lisboa');
    await control.press(NORD, 'Change the permissions', { permission: [PUBLISH, ANALYTICS] });
    await checked(id);
    expect(await card()).toMatchObject({
      status: 'RECONNECT_NEEDED',
      statusReason: 'PERMISSION_WITHDRAWN',
    });
    await connected(ana, NORD, id);
    await control.press(NORD, 'Account not found');
    for (let hours = 0; hours < 32; hours += 8) {
      await ana.signIn();
      await checked(id);
      stand.clock.advance({ hours: 8 });
      await stand.drain();
    }
    await ana.signIn();
    expect(await card()).toMatchObject({ status: 'RECONNECT_NEEDED', statusReason: 'ACCOUNT_NOT_FOUND' });
  });

  it('removed at Instagram, told by its callback or found out', async () => {
    const id = await connected(ana, NORD);
    await connected(bea, 'cafe_lisboa');
    expect(await control.press(NORD, 'Remove the app')).toBe('The app was removed and told so.');
    expect(await card()).toMatchObject({ status: 'DEAUTHORIZED', statusEvidence: { kind: 'CALLBACK' } });
    await connected(ana, NORD, id);
    expect(await card()).toMatchObject({ status: 'ACTIVE' });
    await control.press(NORD, 'Removed without a word');
    expect(await card()).toMatchObject({ status: 'ACTIVE' });
    await checked(id);
    expect(await card()).toMatchObject({
      ...{ status: 'DEAUTHORIZED', statusReason: 'REMOVED_AT_INSTAGRAM' },
      statusEvidence: { kind: 'CHECK', code: '190/458' },
    });
  });

  it('limited: the consent page has Analytics unticked, or the permission is taken back later', async () => {
    await control.press(NORD, 'Analytics not granted');
    await control.goTo(await ana.startConnect());
    await control.submit('Continue', { account: NORD });
    await ana.comeBack(await control.leave('Allow'));
    expect(await card()).toMatchObject({ status: 'LIMITED', statusReason: 'PERMISSION_NOT_GRANTED' });
    await control.press(NORD, 'Healthy');
    const id = await connected(ana, NORD, (await card()).id);
    expect(await card()).toMatchObject({ status: 'ACTIVE' });
    await control.press(NORD, 'Analytics not granted');
    await ana.syncNow(id);
    for (let checks = 0; checks < 3; checks += 1) {
      await stand.drain();
      stand.clock.advance({ minutes: 11 });
    }
    await stand.drain();
    expect(await card()).toMatchObject({ status: 'LIMITED', statusReason: 'ANALYTICS_WITHDRAWN' });
  });

  it('access that ends soon, that cannot be renewed, and that has ended', async () => {
    await control.press(NORD, 'Access that ends soon');
    const id = await connected(ana, NORD);
    expect(await card()).toMatchObject({ status: 'EXPIRING', statusReason: 'RENEWAL_AHEAD' });
    await control.press(NORD, 'Access that cannot be renewed');
    await connected(ana, NORD, id);
    stand.clock.advance({ days: 2 });
    await stand.run('find-due-renewals');
    await ana.signIn();
    expect(await card()).toMatchObject({
      ...{ status: 'EXPIRING', statusReason: 'RENEWAL_FAILING' },
      tokenHealth: { failedAttempts: 1 },
    });
    await control.press(NORD, 'Apply to next tokens', { life: '300' });
    await connected(ana, NORD, id);
    stand.clock.advance({ minutes: 6 });
    expect(await card()).toMatchObject({ status: 'RECONNECT_NEEDED', statusReason: 'ACCESS_EXPIRED' });
  });

  it.each(sampled(['errors', 'pages', 'odd'], 1))(
    'trouble of Instagram’s, which moves no card: %s',
    async (trouble) => {
      const ids = [];
      for (const username of [NORD, 'cafe_lisboa', 'atelier_mare']) ids.push(await connected(ana, username));
      await control.pressForAll('Apply to everybody', { outage: trouble });
      for (const id of ids) await ana.syncNow(id);
      await stand.drain();
      const seen = async () => (await ana.execute('{ instagramTrouble { since } }')).data.instagramTrouble;
      expect(await seen()).toMatchObject({ since: expect.any(String) });
      for (const { status, paused } of await ana.connections())
        expect({ status, paused }).toMatchObject({
          status: 'ACTIVE',
          paused: expect.arrayContaining([expect.objectContaining({ reason: 'INSTAGRAM_TROUBLE' })]),
        });
      await control.pressForAll('Apply to everybody', { outage: 'none' });
      stand.clock.advance({ minutes: 3 });
      await stand.run('watch-instagram');
      expect(await seen()).toBeNull();
    },
  );

  it('a rate limit, by the headers, which pauses and moves nothing', async () => {
    const id = await connected(ana, NORD);
    await control.press(NORD, 'At the rate limit');
    await ana.syncNow(id);
    await stand.drain();
    expect(await card()).toMatchObject({
      status: 'ACTIVE',
      paused: expect.arrayContaining([
        expect.objectContaining({ activity: 'ANALYTICS', reason: 'RATE_LIMITED' }),
      ]),
    });
    await control.press(NORD, 'Change limits and speed', { app: '12', account: '', regain: '' });
    stand.clock.advance({ minutes: 31 });
    await stand.drain();
    expect((await card()).paused).toEqual([]);
  });

  it('disconnecting and disconnected, from either side', async () => {
    const id = await connected(ana, NORD);
    await control.pressForAll('Apply to everybody', { revocation: 'refused' });
    const { data } = await ana.disconnect(id);
    expect(data.disconnectInstagram.deletionStatus.state).not.toBe('COMPLETED');
    await stand.drain();
    const [first] = await ana.deletionRequests();
    expect(first).toMatchObject({ state: 'COMPLETED', source: 'DISCONNECT', accessWithdrawal: 'REFUSED' });

    await connected(ana, NORD);
    expect(await control.press(NORD, 'Remove and ask for deletion')).toContain('Deletion was asked for.');
    const code = control.first('code');
    expect(control.text).toContain(`/deletion-status/${code}`);
    expect(await ana.connections()).toEqual([]);
    expect(await ana.deletionStatus(code)).toMatchObject({ state: 'RECEIVED', source: 'META_CALLBACK' });
    await stand.drain();
    expect(await ana.deletionStatus(code)).toMatchObject({ state: 'COMPLETED' });
    await control.overview();
    expect(control.text).toMatch(/deletion studio_nord status 200/);
  });

  it('not professional, a quiet account, and days that change', async () => {
    await control.press(NORD, 'Personal account');
    await expect(ana.connect(NORD)).rejects.toThrow('is a personal account');
    await control.press(NORD, 'Healthy');
    await control.press(NORD, 'Quiet account, no data');
    const id = await ana.givenConnection(NORD);
    const reach = async (): Promise<number[]> => {
      const answer = await ana.execute(REACH, { id });
      return answer.data.viewer.instagramConnection.analytics.series[0].values;
    };
    expect(new Set(await reach())).toEqual(new Set([null]));
    await control.press(NORD, 'Healthy');
    await control.press(NORD, 'Make the last three days livelier');
    stand.clock.advance({ minutes: 6 });
    await ana.syncNow(id);
    await stand.drain();
    const now = stand.clock.now().getTime();
    const usual = shownDay(NORD, '2026-11-21', 'reach', now);
    expect(usual).toBeGreaterThan(0);
    expect((await reach())[2]).toBe(5 * (usual ?? 0));
  });
});

const REACH = `query ($id: ID!) { viewer { instagramConnection(id: $id) {
  analytics(from: "2026-11-19", to: "2026-11-21", metrics: [REACH]) { series { values } }
} } }`;

it('tells the app of a comment, when it has asked for that', async () => {
  const events = () => stand.app.dataSource.query('select 1 from instagram_event');
  await connected(ana, NORD);
  expect(await control.press(NORD, 'Send a comment event')).toMatch(
    /^Nothing was changed\. .* not asked for comments/,
  );
  expect(await events()).toEqual([]);
  await connectWithComments(ana, NORD, { connectionId: (await card()).id });
  await stand.drain();
  expect(await control.press(NORD, 'Send a comment event')).toContain('answered with status 200');
  await control.press(NORD, 'Send a comment event');
  expect(await events()).toHaveLength(2);
  await control.overview();
  expect(control.text).toMatch(/events +status 200/);
});

it('says what it did not do, and why', async () => {
  expect(await control.press(NORD, 'Remove the app')).toBe('Nothing was changed. The app has no access.');
  expect(await control.press(NORD, 'Change the numbers', { followers: 'many' })).toContain(
    'A whole number from 0 to 1000000000 is needed',
  );
});
