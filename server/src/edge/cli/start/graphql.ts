import type { Browser } from './browser';
import { StartError } from './start-error';

/**
 * Sends one GraphQL operation to the server.
 *
 * @throws StartError with the first error's text when the answer carries errors.
 */
export async function askGraphql<Data>(browser: Browser, query: string, variables: object): Promise<Data> {
  const answer = await browser.postJson('/graphql', { query, variables });
  const { data, errors } = parse<Data>(answer.body);
  if (answer.status !== 200 || errors !== undefined || data === undefined || data === null) {
    const reason = errors?.[0]?.message ?? `status ${answer.status}`;
    throw new StartError(`The server refused a request of its own start: ${reason}`);
  }
  return data;
}

interface GraphqlAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string }[];
}

function parse<Data>(body: string): GraphqlAnswer<Data> {
  try {
    return JSON.parse(body) as GraphqlAnswer<Data>;
  } catch {
    return {};
  }
}
