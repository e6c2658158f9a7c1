import { type Consent, type Sandbox, type SandboxOptions, startSandbox } from '../index.ts';

export const REDIRECT_URI = 'http://localhost:4000/meta/oauth/callback';
export const ALL_SCOPES =
  'instagram_business_basic,instagram_business_content_publish,instagram_business_manage_insights';

/** A sandbox with one registered address and a chosen moment: noon in Los Angeles on 20 November 2026. */
export async function givenSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const app = { redirectUris: [REDIRECT_URI], ...options.app };
  const sandbox = await startSandbox({ ...options, app });
  sandbox.clock.freeze(Date.parse('2026-11-20T20:00:00Z'));
  return sandbox;
}

/** The address that an app sends a person to; parameters that are null are left out. */
export function authorizationUrl(sandbox: Sandbox, change: Record<string, string | null> = {}): string {
  const url = new URL('/oauth/authorize', sandbox.url);
  const parameters: Record<string, string | null> = {
    client_id: sandbox.app.id,
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    scope: ALL_SCOPES,
    state: 'a state/with + signs',
    ...change,
  };
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

/** An answer as it came. `text` keeps every digit; `body` does not. */
export interface Answer {
  status: number;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read into bodies of many shapes
  body: any;
}

/** Asks the sandbox for a path or address. */
export async function ask(sandbox: Sandbox, path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(new URL(path, sandbox.url), { redirect: 'manual', ...init });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: response.status, text, body: json && text !== '' ? JSON.parse(text) : null };
}

/** A code, after the person's consent. */
export async function givenCode(sandbox: Sandbox, consent: Consent): Promise<string> {
  const location = await sandbox.consent(authorizationUrl(sandbox), consent);
  return new URL(location).searchParams.get('code') ?? '';
}

/** Exchanges a code; fields that are null are left out. */
export function exchange(
  sandbox: Sandbox,
  code: string,
  change: Record<string, string> = {},
): Promise<Answer> {
  const body = new URLSearchParams({
    client_id: sandbox.app.id,
    client_secret: sandbox.app.secret,
    grant_type: 'authorization_code',
    redirect_uri: REDIRECT_URI,
    code,
    ...change,
  });
  return ask(sandbox, '/oauth/access_token', { method: 'POST', body });
}

/** A token of one hour. */
export async function givenShortToken(sandbox: Sandbox, consent: Consent): Promise<string> {
  const { body } = await exchange(sandbox, await givenCode(sandbox, consent));
  return (body.data?.[0] ?? body).access_token;
}

/** A token of sixty days. */
export async function givenToken(sandbox: Sandbox, consent: Consent): Promise<string> {
  const short = await givenShortToken(sandbox, consent);
  return (await exchangeLong(sandbox, short)).body.access_token;
}

export function exchangeLong(sandbox: Sandbox, token: string, secret = sandbox.app.secret): Promise<Answer> {
  const query = { grant_type: 'ig_exchange_token', client_secret: secret, access_token: token };
  return ask(sandbox, `/access_token?${new URLSearchParams(query)}`);
}

export function refresh(sandbox: Sandbox, token: string): Promise<Answer> {
  const query = { grant_type: 'ig_refresh_token', access_token: token };
  return ask(sandbox, `/refresh_access_token?${new URLSearchParams(query)}`);
}

/** A Graph call with the token as Bearer. */
export function graph(sandbox: Sandbox, token: string, path: string, method = 'GET'): Promise<Answer> {
  return ask(sandbox, path, { method, headers: { authorization: `Bearer ${token}` } });
}
