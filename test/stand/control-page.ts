import type { Page } from 'playwright-core';
import type { Stand } from './stand';

/** The sandbox's control page in somebody's browser. */
export class ControlPage {
  constructor(
    private readonly page: Page,
    private readonly stand: Stand,
  ) {}

  /** Opens the page of everybody. */
  async overview(): Promise<void> {
    await this.page.goto(new URL('/sandbox', this.stand.sandbox.url).href);
    await this.page.getByRole('heading', { level: 1, name: 'Control page' }).waitFor();
  }

  /** Opens an account's page from there. */
  async open(username: string): Promise<void> {
    await this.overview();
    await this.page.getByRole('link', { name: username, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: username }).waitFor();
  }

  /** Presses a button of an account's page; answers what the page then says. */
  async press(username: string, button: string): Promise<string> {
    await this.open(username);
    return this.submit(button);
  }

  /** Presses a button of the page that is open; answers what the next one says. */
  async submit(button: string): Promise<string> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    return (await this.page.getByRole('status').textContent()) ?? '';
  }

  /** Chooses trouble for everybody by its words. */
  async trouble(words: string): Promise<void> {
    await this.overview();
    await this.page.getByLabel('Trouble').selectOption({ label: words });
    await this.submit('Apply to everybody');
  }
}
