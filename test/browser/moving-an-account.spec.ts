import type { Browser } from 'playwright-core';
import { openBrowser } from '../stand/browser';
import type { Person } from '../stand/person';
import { Stand } from '../stand/stand';
import { consentAs } from './helpers/at-instagram';
import { inspect } from './helpers/inspect';
import { enterAs, openWindow, type Window } from './helpers/window';

jest.setTimeout(120_000);

let stand: Stand;
let browser: Browser;
let holder: Window;
let asker: Window;
let ana: Person;
let bea: Person;

beforeAll(async () => {
  [stand, browser] = await Promise.all([Stand.open({ clock: 'running' }), openBrowser()]);
  [holder, asker] = [await openWindow(browser), await openWindow(browser)];
  ana = await stand.givenAccount('ana@example.com');
  bea = await stand.givenAccount('bea@example.com');
  await ana.givenConnection('studio_nord');
  await enterAs(holder, ana);
  await enterAs(asker, bea);
});
afterAll(async () => {
  const troubles = [...(holder?.watch.troubles ?? []), ...(asker?.watch.troubles ?? [])];
  await browser?.close();
  await stand?.close();
  expect(troubles).toEqual([]);
});

const open = ({ page }: Window, path: string) => page.goto(new URL(path, stand.url).href);
const fine = async ({ page }: Window, state: string) => expect(await inspect(page, state)).toEqual([]);
const card = ({ page }: Window) => page.getByRole('region', { name: '@studio_nord' });

/** Is refused, and asks. */
async function askFor(): Promise<void> {
  await open(asker, '/integrations/connect');
  await consentAs(asker.page, 'studio_nord');
  await asker.page.getByRole('button', { name: 'Ask for it to be moved here' }).waitFor();
}

it('an account that is held elsewhere is asked for, kept, asked for again and released', async () => {
  await askFor();
  expect(new URL(asker.page.url())).toMatchObject({ search: '', hash: '' });
  await fine(asker, 'transfer offer');
  await asker.page.getByRole('button', { name: 'Ask for it to be moved here' }).press('Enter');
  await asker.page.getByText(/^Asked\. How far it is/).waitFor();
  await card(asker).getByText('Asked for', { exact: true }).waitFor();
  await fine(asker, 'transfer asked');

  await open(holder, '/analytics');
  await holder.page.getByRole('button', { name: 'Activity (1 new)' }).click();
  await holder.page.getByText('Somebody asks to move an Instagram account away from here').waitFor();
  await holder.page.getByRole('link', { name: 'Keep it or release it' }).click();
  await card(holder).getByRole('button', { name: 'Keep @studio_nord here' }).waitFor();
  await fine(holder, 'transfer question');
  await card(holder).getByRole('button', { name: 'Release @studio_nord' }).click();
  await holder.page.getByRole('dialog', { name: 'Release @studio_nord?' }).waitFor();
  await fine(holder, 'transfer release dialog');
  await holder.page.keyboard.press('Escape');
  await card(holder).getByRole('button', { name: 'Keep @studio_nord here' }).press('Enter');
  await card(holder).getByRole('button', { name: 'Keep @studio_nord here' }).waitFor({ state: 'detached' });

  await askFor();
  await asker.page.getByRole('button', { name: 'Ask for it to be moved here' }).click();
  await asker.page.getByText(/asked for a short time ago/).waitFor();
  await fine(asker, 'transfer too soon');
});

it('when nobody answered, both screens say so, and connecting moves it', async () => {
  // As if the 30 days after the answer were over, and 72 hours without an answer to the next request.
  await stand.app.dataSource.query('delete from transfer_request');
  await askFor();
  await asker.page.getByRole('button', { name: 'Ask for it to be moved here' }).click();
  await asker.page.getByText(/^Asked\. How far it is/).waitFor();
  await stand.app.dataSource.query('update transfer_request set asked_at = $1, answer_by = $2', [
    new Date(Date.now() - 73 * 3_600_000),
    new Date(Date.now() - 3_600_000),
  ]);
  await open(holder, '/integrations');
  await card(holder)
    .getByText(/the time to answer ended/)
    .waitFor();
  await fine(holder, 'transfer overdue');
  await open(asker, '/integrations');
  await card(asker).getByText('Can be connected now').waitFor();
  await fine(asker, 'transfer ready');
  await card(asker).getByRole('link', { name: 'Connect @studio_nord' }).click();
  await consentAs(asker.page, 'studio_nord');
  await card(asker).getByText('Connected', { exact: true }).first().waitFor();

  await open(holder, '/integrations');
  await holder.page.getByText(/because the Instagram account moves to another SocioGenie account/).waitFor();
  await holder.page.getByText('No account yet').waitFor();
  await fine(holder, 'transfer moved');
});
