import type { Browser } from 'playwright-core';
import { expectedDay } from '../meta/src/index.ts';
import { openBrowser } from '../stand/browser';
import { Stand } from '../stand/stand';
import { readTable, readTile } from './helpers/analytics-table';
import { consentAs, goToAppsOf } from './helpers/at-instagram';
import { openWindow, type Window } from './helpers/window';

jest.setTimeout(180_000);

let stand: Stand;
let browser: Browser;
let window: Window;

beforeAll(async () => {
  [stand, browser] = await Promise.all([Stand.open({ clock: 'running' }), openBrowser()]);
  window = await openWindow(browser);
});

afterAll(async () => {
  await browser?.close();
  await stand?.close();
});

/** What a range adds up to: nothing that anybody knows, when a day of it is not known. */
function sumIfKnown(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}

it('leads from the first visit to the deletion that is done', async () => {
  const { page, watch } = window;

  // Sign up.
  await page.goto(stand.url);
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Create an account' }).waitFor();
  await page.getByLabel('Email').fill('ana@studionord.example');
  await page.getByLabel('Password').fill('a calm long password');
  expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Europe/Berlin');
  await page.getByRole('button', { name: 'Create account' }).click();

  // Connect through the consent page.
  await page.getByText('No account yet').waitFor();
  await page.getByRole('link', { name: 'Connect Instagram' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connect Instagram' }).waitFor();
  await consentAs(page, 'cafe_lisboa');
  await page.getByText('@cafe_lisboa is connected, with every permission we asked for.').waitFor();
  const card = page.getByRole('region', { name: '@cafe_lisboa' });
  await card.getByText('Connected', { exact: true }).first().waitFor();
  expect(new URL(page.url()).search).toBe('');

  // See the numbers, as Instagram has them.
  await card.getByRole('link', { name: 'See analytics' }).click();
  await page.getByRole('heading', { level: 2, name: 'Reach per day' }).waitFor();
  await page.getByRole('figure').getByRole('application').waitFor();
  await page.getByText('Table', { exact: true }).click();
  const reach = await readTable(page, 'Reach per day');
  const settled = reach.filter(({ stillFilling }) => !stillFilling);
  expect(settled.length).toBeGreaterThanOrEqual(7);
  expect(settled.map(({ day, value }) => ({ day, reach: value }))).toEqual(
    settled.map(({ day }) => ({ day, reach: expectedDay('cafe_lisboa', day).reach })),
  );
  await page.getByText('7 days', { exact: true }).click();
  await page.getByText(/, 7 complete days\./).waitFor();
  await page.locator('[aria-label="Numbers"][aria-busy="false"]').waitFor();
  const views = settled.slice(-7).map(({ day }) => expectedDay('cafe_lisboa', day).views);
  expect(await readTile(page, 'Views')).toBe(sumIfKnown(views));

  // Remove the app at Instagram and ask for deletion; Instagram sends the person to the status page.
  await goToAppsOf(page, 'cafe_lisboa');
  await page.getByRole('button', { name: 'Remove and request deletion' }).click();
  await page.waitForURL(/\/deletion-status\/[A-Z2-7]{26}$/);
  expect(new URL(page.url()).origin).toBe(stand.url);
  const code = page.url().split('/').at(-1) ?? '';
  await page.getByRole('heading', { level: 1, name: 'Your Instagram data has been deleted' }).waitFor();
  const outcomes = page.getByRole('table');
  for (const name of ['Instagram ids and username', 'Analytics']) {
    expect(await outcomes.getByRole('row', { name }).textContent()).toContain('Removed');
  }
  expect(await page.locator('body').textContent()).not.toContain('lisboa');

  // Back in the app the connection is gone.
  await page.goto(stand.url);
  await page.getByText('No account yet').waitFor();
  await page.getByRole('heading', { level: 2, name: 'Removed connection' }).waitFor();
  expect(await page.locator('main code').textContent()).toBe(code);
  expect(await page.locator('body').textContent()).not.toContain('lisboa');

  expect(watch.troubles).toEqual([]);
});
