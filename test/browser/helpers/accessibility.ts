import type { Browser, Locator } from 'playwright-core';
import { openBrowser } from '../../stand/browser';
import { Stand, type StandOptions } from '../../stand/stand';
import { inspect } from './inspect';
import { openWindow, type Window } from './window';

/** A stand, and a new window for each test. */
export class Screens {
  #stand: Stand | null = null;
  #browser: Browser | null = null;
  #window: Window | null = null;

  /** Opens stand and browser around all tests of a file, and a window around each, which must have had no trouble. */
  static aroundTests(overrides: NonNullable<StandOptions['overrides']> = {}): Screens {
    const screens = new Screens();
    beforeAll(async () => {
      [screens.#stand, screens.#browser] = await Promise.all([
        Stand.open({ clock: 'running', overrides }),
        openBrowser(),
      ]);
    });
    beforeEach(async () => {
      screens.#window = await openWindow(given(screens.#browser));
    });
    afterEach(async () => {
      const { troubles } = screens.window.watch;
      await screens.window.close();
      expect(troubles).toEqual([]);
    });
    afterAll(async () => {
      await screens.#browser?.close();
      await screens.#stand?.close();
    });
    return screens;
  }

  get stand(): Stand {
    return given(this.#stand);
  }

  get window(): Window {
    return given(this.#window);
  }

  get page(): Window['page'] {
    return this.window.page;
  }

  /** Goes to a path of the app, or of another host. */
  async open(path: string, host = this.stand.url): Promise<void> {
    await this.page.goto(new URL(path, host).href);
  }

  /** Waits for a heading. */
  async heading(name: string | RegExp, level?: number): Promise<void> {
    await this.headings(name, level).waitFor();
  }

  /** Everybody can use what is shown now. */
  async fine(state: string): Promise<void> {
    expect(await inspect(this.page, state)).toEqual([]);
  }

  private headings(name: string | RegExp, level?: number): Locator {
    return this.page.getByRole('heading', { name, ...(level === undefined ? {} : { level }) });
  }
}

function given<T>(value: T | null): T {
  if (value === null) throw new Error('not opened yet');
  return value;
}
