import type { Consent, Person, Site } from './person';
import { consent } from './person';

/** Connects as somebody who wants to hear of comments. */
export async function connectWithComments(
  person: Person,
  username: string,
  choices: Consent & { connectionId?: string } = {},
): Promise<string> {
  const address = await person.startConnect(choices.connectionId, true);
  const { connectionId, outcome } = await person.comeBack(await consent(address, username, choices));
  if (connectionId === null) throw new Error(`connecting @${username} ended as ${outcome}`);
  return connectionId;
}

export interface EventsAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

/** Posts a delivery as it is, as anybody could. */
export async function postEvents(
  stand: Pick<Site, 'url'>,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<EventsAnswer> {
  const response = await fetch(new URL('/meta/webhooks', stand.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: await response.text(),
  };
}
