/** Where a person's browser goes to: a running app. */
export interface Site {
  readonly url: string;
  /** Runs the jobs that are due. */
  drain(): Promise<void>;
}

export interface GraphqlAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
  readonly data: any;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** What a person ticks at Instagram. */
export interface Consent {
  /** Permissions, in Meta's words, that are unticked. */
  readonly untick?: readonly string[];
  readonly decision?: 'allow' | 'cancel';
}

export interface ConnectResult {
  readonly status: number;
  readonly path: string;
  readonly outcome: string;
  readonly connectionId: string | null;
  /** What stands after the `#`, for this browser alone. */
  readonly aside?: Readonly<Record<string, string>>;
}

/** Chooses an account and submits the consent form; answers with the address that the browser is sent back to. */
export async function consent(
  authorizationUrl: string,
  username: string,
  { untick = [], decision = 'allow' }: Consent = {},
): Promise<string> {
  const asked = new URL(authorizationUrl);
  const form = new URLSearchParams(asked.search);
  form.set('account', username);
  form.set('decision', decision);
  for (const permission of (asked.searchParams.get('scope') ?? '').split(/[ ,]/)) {
    if (!untick.includes(permission)) form.append('permission', permission);
  }
  const response = await fetch(`${asked.origin}${asked.pathname}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const location = response.headers.get('location');
  if (location === null)
    throw new Error(`the consent page answered ${response.status}: ${await response.text()}`);
  return location;
}

/** Somebody with a browser: a cookie jar for the app, and ways to do what a person does. */
export class Person {
  private readonly cookies = new Map<string, string>();
  email = '';
  password = 'correct horse battery';

  constructor(readonly stand: Site) {}

  /** The same browser, when the app was started anew. */
  at(stand: Site): Person {
    const person = new Person(stand);
    for (const [name, value] of this.cookies) person.cookies.set(name, value);
    person.email = this.email;
    person.password = this.password;
    return person;
  }

  /** Sends a GraphQL document as the SPA does. */
  async execute(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<GraphqlAnswer> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.stand.url, ...headers },
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

  /** Begins a connect; answers with the address at Instagram. */
  async startConnect(connectionId?: string, commentEvents?: boolean): Promise<string> {
    const answer = await this.execute(CONNECT, { input: { connectionId, commentEvents } });
    const url: unknown = answer.data?.connectInstagram?.authorizationUrl;
    if (typeof url !== 'string') throw new Error(`connectInstagram answered ${JSON.stringify(answer)}`);
    return url;
  }

  /** Walks the whole connect as a person does, and tells the outcome and the connection in the final address. */
  async connect(username: string, choices: Consent & { connectionId?: string } = {}): Promise<ConnectResult> {
    const authorizationUrl = await this.startConnect(choices.connectionId);
    return this.comeBack(await consent(authorizationUrl, username, choices));
  }

  /** Opens the address that Instagram sent the browser back to. */
  async comeBack(address: string): Promise<ConnectResult> {
    const url = new URL(address);
    const response = await this.fetch(`${url.pathname}${url.search}`);
    const landed = new URL(response.headers.get('location') ?? '', this.stand.url);
    return {
      status: response.status,
      path: landed.pathname,
      outcome: landed.searchParams.get('connect') ?? '',
      connectionId: landed.searchParams.get('connection'),
      ...(landed.hash === '' ? {} : { aside: Object.fromEntries(new URLSearchParams(landed.hash.slice(1))) }),
    };
  }

  /** Connects and runs the first sync. */
  async givenConnection(username: string, choices: Consent = {}): Promise<string> {
    const { connectionId, outcome } = await this.connect(username, choices);
    if (connectionId === null) throw new Error(`connecting @${username} ended as ${outcome}`);
    await this.stand.drain();
    return connectionId;
  }

  /** The id of this person's account, as the API names it. */
  async accountId(): Promise<string> {
    return (await this.execute('{ viewer { id } }')).data.viewer.id;
  }

  /** The connections that this person sees. */
  // biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
  async connections(): Promise<any[]> {
    return (await this.execute(CONNECTIONS)).data.viewer.instagramConnections;
  }

  /** Disconnects, as the button does. */
  async disconnect(connectionId: string): Promise<GraphqlAnswer> {
    return this.execute(DISCONNECT, { input: { connectionId } });
  }

  /** Asks for fresh analytics; the code of the refusal, or null when they are under way. */
  async syncNow(connectionId: string): Promise<string | null> {
    const answer = await this.execute(SYNC, { input: { connectionId } });
    const [error] = answer.data?.syncAnalytics?.userErrors ?? [];
    return error?.__typename ?? answer.errors[0]?.extensions.code ?? null;
  }

  /** Asks whether a connection is well; the code of the refusal, or null when it is being checked. */
  async checkNow(connectionId: string): Promise<string | null> {
    const answer = await this.execute(CHECK, { input: { connectionId } });
    const [error] = answer.data?.checkConnection?.userErrors ?? [];
    return error?.__typename ?? answer.errors[0]?.extensions.code ?? null;
  }

  /** The newest renewals and checks of a connection, newest first. */
  // biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
  async checks(connectionId: string, last = 10): Promise<any[]> {
    const answer = await this.execute(CHECKS, { id: connectionId, last });
    return answer.data.viewer.instagramConnection.checks;
  }

  /** Deletes the account, as the button does, with what belongs to it unless something else is typed. */
  async deleteAccount({ email = this.email, password = this.password } = {}): Promise<GraphqlAnswer> {
    return this.execute(DELETE_ACCOUNT, { input: { email, password } });
  }

  /** This person's own deletion requests, newest first. */
  // biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
  async deletionRequests(): Promise<any[]> {
    return (await this.execute(`{ viewer { deletionRequests { ${STATUS} } } }`)).data.viewer.deletionRequests;
  }

  /** What anybody with the code can see. */
  // biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
  async deletionStatus(code: string): Promise<any> {
    const answer = await this.execute(
      `query ($code: String!) { deletionStatus(confirmationCode: $code) { ${STATUS} } }`,
      { code },
    );
    return answer.data.deletionStatus;
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

const CONNECT = `mutation ($input: ConnectInstagramInput!) {
  connectInstagram(input: $input) { authorizationUrl ${ERRORS} }
}`;
const CONNECTIONS = `{ viewer { instagramConnections {
  id username displayName status statusReason statusSince statusEvidence { kind foundAt code }
  paused { activity reason resumesAt } connectedAt checkedAt deauthorizedAt grantedPermissions missingPermissions
  tokenHealth { expiresAt lastRefreshedAt nextRefreshAt lastFailureAt failedAttempts gaveUpAt }
  analyticsSync { running syncedAt completeUntil storedDays failedAt nextManualSyncAt }
} } }`;
const STATUS = `confirmationCode state source requestedAt completedAt keysRemovedAt accessWithdrawal receipt addendum recipients { told total }
  categories { name outcome count reason keptUntil }`;
const SYNC = `mutation ($input: SyncAnalyticsInput!) {
  syncAnalytics(input: $input) { connection { id } ${ERRORS} }
}`;
const CHECK = `mutation ($input: CheckConnectionInput!) {
  checkConnection(input: $input) { connection { id } ${ERRORS} }
}`;
const CHECKS = `query ($id: ID!, $last: Int!) { viewer { instagramConnection(id: $id) {
  checks(last: $last) { askedAt kind outcome code }
} } }`;
const DISCONNECT = `mutation ($input: DisconnectInstagramInput!) {
  disconnectInstagram(input: $input) { deletionStatus { ${STATUS} } ${ERRORS} }
}`;
const DELETE_ACCOUNT = `mutation ($input: DeleteAccountInput!) {
  deleteAccount(input: $input) { deletionStatus { ${STATUS} } ${ERRORS} }
}`;
