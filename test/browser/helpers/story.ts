import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../stand/browser';
import { Stand } from '../../stand/stand';
import { openWindow, type Window } from './window';

/** A stand whose clock runs, and a browser with one window: what a file of browser specs plays in. */
export class Story {
  private constructor(
    readonly stand: Stand,
    readonly window: Window,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Story> {
    const [stand, browser] = await Promise.all([Stand.open({ clock: 'running' }), openBrowser()]);
    return new Story(stand, await openWindow(browser), browser);
  }

  get page(): Page {
    return this.window.page;
  }

  /** Closes everything; then nothing may have gone wrong in the window. */
  async close(): Promise<void> {
    const { troubles } = this.window.watch;
    await this.window.close();
    await this.browser.close();
    await this.stand.close();
    expect(troubles).toEqual([]);
  }
}
