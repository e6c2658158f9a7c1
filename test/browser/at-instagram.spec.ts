import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../stand/browser';
import type { Person } from '../stand/person';
import { Stand } from '../stand/stand';
import { readTable } from './helpers/analytics-table';
import { answerAs, consentAs, goToAppsOf } from './helpers/at-instagram';
import { givenNumbers } from './helpers/until';
import { enterAs, openWindow, type Window } from './helpers/window';

jest.setTimeout(120_000);

let stand: Stand;
let browser: Browser;
let window: Window;
let page: Page;
let person: Person;

beforeAll(async () => {
  [stand, browser] = await Promise.all([Stand.open({ clock: 'running' }), openBrowser()]);
});

beforeEach(async () => {
  person = await stand.givenAccount();
  window = await openWindow(browser);
  page = window.page;
  await enterAs(window, person);
});

afterEach(async () => {
  const { troubles } = window.watch;
  await window.close();
  for (const { id } of await person.connections()) await person.disconnect(id);
  expect(troubles).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await stand?.close();
});

const card = (username: string) => page.getByRole('region', { name: `@${username}` });
const integrations = () => page.goto(new URL('/integrations', stand.url).href);

it('removing the app keeps the history, and connecting again goes on with it', async () => {
  const id = await givenNumbers(person, 'studio_nord');
  await integrations();
  await card('studio_nord').waitFor();
  await goToAppsOf(page, 'studio_nord');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'SocioGenie was removed' }).waitFor();

  await integrations();
  await card('studio_nord').getByText('Removed at Instagram', { exact: true }).waitFor();
  await card('studio_nord')
    .getByText(
      /Our access key was destroyed then\. Username and analytics are still here; analytics is paused\./,
    )
    .waitFor();
  await card('studio_nord').getByRole('button', { name: 'Delete Instagram data' }).waitFor();
  await card('studio_nord').getByRole('link', { name: 'See analytics' }).click();
  await page.getByText(/The numbers up to then are kept\. Nothing is refreshed any more\./).waitFor();
  await page.getByText('Table', { exact: true }).click();
  const before = await readTable(page, 'Reach per day');

  await page.getByRole('link', { name: 'Connect again, or delete the Instagram data' }).click();
  await card('studio_nord').getByRole('link', { name: 'Connect again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Reconnect @studio_nord' }).waitFor();
  await consentAs(page, 'studio_nord');
  await card('studio_nord').getByText('Connected', { exact: true }).first().waitFor();
  expect((await person.connections()).map((connection) => connection.id)).toEqual([id]);
  await card('studio_nord').getByRole('link', { name: 'See analytics' }).click();
  await page.getByText('Table', { exact: true }).click();
  const settled = (await readTable(page, 'Reach per day')).filter(({ stillFilling }) => !stillFilling);
  expect(settled).toEqual(before.filter(({ stillFilling }) => !stillFilling));
});

it('what is not granted is said on the card and in Analytics', async () => {
  await integrations();
  await page.getByRole('link', { name: 'Connect Instagram' }).click();
  await consentAs(page, 'atelier_mare', { untick: ['Analytics'] });
  await page.getByText('Connected. Analytics is off: that was not granted.').waitFor();
  await card('atelier_mare').getByText('Limited', { exact: true }).waitFor();
  await card('atelier_mare')
    .getByText(
      /^Analytics is off: Instagram says the permission to read it was not granted \(asked \d\d:\d\d\)\.$/,
    )
    .waitFor();
  await card('atelier_mare').getByRole('link', { name: 'See analytics' }).click();
  await page.getByText('Analytics is off: that permission was not granted.').waitFor();

  await page.getByRole('link', { name: 'Grant analytics under Social Media Integration' }).click();
  await card('atelier_mare').getByRole('button', { name: 'Grant analytics access' }).click();
  await answerAs(page, 'atelier_mare');
  await card('atelier_mare').getByText('Connected', { exact: true }).first().waitFor();
});

it('cancelling there stores nothing, and says so', async () => {
  await integrations();
  await page.getByRole('link', { name: 'Connect Instagram' }).click();
  await consentAs(page, 'cafe_lisboa', { decision: 'Cancel' });
  await page.getByText('You cancelled at Instagram. Nothing was stored.').waitFor();
  await page.getByText('No account yet').waitFor();
  expect(await person.connections()).toEqual([]);
  await page.getByRole('link', { name: 'Start again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connect Instagram' }).waitFor();
});

it('a personal account, or another account than the one to reconnect, changes nothing', async () => {
  stand.sandbox.vary({ personalAccounts: 'let_through' });
  const id = await givenNumbers(person, 'cafe_lisboa');
  await page.goto(new URL('/integrations/connect', stand.url).href);
  await consentAs(page, 'ines_moura');
  await page.getByText(/^This is a personal Instagram account/).waitFor();
  await page.goto(new URL(`/integrations/connect?connection=${id}`, stand.url).href);
  await consentAs(page, 'atelier_mare');
  await page
    .getByText(/^You signed in as @atelier_mare\. This connection is for @cafe_lisboa\. Nothing changed\./)
    .waitFor();
  expect((await person.connections()).map(({ username }) => username)).toEqual(['cafe_lisboa']);
});
