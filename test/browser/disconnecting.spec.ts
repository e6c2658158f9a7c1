import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../stand/browser';
import type { Person } from '../stand/person';
import { Stand } from '../stand/stand';
import { Gate } from './helpers/gate';
import { givenNumbers, until, untilErased } from './helpers/until';
import { enterAs, openWindow, type Window } from './helpers/window';

jest.setTimeout(120_000);

const gate = new Gate();
let stand: Stand;
let browser: Browser;
let window: Window;
let page: Page;
let person: Person;

beforeAll(async () => {
  [stand, browser] = await Promise.all([
    Stand.open({ clock: 'running', overrides: { erasers: gate.before } }),
    openBrowser(),
  ]);
});

beforeEach(async () => {
  person = await stand.givenAccount();
  await givenNumbers(person, 'cafe_lisboa');
  window = await openWindow(browser);
  page = window.page;
});

afterEach(async () => {
  gate.state = 'open';
  const { troubles } = window.watch;
  await window.close();
  for (const { id } of await person.connections()) await person.disconnect(id);
  await untilErased(person);
  expect(troubles).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await stand?.close();
});

const card = () => page.getByRole('region', { name: '@cafe_lisboa' });
const opener = () => card().getByRole('button', { name: 'Disconnect', exact: true });
const dialog = () => page.getByRole('dialog', { name: 'Disconnect @cafe_lisboa?' });
const hasFocus = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
const untilFocused = (locator: Locator) => until(() => hasFocus(locator), Boolean);

/** Presses Tab until the focus is there. */
async function tabTo(locator: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(locator)) return;
  }
  throw new Error(`forty presses of Tab did not reach ${locator}`);
}

it('asks with real counts, shows its steps, and ends with a code that anybody can look up', async () => {
  await enterAs(window, person);
  await page.goto(stand.url);
  await opener().click();
  await dialog().waitFor();
  await untilFocused(dialog().getByRole('button', { name: 'Cancel' }));
  const [connection] = await person.connections();
  const days = connection.analyticsSync.storedDays;
  expect(days).toBeGreaterThanOrEqual(30);
  expect(await dialog().textContent()).toContain(`${days} days of analytics`);

  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await untilFocused(opener());
  expect(await person.connections()).toHaveLength(1);

  gate.state = 'closed';
  await opener().click();
  await dialog().getByRole('button', { name: 'Disconnect @cafe_lisboa' }).click();
  const steps = page.getByRole('list').filter({ hasText: 'Access key destroyed' });
  await steps.getByText('Instagram asked to withdraw our access: it accepted').waitFor();
  await steps.getByText('Removing analytics').waitFor();
  await untilFocused(page.getByRole('heading', { level: 2, name: '@cafe_lisboa' }));
  await page.getByText('No account yet').waitFor();

  gate.state = 'open';
  await page.getByRole('heading', { level: 2, name: 'Removed connection' }).waitFor();
  expect(await page.locator('body').textContent()).not.toContain('lisboa');
  const code = (await page.locator('main code').textContent()) ?? '';
  const [request] = await person.deletionRequests();
  expect(code).toBe(request.confirmationCode);

  await page.getByRole('link', { name: 'View receipt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your Instagram data has been deleted' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/deletion-status/${code}`);
  await page.getByText('The account holder, by disconnecting in SocioGenie').waitFor();

  await page.getByRole('button', { name: 'Check it in this browser' }).click();
  await page.locator('#verdict').getByText('Genuine. Checked in this browser').waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the signed receipt' }).click();
  expect((await downloading).suggestedFilename()).toBe('deletion-receipt.json');
});

it('can be done without a mouse, from signing in to the open dialog and back', async () => {
  await page.goto(stand.url);
  await page.getByRole('heading', { level: 1, name: 'Sign in to SocioGenie' }).waitFor();
  await tabTo(page.getByLabel('Email'));
  await page.keyboard.type(person.email);
  await tabTo(page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await card().waitFor();

  await page.reload();
  await card().waitFor();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  expect(await hasFocus(skip)).toBe(true);
  expect(await skip.evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await untilFocused(page.getByRole('main'));
  await tabTo(page.getByRole('main').getByRole('link', { name: 'Connect Instagram' }).first());

  await tabTo(opener());
  await page.keyboard.press('Enter');
  const cancel = dialog().getByRole('button', { name: 'Cancel' });
  await untilFocused(cancel);
  await page.keyboard.press('Tab');
  await untilFocused(dialog().getByRole('button', { name: 'Disconnect @cafe_lisboa' }));
  await page.keyboard.press('Tab');
  await untilFocused(cancel);
  await page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'detached' });
  await untilFocused(opener());
});
