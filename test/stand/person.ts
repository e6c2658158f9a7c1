import type { Stand } from './stand';

export interface GraphqlAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
  readonly data: any;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** Somebody with a browser: a cookie jar for the app, and ways to do what a person does. */
export class Person {
  private readonly cookies = new Map<string, string>();
  email = '';
  password = 'correct horse battery';

  constructor(readonly stand: Stand) {}

  /** Sends a GraphQL document as the SPA does. */
  async execute(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.stand.url },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: unknown; errors?: GraphqlAnswer['errors'] };
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** Asks the app for a path with this browser's cookies; redirects are not followed. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.stand.url);
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) {
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) this.keepCookie(line);
    return response;
  }

  /** The session cookie's value; undefined when signed out. */
  get sessionId(): string | undefined {
    return this.cookies.get('sid');
  }

  async signUp({ email = this.email, password = this.password, timeZone = 'Europe/Berlin' } = {}) {
    this.email = email;
    this.password = password;
    const answer = await this.execute(SIGN_UP, { input: { email, password, timeZone } });
    return answer.data?.signUp ?? answer;
  }

  async signIn(password = this.password) {
    const answer = await this.execute(SIGN_IN, { input: { email: this.email, password } });
    return answer.data?.signIn ?? answer;
  }

  async signOut(): Promise<void> {
    await this.execute('mutation { signOut { userErrors { message } } }');
  }

  private keepCookie(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

const ERRORS = 'userErrors { __typename message path }';
const SIGN_UP = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { account { id email timeZone } ${ERRORS} }
}`;
const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { account { id email timeZone } ${ERRORS} }
}`;
