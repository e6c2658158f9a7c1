import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../stand/browser';
import { Stand } from '../stand/stand';
import { Gate } from './helpers/gate';
import { inspect } from './helpers/inspect';
import { givenNumbers, untilErased } from './helpers/until';
import { enterAs, openWindow, type Window } from './helpers/window';

jest.setTimeout(120_000);

const gate = new Gate();
let stand: Stand;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [stand, browser] = await Promise.all([
    Stand.open({ clock: 'running', overrides: { erasers: gate.before } }),
    openBrowser(),
  ]);
});

beforeEach(async () => {
  window = await openWindow(browser);
  page = window.page;
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

const open = async (path: string) => void (await page.goto(new URL(path, stand.url).href));
const heading = (name: string | RegExp) => page.getByRole('heading', { name }).waitFor();
const fine = async (state: string) => expect(await inspect(page, state)).toEqual([]);

describe('everybody can use', () => {
  it('the numbers as a chart and as a table', async () => {
    const person = await stand.givenAccount();
    const id = await givenNumbers(person, 'studio_nord');
    await enterAs(window, person);
    await open('/analytics');
    await page.getByRole('application').waitFor();
    await fine('analytics chart');
    await page.getByRole('button', { name: 'Why is Reach not added up?' }).click();
    await page.getByText('who came on two days would count twice').waitFor();
    await page.getByText('About these numbers').click();
    await fine('analytics explained');
    await page.getByText('Table', { exact: true }).click();
    await page.getByRole('table', { name: 'Reach per day' }).waitFor();
    await fine('analytics table');
    await stand.sandbox.sendCallback('deauthorize', { account: 'studio_nord' });
    await open('/integrations');
    await page.getByText('Removed at Instagram', { exact: true }).waitFor();
    await fine('integrations removed at Instagram');
    await open('/analytics');
    await page.getByText(/Nothing is refreshed any more/).waitFor();
    await fine('analytics removed at Instagram');
    await person.disconnect(id);
  });

  it('a deletion while it runs, while a part fails, and when it is done', async () => {
    const person = await stand.givenAccount();
    const id = await givenNumbers(person, 'cafe_lisboa');
    await enterAs(window, person);
    gate.state = 'closed';
    const answer = await person.disconnect(id);
    const { confirmationCode } = answer.data.disconnectInstagram.deletionStatus;
    await open('/integrations');
    await page.getByText('Disconnecting', { exact: true }).waitFor();
    await fine('integrations disconnecting');
    await open(`/deletion-status/${confirmationCode}`);
    await heading('Deleting now');
    await fine('deletion status running');
    gate.state = 'broken';
    await heading('Not finished yet: 1 part needs us');
    await fine('deletion status that needs attention');
    await open('/integrations');
    await page.getByText('Not finished yet', { exact: true }).waitFor();
    await fine('integrations not finished');
    gate.state = 'open';
    await stand.repeatFailed();
    await untilErased(person);
    await open('/integrations');
    await heading('Removed connection');
    await fine('integrations disconnected');
  });
});
