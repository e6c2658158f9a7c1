import type { Page } from 'playwright-core';
import type { Person } from '../stand/person';
import type { Stand } from '../stand/stand';
import { inspect } from './helpers/inspect';
import { Story } from './helpers/story';
import { enterAs, type Window } from './helpers/window';

jest.setTimeout(120_000);

const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }';

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
const open = async (section: string) => {
  // Another part of the same address would load nothing anew.
  await page.goto('about:blank');
  await page.goto(new URL(`/settings#${section}`, stand.url).href);
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
};
async function phoneOfAna(): Promise<Person> {
  const phone = stand.visitor();
  phone.email = ana.email;
  const input = { email: ana.email, password: ana.password };
  await phone.execute(SIGN_IN, { input }, { 'user-agent': SAFARI });
  return phone;
}
const isSignedIn = async (person: Person) => (await person.execute('{ viewer { id } }')).data.viewer !== null;

it('another clock, by the first letters of a city', async () => {
  await open('time-zone');
  const zone = page.getByLabel('Time zone', { exact: true });
  await zone.focus();
  await page.keyboard.type('Auck');
  await page.getByText(/^Pacific\/Auckland: now \d\d:\d\d\.$/).waitFor();
  await page.getByRole('button', { name: 'Save time zone' }).press('Enter');
  await page.getByText('Saved. The times you see follow the clock of Pacific/Auckland.').waitFor();
  await page.reload();
  expect(await zone.inputValue()).toBe('Pacific/Auckland');
});

it('a session elsewhere is ended, after the password when it was typed long ago', async () => {
  const phone = await phoneOfAna();
  await stand.app.dataSource.query("update session set confirmed_at = '2026-01-01T00:00:00Z'");
  await open('sessions');
  await page.getByText(/\(this browser\)/).waitFor();
  await page.getByRole('button', { name: 'End session: Safari on iPhone' }).click();
  const form = page.getByRole('form', { name: 'Your password once more' });
  await form.waitFor();
  await page.keyboard.type('not my password');
  await page.keyboard.press('Enter');
  await form.getByText('This is not your password. No session was ended.').waitFor();
  await fine('settings with a wrong password');
  expect(await isSignedIn(phone)).toBe(true);

  await form.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.keyboard.press('Enter');
  await page.getByText('Ended: Safari on iPhone is signed out.').waitFor();
  expect(await isSignedIn(phone)).toBe(false);
});

it('another password signs every other browser out, and this one stays', async () => {
  const phone = await phoneOfAna();
  await open('password');
  await page.getByLabel('Current password', { exact: true }).fill(ana.password);
  await page.getByLabel('New password', { exact: true }).fill('password123');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText(/This password is known from leaks/).waitFor();
  await fine('settings with a leaked password');

  await page.getByLabel('New password', { exact: true }).fill('harbour kite nineteen');
  await page.keyboard.press('Enter');
  await page.getByText('Your password is changed. Every other browser was signed out.').waitFor();
  expect(await isSignedIn(phone)).toBe(false);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
});
