import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../stand/browser';
import { Stand } from '../stand/stand';
import { Gate } from './helpers/gate';
import { inspect } from './helpers/inspect';
import { givenNumbers, untilErased } from './helpers/until';
import { enterAs, openWindow, type Window } from './helpers/window';

jest.setTimeout(120_000);

const NO_ANALYTICS = { untick: ['instagram_business_manage_insights'] };

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
  it('sign in and sign up, with their errors', async () => {
    await open('/sign-in');
    await heading('Sign in to SocioGenie');
    await fine('sign in');
    await page.getByLabel('Email').fill('nobody@example.com');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Email or password is not right.').first().waitFor();
    await fine('sign in refused');
    await page.getByRole('link', { name: 'Create an account' }).click();
    await heading('Create an account');
    await fine('sign up');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('2 things to fix').waitFor();
    await fine('sign up with errors');
  });

  it('the screens before there is a connection, and the page for addresses that do not exist', async () => {
    await enterAs(window, await stand.givenAccount());
    await open('/integrations');
    await page.getByText('No account yet').waitFor();
    await fine('integrations empty');
    await open('/integrations?connect=cancelled');
    await page.getByText('You cancelled at Instagram.').waitFor();
    await fine('integrations cancelled');
    await open('/integrations/connect');
    await heading('Connect Instagram');
    await fine('connect');
    await open('/analytics');
    await heading('No Instagram account is connected');
    await fine('analytics empty');
    window.watch.expect(/status of 404/);
    await open('/nowhere');
    await heading('This page does not exist');
    await fine('not found');
  });

  it('a card with its details, its dialog, and the menu of a phone', async () => {
    const person = await stand.givenAccount();
    await givenNumbers(person, 'cafe_lisboa');
    await enterAs(window, person);
    await open('/integrations');
    await heading('@cafe_lisboa');
    await fine('integrations connected');
    await page.getByRole('button', { name: 'Show details' }).click();
    await heading('Permissions');
    await fine('integrations details');
    await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await page.getByRole('dialog', { name: 'Disconnect @cafe_lisboa?' }).waitFor();
    await fine('disconnect dialog');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.setViewportSize({ width: 375, height: 720 });
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('dialog', { name: 'Menu' }).waitFor();
    await fine('menu');
    await person.disconnect((await person.connections())[0].id);
  });

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

  it('what is limited', async () => {
    const person = await stand.givenAccount();
    const id = await givenNumbers(person, 'atelier_mare', NO_ANALYTICS);
    await enterAs(window, person);
    await open(`/integrations?connect=limited&connection=${id}`);
    await page.getByText('Limited', { exact: true }).waitFor();
    await fine('integrations limited');
    await open('/analytics');
    await page.getByText(/Analytics is off/).waitFor();
    await fine('analytics limited');
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
