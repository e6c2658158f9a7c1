import type { Page } from 'playwright-core';
import { mailbox, mailedToken } from '../stand/mailbox';
import type { Person } from '../stand/person';
import type { Stand } from '../stand/stand';
import { inspect } from './helpers/inspect';
import { Story } from './helpers/story';
import { enterAs, type Window } from './helpers/window';

jest.setTimeout(120_000);

let story: Story | undefined;
let stand: Stand;
let window: Window;
let page: Page;
let ana: Person;

beforeAll(async () => {
  story = await Story.open();
  ({ stand, window, page } = story);
  ana = await stand.givenAccount('ana@example.com');
  await enterAs(window, ana);
});
afterAll(() => story?.close());

const fine = async (state: string) => expect(await inspect(page, state)).toEqual([]);
const openProfile = async () => {
  await page.goto('about:blank');
  await page.goto(new URL('/settings#profile', stand.url).href);
  await page.getByRole('region', { name: 'Profile' }).getByText('Confirmed').waitFor();
};
const openLink = async (token: string) => {
  await page.goto('about:blank');
  await page.goto(new URL(`/change-email#${token}`, stand.url).href);
};

it('somebody asks for another address, types the password, opens the link there, and has it', async () => {
  await openProfile();
  await stand.app.dataSource.query("update session set confirmed_at = '2026-01-01T00:00:00Z'");
  await page.getByRole('button', { name: 'Change email address' }).press('Enter');
  await page.keyboard.type('ana at home');
  await page.keyboard.press('Enter');
  await page.getByText('This does not look like an email address.').waitFor();
  await fine('another address refused');
  await page.getByLabel('New email').fill('ana@studionord.example');
  await page.keyboard.press('Enter');
  await page.getByRole('form', { name: 'Your password once more' }).waitFor();
  await fine('another address, password needed');
  await page.keyboard.type(ana.password);
  await page.keyboard.press('Enter');
  await page.getByText('Open the link in ana@studionord.example').waitFor();
  await fine('another address waits');

  await openLink(await mailedToken(stand, 'ana@studionord.example', '/change-email'));
  await page.getByRole('button', { name: 'Use this address' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await fine('another address to confirm');
  await page.getByRole('button', { name: 'Use this address' }).press('Enter');
  await page.getByRole('heading', { name: 'Your address is changed' }).waitFor();
  await fine('address changed');
  await page.getByRole('link', { name: 'Go to Settings' }).click();
  await page.getByRole('region', { name: 'Profile' }).getByText('ana@studionord.example').waitFor();
  await page.getByRole('button', { name: 'Activity (1 new)' }).press('Enter');
  await page.getByRole('dialog', { name: 'Activity' }).getByText('Your email address was changed').waitFor();
  await fine('activity with a changed address');
  await page.keyboard.press('Escape');
});

it('takes a change back, whose link then does nothing, as one of an address that was taken', async () => {
  await openProfile();
  await page.getByRole('button', { name: 'Change email address' }).click();
  await page.getByLabel('New email').fill('other@example.com');
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await page.getByText('Open the link in other@example.com').waitFor();
  const token = await mailedToken(stand, 'other@example.com', '/change-email');
  await page.getByRole('button', { name: 'Cancel the change' }).click();
  await page.getByText('The change is cancelled.').waitFor();
  await openLink(token);
  await page.getByRole('button', { name: 'Use this address' }).click();
  await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
  await fine('link of a cancelled change');

  await openProfile();
  await page.getByRole('button', { name: 'Change email address' }).click();
  await page.getByLabel('New email').fill('taken@example.com');
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await page.getByText('Open the link in taken@example.com').waitFor();
  const late = await mailedToken(stand, 'taken@example.com', '/change-email');
  await stand.givenAccount('taken@example.com');
  await openLink(late);
  await page.getByRole('button', { name: 'Use this address' }).click();
  await page.getByRole('heading', { name: 'This address has an account already' }).waitFor();
  await fine('address taken meanwhile');
  expect((await mailbox(stand, 'ana@studionord.example')).map(({ subject }) => subject)).not.toContain(
    'Your email address was changed',
  );
});
