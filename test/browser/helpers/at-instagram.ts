import type { Page } from 'playwright-core';

/** What a person does on the consent pages. */
export interface ConsentClicks {
  /** Titles of permissions to untick. */
  readonly untick?: readonly string[];
  readonly decision?: 'Allow' | 'Cancel';
}

/** From the pre-flight page over Instagram's consent pages back to the app. */
export async function consentAs(page: Page, username: string, clicks: ConsentClicks = {}): Promise<void> {
  await page.getByRole('button', { name: 'Continue to Instagram' }).click();
  await answerAs(page, username, clicks);
}

/** From Instagram's consent pages, where a button has led, back to the app. */
export async function answerAs(
  page: Page,
  username: string,
  { untick = [], decision = 'Allow' }: ConsentClicks = {},
): Promise<void> {
  await page.getByRole('radio', { name: username }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { level: 1, name: `Let SocioGenie use ${username}?` }).waitFor();
  for (const title of untick) await page.getByRole('checkbox', { name: title }).uncheck();
  await page.getByRole('button', { name: decision }).click();
  await page.getByRole('heading', { level: 1, name: 'Social Media Integration' }).waitFor();
}

/** From any screen of the app to "Apps and websites" of an Instagram account. */
export async function goToAppsOf(page: Page, username: string): Promise<void> {
  await page.getByRole('link', { name: 'Open the sandbox' }).click();
  await page.getByRole('link', { name: 'Apps and websites' }).click();
  await page.getByRole('link', { name: username, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: `Apps and websites of ${username}` }).waitFor();
}
