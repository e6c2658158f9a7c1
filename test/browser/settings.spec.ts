import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { jsonOf, unzip } from '../stand/export';
import type { Stand } from '../stand/stand';
import { inspect } from './helpers/inspect';
import { Story } from './helpers/story';
import { givenNumbers } from './helpers/until';
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

it('somebody finds what is held, makes an export, and has all of it in one file, once', async () => {
  const person = await stand.givenAccount('ana@example.com');
  await givenNumbers(person, 'studio_nord');
  await enterAs(window, person);
  await page.goto(new URL('/integrations', stand.url).href);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  const analytics = page.getByRole('row').filter({ hasText: 'Analytics: numbers about your account' });
  expect(await analytics.getByRole('cell').nth(0).textContent()).toMatch(/3\d$/);
  await fine('settings');

  // Somebody holds a table that the export reads, so that it can be watched.
  const holder = stand.app.dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query('lock table support_access in access exclusive mode');
  await page.getByRole('button', { name: 'Download everything (ZIP)' }).press('Enter');
  await page.getByText(/being prepared: [89]\d % done/).waitFor();
  await fine('settings preparing an export');
  await holder.rollbackTransaction();
  await holder.release();

  await page.getByText(/Your export is ready, \d+ kB\. One download, until/).waitFor();
  await fine('settings with an export');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the ZIP file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^sociogenie-export-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzip(readFileSync(await download.path()));
  expect(jsonOf(files, 'account')).toEqual([expect.objectContaining({ email: 'ana@example.com' })]);
  expect(jsonOf(files, 'instagram-connection')).toEqual([
    expect.objectContaining({ username: 'studio_nord' }),
  ]);

  await page.getByText(/^Downloaded on .* The file was destroyed here then\./).waitFor();
  expect(new URL(page.url()).pathname).toBe('/settings');
});

it('the sections have addresses, and the colours are a choice', async () => {
  await page.goto(new URL('/settings#appearance', stand.url).href);
  const heading = page.getByRole('heading', { name: 'Appearance' });
  await heading.waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Appearance');
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
  await page.reload();
  await heading.waitFor();
  expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: 'Match my device' }).check();
});
