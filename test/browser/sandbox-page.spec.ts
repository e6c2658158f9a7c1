import type { Browser } from 'playwright-core';
import { shownDay } from '../meta/src/index.ts';
import { openBrowser } from '../stand/browser';
import { ControlPage } from '../stand/control-page';
import type { Person } from '../stand/person';
import { Stand } from '../stand/stand';
import { inspect } from './helpers/inspect';
import { enterAs, openWindow, type Window } from './helpers/window';

jest.setTimeout(120_000);

const NORD = 'studio_nord';
let stand: Stand;
let browser: Browser;
let window: Window;
let control: ControlPage;
let ana: Person;
let bea: Person;

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  stand = await Stand.open();
  window = await openWindow(browser);
  control = new ControlPage(window.page, stand);
  ana = await stand.givenAccount('ana@example.com');
  bea = await stand.givenAccount('bea@example.com');
});
afterEach(async () => {
  const { troubles } = window.watch;
  await window.close();
  await stand.close();
  expect(troubles).toEqual([]);
});
afterAll(() => browser?.close());

/** Connects without the first fetching of analytics. */
async function connected(person: Person, username: string, connectionId?: string): Promise<string> {
  const id = (await person.connect(username, connectionId === undefined ? {} : { connectionId }))
    .connectionId;
  await stand.app.dataSource.query('delete from graphile_worker._private_jobs');
  return id ?? '';
}
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
    await control.open(NORD);
    await window.page.getByRole('checkbox', { name: 'Profile and media' }).uncheck();
    await control.submit('Change the permissions');
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
    await enterAs(window, ana);
    await control.press(NORD, 'Analytics not granted');
    const { page } = window;
    await page.goto(await ana.startConnect());
    await page.getByRole('radio', { name: NORD }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { level: 1, name: 'Social Media Integration' }).waitFor();
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
    await control.open(NORD);
    await window.page.getByLabel('They last').selectOption({ label: '5 minutes' });
    await control.submit('Apply to next tokens');
    await connected(ana, NORD, id);
    stand.clock.advance({ minutes: 6 });
    expect(await card()).toMatchObject({ status: 'RECONNECT_NEEDED', statusReason: 'ACCESS_EXPIRED' });
  });

  it.each([
    'Errors of its own to everybody (503, code 2)',
    'Pages instead of answers (503)',
    'An odd error to everybody (100/33): “does not exist”',
  ])('trouble of Instagram’s, which moves no card: %s', async (trouble) => {
    const ids = [];
    for (const username of [NORD, 'cafe_lisboa', 'atelier_mare']) ids.push(await connected(ana, username));
    await control.trouble(trouble);
    for (const id of ids) await ana.syncNow(id);
    await stand.drain();
    const seen = async () => (await ana.execute('{ instagramTrouble { since } }')).data.instagramTrouble;
    expect(await seen()).toMatchObject({ since: expect.any(String) });
    for (const { status, paused } of await ana.connections())
      expect({ status, paused }).toMatchObject({
        status: 'ACTIVE',
        paused: expect.arrayContaining([expect.objectContaining({ reason: 'INSTAGRAM_TROUBLE' })]),
      });
    await control.trouble('None');
    stand.clock.advance({ minutes: 3 });
    await stand.run('watch-instagram');
    expect(await seen()).toBeNull();
  });

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
    await control.open(NORD);
    const app = window.page.getByLabel('App, percent used (X-App-Usage)');
    expect(await app.inputValue()).toBe('60');
    await app.fill('12');
    await window.page.getByLabel('Account, percent used (X-Business-Use-Case-Usage)').fill('');
    await window.page.getByLabel('Minutes until it is given back').fill('');
    await control.submit('Change limits and speed');
    stand.clock.advance({ minutes: 31 });
    await stand.drain();
    expect((await card()).paused).toEqual([]);
  });

  it('disconnecting and disconnected, from either side', async () => {
    const id = await connected(ana, NORD);
    await control.overview();
    await window.page.getByLabel('Asked to withdraw access').selectOption({ label: 'Refuses' });
    await control.submit('Apply to everybody');
    const { data } = await ana.disconnect(id);
    expect(data.disconnectInstagram.deletionStatus.state).not.toBe('COMPLETED');
    await stand.drain();
    const [first] = await ana.deletionRequests();
    expect(first).toMatchObject({ state: 'COMPLETED', source: 'DISCONNECT', accessWithdrawal: 'REFUSED' });

    await connected(ana, NORD);
    expect(await control.press(NORD, 'Remove and ask for deletion')).toContain('Deletion was asked for.');
    const code = (await window.page.locator('dd code').textContent()) ?? '';
    expect(await window.page.getByRole('link', { name: `/deletion-status/${code}` }).count()).toBe(1);
    expect(await ana.connections()).toEqual([]);
    expect(await ana.deletionStatus(code)).toMatchObject({ state: 'RECEIVED', source: 'META_CALLBACK' });
    await stand.drain();
    expect(await ana.deletionStatus(code)).toMatchObject({ state: 'COMPLETED' });
    await control.overview();
    expect(await window.page.getByRole('cell', { name: 'deletion', exact: true }).count()).toBe(1);
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

it('says what it did not do, and why', async () => {
  expect(await control.press(NORD, 'Remove the app')).toBe('Nothing was changed. The app has no access.');
  await control.open(NORD);
  await window.page
    .getByLabel('Followers (empty: as usual)')
    .evaluate((field) => field.removeAttribute('pattern'));
  await window.page.getByLabel('Followers (empty: as usual)').fill('many');
  expect(await control.submit('Change the numbers')).toContain(
    'A whole number from 0 to 1000000000 is needed',
  );
});

it('can be used by everybody, in light and dark, wide and on a phone', async () => {
  await ana.givenConnection(NORD);
  await ana.givenConnection('cafe_lisboa');
  await control.press('cafe_lisboa', 'Few followers');
  await control.press('cafe_lisboa', 'At the rate limit');
  await control.press('cafe_lisboa', 'Remove and ask for deletion');
  expect(await inspect(window.page, 'sandbox account removed')).toEqual([]);
  await control.press(NORD, 'Slow answers');
  expect(await inspect(window.page, 'sandbox account')).toEqual([]);
  await control.overview();
  expect(await inspect(window.page, 'sandbox overview')).toEqual([]);
});
