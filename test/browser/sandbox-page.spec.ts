import type { Browser } from 'playwright-core';
import { openBrowser } from '../stand/browser';
import type { Person } from '../stand/person';
import { Stand } from '../stand/stand';
import { inspect } from './helpers/inspect';
import { enterAs, openWindow, type Window } from './helpers/window';

jest.setTimeout(120_000);

let stand: Stand;
let browser: Browser;
let window: Window;
let ana: Person;

beforeAll(async () => {
  [stand, browser] = await Promise.all([Stand.open({ clock: 'running' }), openBrowser()]);
  window = await openWindow(browser);
  ana = await stand.givenAccount();
  await enterAs(window, ana);
});
afterAll(async () => {
  await browser?.close();
  await stand?.close();
});

it("the sandbox's control page can be used by everybody, from the app and back", async () => {
  const { page } = window;
  await ana.connect('studio_nord');
  await page.goto(new URL('/integrations', stand.url).href);
  await page.getByRole('link', { name: 'Open the sandbox' }).click();
  await page.getByRole('heading', { level: 1, name: 'Control page' }).waitFor();
  await page.getByRole('link', { name: 'studio_nord' }).click();
  await page.getByRole('button', { name: 'At the rate limit' }).click();
  await page.getByRole('status').filter({ hasText: 'At the rate limit: done.' }).waitFor();
  expect(await inspect(page, 'sandbox account')).toEqual([]);
  await page.getByRole('button', { name: 'Remove and ask for deletion' }).click();
  await page.getByRole('status').filter({ hasText: 'Deletion was asked for.' }).waitFor();
  await page.getByRole('link', { name: 'All accounts' }).click();
  expect(await inspect(page, 'sandbox overview')).toEqual([]);
  await page.getByRole('link', { name: 'Open SocioGenie' }).click();
  await page.getByRole('heading', { level: 1, name: 'Social Media Integration' }).waitFor();
  expect(window.watch.troubles).toEqual([]);
});
