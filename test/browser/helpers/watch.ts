import type { BrowserContext, ConsoleMessage, Request, Response } from 'playwright-core';

/**
 * Notes what must not happen while pages are walked through: an error in the console (a refusal of the content security
 * policy is one), an exception, an answer that says the server failed, a request to any other machine.
 */
export class Watch {
  private readonly noted: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message) => this.onConsole(message));
    context.on('weberror', (error) => this.noted.push(`exception: ${error.error().message}`));
    context.on('request', (request) => this.onRequest(request));
    context.on('response', (response) => this.onResponse(response));
  }

  /** A console line that belongs to what is tried, such as a browser's own line about an answer of 404. */
  expect(line: RegExp): void {
    this.expected.push(line);
  }

  /** What was noted so far; empty when all is well. */
  get troubles(): readonly string[] {
    return this.noted;
  }

  private onConsole(message: ConsoleMessage): void {
    const line = `${message.text()} (${message.location().url})`;
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (!this.expected.some((pattern) => pattern.test(line))) this.noted.push(`console: ${line}`);
  }

  private onRequest(request: Request): void {
    const { protocol, hostname } = new URL(request.url());
    const here = ['data:', 'blob:', 'file:'].includes(protocol);
    if (!here && hostname !== 'localhost' && hostname !== '127.0.0.1') {
      this.noted.push(`request to another machine: ${request.url()}`);
    }
  }

  private onResponse(response: Response): void {
    if (response.status() >= 500) this.noted.push(`${response.status()} from ${response.url()}`);
  }
}
