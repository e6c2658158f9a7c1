import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Person } from '../../stand/person';
import { Watch } from './watch';

/** How long a page may take to show something, on a machine that is busy with other specs. */
const PATIENCE_MS = 30_000;

/** A browser window of somebody's own: no cookies but theirs, and a watch on what goes wrong. */
export interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
  close(): Promise<void>;
}

/** Opens a window in Berlin's time, without motion, on a light wide screen. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const watch = new Watch(context);
  return { context, page: await context.newPage(), watch, close: () => context.close() };
}

/** Hands a person's session to the window, as if they had signed in there. */
export async function enterAs(window: Window, person: Person): Promise<void> {
  const { sessionId } = person;
  if (sessionId === undefined) throw new Error('this person is not signed in');
  await window.context.addCookies([
    { name: 'sid', value: sessionId, url: person.stand.url, httpOnly: true, sameSite: 'Lax' },
  ]);
}
