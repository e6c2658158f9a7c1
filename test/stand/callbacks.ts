import { createHmac } from 'node:crypto';
import type { Site } from './person';

export type CallbackRoute = '/meta/deauthorize' | '/meta/data-deletion';
export const CALLBACK_ROUTES: readonly CallbackRoute[] = ['/meta/deauthorize', '/meta/data-deletion'];

export interface CallbackAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

/** Posts a body to a callback as it is, as anybody could. */
export async function post(
  stand: Pick<Site, 'url'>,
  route: CallbackRoute,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<CallbackAnswer> {
  const response = await fetch(new URL(route, stand.url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: await response.text(),
  };
}

/** Posts a signed request as Meta does. */
export function postSigned(
  stand: Pick<Site, 'url'>,
  route: CallbackRoute,
  signedRequest: string,
): Promise<CallbackAnswer> {
  return post(stand, route, `signed_request=${encodeURIComponent(signedRequest)}`);
}

/** Posts a data-deletion request and answers its confirmation code. */
export async function requestDeletion(stand: Pick<Site, 'url'>, signedRequest: string): Promise<string> {
  const answer = await postSigned(stand, '/meta/data-deletion', signedRequest);
  if (answer.status !== 200) throw new Error(`the data-deletion callback answered ${answer.status}`);
  return JSON.parse(answer.body).confirmation_code;
}

/** Signs any bytes as Meta signs its payload: for payloads that Meta would never send. */
export function signBytes(payload: string | Uint8Array, secret: string): string {
  const encoded = Buffer.from(payload as string).toString('base64url');
  return `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;
}

/** The clock's second, as callbacks carry it. */
export const unixSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);
