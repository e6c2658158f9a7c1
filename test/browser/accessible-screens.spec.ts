import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../stand/browser';
import { Stand } from '../stand/stand';
import { inspect } from './helpers/inspect';
import { givenNumbers } from './helpers/until';
import { enterAs, openWindow, type Window } from './helpers/window';

jest.setTimeout(120_000);

const NO_ANALYTICS = { untick: ['instagram_business_manage_insights'] };

let stand: Stand;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [stand, browser] = await Promise.all([Stand.open({ clock: 'running' }), openBrowser()]);
});

beforeEach(async () => {
  window = await openWindow(browser);
  page = window.page;
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
});
