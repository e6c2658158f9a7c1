import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../stand/browser';
import type { Person } from '../stand/person';
import { Stand } from '../stand/stand';
import { Gate } from './helpers/gate';
import { givenNumbers } from './helpers/until';
import { openWindow, type Window } from './helpers/window';

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
  person = await stand.givenAccount();
});

beforeEach(() => {
  gate.state = 'closed';
});

afterEach(async () => {
  gate.state = 'open';
  const { troubles } = window.watch;
  await window.close();
  expect(troubles).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await stand?.close();
});

async function givenRunningDeletion(): Promise<string> {
  const answer = await person.disconnect(await givenNumbers(person, 'cafe_lisboa'));
  return answer.data.disconnectInstagram.deletionStatus.confirmationCode;
}

const open = (path: string) => page.goto(new URL(path, stand.url).href);
const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

it('work without JavaScript: the form finds a code, and the page loads itself again until it is done', async () => {
  window = await openWindow(browser, { javaScriptEnabled: false });
  page = window.page;
  const code = await givenRunningDeletion();
  await open('/data-deletion');
  await heading('Instagram Data Deletion Instructions');
  await page.getByRole('link', { name: 'Check a deletion code' }).first().click();
  await heading('Check a deletion code');
  await page.getByLabel('Confirmation code').fill(
    ` ${code
      .toLowerCase()
      .match(/.{1,4}/g)
      ?.join('-')} `,
  );
  await page.getByRole('button', { name: 'Check code' }).click();
  await heading('Deleting now');
  expect(new URL(page.url()).pathname).toBe(`/deletion-status/${code}`);
  await page.getByRole('button', { name: 'Copy code' }).waitFor({ state: 'hidden' });
  gate.state = 'open';
  await heading('Your Instagram data has been deleted');
  window.watch.expect(/status of 404/);
  await open('/deletion-status/NOBODYHASACODELIKETHISONE2');
  await heading('We cannot find this code');
  await page.getByLabel('Confirmation code').waitFor();
});

it('do more with it: copying, times of the place one is in, and quiet refreshing', async () => {
  window = await openWindow(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  page = window.page;
  const code = await givenRunningDeletion();
  await open(`/deletion-status/${code}`);
  await heading('Deleting now');
  expect(await page.locator('main').textContent()).toMatch(
    /\d\d:\d\d UTC \((?:[A-Z][a-z]+ \d+, )?\d\d:\d\d your time\)/,
  );
  await page.getByRole('button', { name: 'Copy code' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);

  await page.evaluate(() => Object.assign(globalThis, { stillTheSamePage: true }));
  gate.state = 'open';
  await heading('Your Instagram data has been deleted');
  await page.getByRole('status').filter({ hasText: 'Your Instagram data has been deleted' }).waitFor();
  expect(await page.evaluate(() => 'stillTheSamePage' in globalThis)).toBe(true);
  expect(await page.title()).toBe('Your Instagram data has been deleted - SocioGenie');
});
