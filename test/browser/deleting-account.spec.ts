import { randomBytes } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../stand/browser';
import type { Person } from '../stand/person';
import { Stand } from '../stand/stand';
import { inspect } from './helpers/inspect';
import { givenNumbers, until } from './helpers/until';
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
  person = await stand.givenAccount(`ana.${randomBytes(2).toString('hex')}@studionord.example`);
  window = await openWindow(browser);
  page = window.page;
  await enterAs(window, person);
});
afterEach(async () => {
  const { troubles } = window.watch;
  await window.close();
  expect(troubles).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await stand?.close();
});

const fine = async (state: string) => expect(await inspect(page, state)).toEqual([]);
const email = () => page.getByLabel('Type your email to confirm');
const password = () => page.getByLabel('Password', { exact: true });
const button = () => page.getByRole('button', { name: 'Delete my account' });
const hasFocus = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);

it('removes everything, shows the code, and leaves nothing in the browser', async () => {
  await givenNumbers(person, 'studio_nord');
  await givenNumbers(person, 'cafe_lisboa');
  const other = await window.context.newPage();
  await other.goto(new URL('/analytics', stand.url).href);
  await other.getByRole('heading', { level: 1, name: 'Analytics' }).waitFor();

  await page.goto(new URL('/settings/delete-account', stand.url).href);
  await page
    .getByText(/@studio_nord \(\d+ days of analytics\), @cafe_lisboa \(\d+ days of analytics\)/)
    .waitFor();
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await until(() => hasFocus(cancel), Boolean);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await fine('delete account');
  await button().click();
  await page.getByText('2 things to fix').waitFor();
  await fine('delete account with errors');
  await email().fill(person.email);
  await password().fill('not my password');
  await button().click();
  await page.getByText('The password is not right.').waitFor();
  await fine('delete account wrong password');

  await page.evaluate(() => localStorage.setItem('kept', 'by us'));
  await password().fill(person.password);
  await button().click();
  const done = page.getByRole('heading', { level: 1, name: 'Your account is being deleted' });
  await done.waitFor();
  await until(() => hasFocus(done), Boolean);
  const code = (await page.locator('main code').textContent()) ?? '';
  expect(code).toMatch(/^[A-Z2-7]{26}$/);
  expect(new URL(page.url()).pathname).toBe('/account-deleted');
  await fine('account deleted');

  // The answer told the browser to forget us: this very page still shows the code, also when it is loaded again.
  expect(await window.context.cookies()).toEqual([]);
  await until(
    () => page.evaluate(() => localStorage.getItem('kept')),
    (kept) => kept === null,
  );
  await page.reload();
  await done.waitFor();
  expect(await page.locator('main code').textContent()).toBe(code);

  await other.getByText('The account was deleted in another window').waitFor();
  expect(new URL(other.url()).pathname).toBe('/sign-in');
  expect(await other.locator('body').textContent()).not.toContain('studio_nord');

  await until(
    () => stand.visitor().deletionStatus(code),
    ({ state }) => state === 'COMPLETED',
  );
  await page.getByRole('link', { name: 'View deletion status' }).click();
  await page
    .getByRole('heading', { level: 1, name: 'Your account and its Instagram data have been deleted' })
    .waitFor();
  await page.getByText('The account holder, by deleting the SocioGenie account').waitFor();
  await fine('deletion status of an account');
  await page.getByRole('button', { name: 'Check it in this browser' }).click();
  await page.locator('#verdict').getByText('Genuine. Checked in this browser').waitFor();

  await page.goto(new URL('/integrations', stand.url).href);
  await page.getByRole('heading', { level: 1, name: 'Sign in to SocioGenie' }).waitFor();
});

it('can be done without a mouse, and says nothing of Instagram where nothing was connected', async () => {
  await page.goto(new URL('/settings/delete-account', stand.url).href);
  await until(() => hasFocus(page.getByRole('button', { name: 'Cancel' })), Boolean);
  for (let back = 0; !(await hasFocus(email())); back += 1) {
    if (back > 5) throw new Error('six presses of Shift+Tab did not reach the email');
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.type(person.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Your account is being deleted' }).waitFor();
  expect(await page.getByText('We ask Instagram to withdraw our access').count()).toBe(0);
  await page.keyboard.press('Tab');
  expect(await hasFocus(page.getByRole('button', { name: 'Copy code' }))).toBe(true);
  await window.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Code copied' }).waitFor();
  const code = await page.locator('main code').textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
});
