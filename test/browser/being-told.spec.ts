import type { Page } from 'playwright-core';
import { mailbox } from '../stand/mailbox';
import type { Stand } from '../stand/stand';
import { inspect } from './helpers/inspect';
import { Story } from './helpers/story';
import { enterAs, type Window } from './helpers/window';

jest.setTimeout(120_000);

let story: Story | undefined;
let stand: Stand;
let window: Window;
let page: Page;

beforeAll(async () => {
  story = await Story.open();
  ({ stand, window, page } = story);
});
afterAll(() => story?.close());

const fine = async (state: string) => expect(await inspect(page, state)).toEqual([]);
const open = (path: string) => page.goto(new URL(path, stand.url).href);
const linkTo = async (email: string, path: string): Promise<string> => {
  const mail = (await mailbox(stand, email)).find(({ link }) => link?.pathname === path);
  return mail?.link?.href ?? '';
};

it('somebody confirms the address, hears of a removal, and goes to the very card', async () => {
  const person = await stand.givenAccount('ana@example.com');
  const connection = await person.givenConnection('studio_nord');
  await enterAs(window, person);
  await open('/integrations');
  await page.getByText('Confirm your address to be told by mail').waitFor();
  await page.getByRole('button', { name: 'Send the link again' }).click();
  await page.getByText('The mail is on its way.').waitFor();
  await fine('address to confirm');

  await open('/dev/mail');
  await page.getByRole('heading', { name: 'Confirm your email address' }).first().waitFor();
  await fine('development mailbox');
  await page.goto(await linkTo(person.email, '/verify-email'));
  await page.getByRole('button', { name: 'Confirm this address' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await fine('confirm the address');
  await page.getByRole('button', { name: 'Confirm this address' }).press('Enter');
  await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
  await fine('address confirmed');

  await stand.sandbox.sendCallback('deauthorize', { account: 'studio_nord' });
  await open('/analytics');
  const button = page.getByRole('button', { name: 'Activity (1 new)' });
  await button.waitFor();
  expect(await page.getByText('Confirm your address to be told').count()).toBe(0);
  await button.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Activity' });
  await panel.getByText('SocioGenie was removed at Instagram').waitFor();
  await panel.getByText('New.').waitFor();
  await page.getByRole('button', { name: 'Activity', exact: true, includeHidden: true }).last().waitFor();
  await fine('activity');
  await panel.getByRole('link', { name: 'See what you can do' }).click();
  await page.getByRole('heading', { name: '@studio_nord' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === '@studio_nord');
  expect(page.url()).toBe(`${stand.url}/integrations#${connection}`);

  await open('/settings#notifications');
  await page.getByRole('checkbox', { name: 'SocioGenie was removed at Instagram' }).uncheck();
  await page.getByText('Kept. SocioGenie was removed at Instagram: not mailed.').waitFor();
  expect(await page.getByRole('checkbox', { name: /Your password was changed/ }).isDisabled()).toBe(true);
  await fine('settings with notifications');
});

it('a mailed link leads to the very card also when one has to sign in first', async () => {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to SocioGenie' }).waitFor();
  const mails = await mailbox(stand, 'ana@example.com');
  const card = mails.find(({ link }) => link?.pathname === '/integrations')?.link?.href ?? '';
  await page.goto('about:blank');
  await page.goto(card);
  await page.getByLabel('Email').fill('ana@example.com');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForFunction(() => document.activeElement?.textContent === '@studio_nord');
  expect(page.url()).toBe(card);
});

it('somebody forgot the password, and chooses a new one by a mailed link that works once', async () => {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await page.getByText('Enter your email address.').waitFor();
  await fine('forgot the password refused');
  await page.getByLabel('Email').fill('ana@example.com');
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await page.getByText('If this address belongs to an account and was confirmed').waitFor();
  await fine('forgot the password');
  const link = await linkTo('ana@example.com', '/reset-password');
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill('a wholly new password');
  await fine('new password');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('Your password is changed and every session was ended.').waitFor();
  await fine('sign in with the new password');
  await page.getByLabel('Email').fill('ana@example.com');
  await page.getByLabel('Password', { exact: true }).fill('a wholly new password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Activity \(\d new\)$/ }).waitFor();

  await page.goto('about:blank');
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill('yet another password');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
  await fine('link that was used');
});
