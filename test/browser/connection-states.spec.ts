import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../stand/browser';
import type { Person } from '../stand/person';
import { Stand } from '../stand/stand';
import { inspect } from './helpers/inspect';
import { enterAs, openWindow, type Window } from './helpers/window';

jest.setTimeout(180_000);

const ALL = ['studio_nord', 'cafe_lisboa', 'atelier_mare'] as const;
const NO_ANALYTICS = { untick: ['instagram_business_manage_insights'] };

let stand: Stand;
let browser: Browser;
let window: Window;
let page: Page;
let ana: Person;

beforeAll(async () => {
  [stand, browser] = await Promise.all([Stand.open(), openBrowser()]);
});
beforeEach(async () => {
  stand.sandbox.clearFaults();
  ana = await stand.givenAccount();
  window = await openWindow(browser);
  page = window.page;
});
afterEach(async () => {
  const { troubles } = window.watch;
  await window.close();
  await ana.signIn();
  for (const { id } of await ana.connections()) await ana.disconnect(id);
  await stand.drain();
  expect(troubles).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await stand?.close();
});

const card = (username: string) => page.getByRole('region', { name: `@${username}` });
const pill = (username: string, words: string | RegExp) =>
  card(username).getByText(words, { exact: true }).first().waitFor();
const sentence = (username: string, words: RegExp) => card(username).getByText(words).waitFor();
const fine = async (state: string) => expect(await inspect(page, state)).toEqual([]);

/** Opens the screen at the stand's own time, signed in anew: sessions do not last as long as these stories. */
async function look(): Promise<void> {
  await ana.signIn();
  await enterAs(window, ana);
  await page.clock.setFixedTime(stand.clock.now());
  await page.goto(new URL('/integrations', stand.url).href);
  await page.getByRole('heading', { level: 1, name: 'Social Media Integration' }).waitFor();
}

it('waiting for Instagram, until it is cancelled', async () => {
  await ana.startConnect();
  await enterAs(window, ana);
  await page.clock.setFixedTime(stand.clock.now());
  await page.goto(new URL('/integrations', stand.url).href);
  await page.getByText(/The link works until 19:10; after that, start again\./).waitFor();
  await fine('state waiting');
  await page.getByRole('button', { name: 'Cancel connecting' }).click();
  await page.getByText('No account yet').waitFor();
});

it('limited, connected with its details, and removed at Instagram', async () => {
  await ana.givenConnection('atelier_mare', NO_ANALYTICS);
  await ana.givenConnection('cafe_lisboa');
  await ana.givenConnection('studio_nord');
  await stand.sandbox.sendCallback('deauthorize', { account: 'studio_nord' });
  stand.clock.advance({ minutes: 4 });
  await look();
  await pill('atelier_mare', 'Limited');
  await sentence('atelier_mare', /permission to read it was not granted \(asked 19:00\)\./);
  await pill('cafe_lisboa', 'Connected');
  await sentence('cafe_lisboa', /Access until 22 Jan 2027, checked 4 min ago\. We renew it ourselves\./);
  await pill('studio_nord', 'Removed at Instagram');
  await sentence(
    'studio_nord',
    /was removed at Instagram today at 19:00\. Our access key was destroyed then\./,
  );
  await card('cafe_lisboa').getByRole('button', { name: 'Check now' }).click();
  const checked = card('cafe_lisboa').getByText('Checked at 19:04: Instagram answered.');
  await Promise.all([checked.waitFor(), drainUntil(() => checked.isVisible())]);
  await card('cafe_lisboa').getByRole('button', { name: 'Show details' }).click();
  await card('cafe_lisboa').getByText('Instagram answered', { exact: true }).waitFor();
  await fine('state limited connected removed');
});

it('access ending, and reconnect needed', async () => {
  await ana.givenConnection('studio_nord');
  const lisboa = await ana.givenConnection('cafe_lisboa');
  stand.sandbox.plantFault({ route: 'refresh', account: 'studio_nord', code: 100, times: null });
  stand.clock.advance({ days: 54 });
  await stand.run('find-due-renewals');
  stand.clock.advance({ hours: 7 });
  await stand.run('find-due-renewals');
  stand.sandbox.endTokens('cafe_lisboa', 'password_changed');
  await ana.signIn();
  await ana.checkNow(lisboa);
  await stand.drain();
  await look();
  await pill('studio_nord', 'Access ends in 5 days');
  await sentence(
    'studio_nord',
    /We tried to renew it twice; the last time Instagram refused \(\d\d:\d\d\)\./,
  );
  await pill('cafe_lisboa', 'Reconnect needed');
  await sentence(
    'cafe_lisboa',
    /because the password changed or .* \(seen \d\d:\d\d\)\. Analytics is paused\./,
  );
  await sentence('cafe_lisboa', /Sign in as @cafe_lisboa; another account is not accepted here\./);
  await fine('state ending reconnect');
  // The person has left to reconnect, and looks again.
  await ana.startConnect(lisboa);
  await page.reload();
  await sentence('cafe_lisboa', /^Waiting for Instagram: .* Nothing has changed yet\.$/);
  await fine('state renewing');
  await card('cafe_lisboa').getByRole('button', { name: 'Cancel connecting' }).click();
  await card('cafe_lisboa').getByRole('link', { name: 'Reconnect @cafe_lisboa' }).waitFor();
});

it('Instagram in trouble: nobody is asked to do anything', async () => {
  for (const username of ALL) await ana.givenConnection(username);
  stand.sandbox.plantFault({ code: 2, status: 503, times: null });
  for (let tries = 0; tries < 8; tries += 1) {
    stand.clock.advance({ minutes: 6 });
    await ana.signIn();
    for (const { id } of await ana.connections()) await ana.syncNow(id);
    await stand.drain();
  }
  await look();
  for (const username of ALL) await pill(username, 'Instagram is having trouble');
  await fine('state trouble');
  expect(await page.getByRole('link', { name: /^(Reconnect|Renew)/ }).count()).toBe(0);
  stand.sandbox.clearFaults();
  stand.clock.advance({ minutes: 2 });
  await stand.run('watch-instagram');
  await page.reload();
  for (const username of ALL) await pill(username, 'Connected');
});

/** Runs the jobs that are due again and again until it is so. */
async function drainUntil(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) {
    await stand.drain();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
