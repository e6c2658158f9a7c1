import type { Answer, Browser } from './browser';
import { askGraphql } from './graphql';
import { readForm } from './page-form';
import { StartError } from './start-error';

const CONNECT = `mutation ($input: ConnectInstagramInput!) {
  connectInstagram(input: $input) { authorizationUrl userErrors { message } }
}`;

interface Connect {
  readonly connectInstagram: {
    readonly authorizationUrl: string | null;
    readonly userErrors: readonly { readonly message: string }[];
  };
}

/** More pages than any consent has; a sandbox that sends us in circles must not keep `start` waiting. */
const MOST_PAGES = 8;

/**
 * Connects the signed-in account to the sandbox's account at `position` (0 is the first), granting all that is asked for.
 *
 * @throws StartError when the way does not end on our own pages.
 */
export async function connectSandboxAccount(browser: Browser, position: number): Promise<void> {
  const { connectInstagram } = await askGraphql<Connect>(browser, CONNECT, { input: {} });
  const { authorizationUrl, userErrors } = connectInstagram;
  if (authorizationUrl === null) {
    throw new StartError(`The demo account could not be connected: ${userErrors[0]?.message}`);
  }
  let url = authorizationUrl;
  let answer = await browser.get(url);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { location } = answer.headers;
    if (answer.status >= 300 && answer.status < 400 && location !== undefined) {
      url = new URL(location, url).href;
      if (new URL(url).pathname === '/integrations') return;
      answer = await browser.get(url);
    } else {
      ({ url, answer } = await submitForm(browser, url, answer, position));
    }
  }
  throw new StartError('The demo account could not be connected: the sandbox never sent us back.');
}

async function submitForm(
  browser: Browser,
  url: string,
  page: Answer,
  position: number,
): Promise<{ url: string; answer: Answer }> {
  const form = page.status === 200 ? readForm(page.body) : null;
  if (form === null) {
    throw new StartError(
      `The demo account could not be connected: ${url.split('?')[0]} answered ${page.status}.`,
    );
  }
  const { choice, fields } = form;
  if (choice !== null) fields.set(choice.name, choice.values[position] ?? '');
  const action = new URL(form.action, url).href;
  return { url: action, answer: await browser.postForm(action, fields) };
}
