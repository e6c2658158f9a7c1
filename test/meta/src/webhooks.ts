import { createHmac } from 'node:crypto';
import { currentGrant } from './grants.ts';
import { requireAccount } from './seed.ts';
import type { SentDelivery, World } from './world.ts';

const PATIENCE_MS = 15_000;
const LONGEST_BODY = 4000;

/** One event, as Meta would tell it. What is left out is made up, and the same for the same `commentId`. */
export interface WebhookEvent {
  /** A username. Left out with `entryId`. */
  account?: string;
  /** The id in `entry[].id`, digits; the account's professional id when left out. */
  entryId?: string;
  /** `comments` when left out. */
  field?: string;
  commentId?: string;
  mediaId?: string;
  text?: string;
  /** The commenter. */
  from?: { id: string; username: string };
  /** The whole `value`, in the place of a comment's. */
  value?: unknown;
}

/** A delivery: its events, and ways to get it wrong on purpose. */
export interface DeliveryOptions {
  events?: WebhookEvent[];
  /** The app's secret when left out. */
  secret?: string;
  /** Changes the body after signing, or the signature. */
  tamper?: 'body' | 'signature';
  /** Sends this body instead, signed as it is. */
  body?: string;
  /** The header to send, whatever the body; null for none. */
  signature?: string | null;
  /** How often the very same bytes are sent, one after the other; 1 when left out. */
  times?: number;
  /** Also for accounts that are not subscribed to the field: Meta sends those nothing. */
  unasked?: boolean;
}

/** What a delivery carries. */
export interface SignedDelivery {
  body: string;
  /** `X-Hub-Signature-256`; null to send none. */
  signature: string | null;
  events: number;
}

/** A delivery as Meta would make it now (meta-contract, section 9), in one body, whatever the accounts. */
export function signDelivery(world: World, options: DeliveryOptions): SignedDelivery {
  const events = (options.events ?? []).filter(
    (event) => options.unasked === true || isAskedFor(world, event),
  );
  const signed = options.body ?? escaped({ object: 'instagram', entry: entriesOf(world, events) });
  const mac = createHmac('sha256', options.secret ?? world.app.secret)
    .update(signed)
    .digest('hex');
  const header = `sha256=${options.tamper === 'signature' ? changeFirst(mac) : mac}`;
  return {
    body: options.tamper === 'body' ? signed.replace('"', ' "') : signed,
    signature: options.signature === undefined ? header : options.signature,
    events: events.length,
  };
}

/** Sends a delivery to the registered address and answers how the app took it, once for each time; none when nobody asked for its events. */
export async function sendDelivery(world: World, options: DeliveryOptions): Promise<SentDelivery[]> {
  const url = addressOf(world);
  const delivery = signDelivery(world, options);
  if (delivery.events === 0 && options.body === undefined) return [];
  const { body, signature, events } = delivery;
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Instagram sandbox',
    ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
  };
  const sent: SentDelivery[] = [];
  for (let time = 0; time < (options.times ?? 1); time += 1) {
    const answer = await ask(url, { method: 'POST', headers, body });
    sent.push({ at: new Date(world.clock.now()).toISOString(), kind: 'events', url, events, ...answer });
  }
  world.deliveries.push(...sent);
  return sent;
}

/** What the dashboard does when the address is registered: asks for the challenge, and takes nothing else for an answer. */
export async function verifyAddress(
  world: World,
  { token = world.app.webhookVerifyToken ?? '', challenge = '1158201444' } = {},
): Promise<SentDelivery & { verified: boolean }> {
  const url = new URL(addressOf(world));
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.challenge', challenge);
  url.searchParams.set('hub.verify_token', token);
  const answer = await ask(url.href, { method: 'GET' });
  const at = new Date(world.clock.now()).toISOString();
  const sent: SentDelivery = { at, kind: 'challenge', url: addressOf(world), events: 0, ...answer };
  world.deliveries.push(sent);
  return { ...sent, verified: answer.status === 200 && answer.body === challenge };
}

function addressOf(world: World): string {
  if (world.app.webhookUrl === null) throw new RangeError('The app has registered no webhooks address.');
  return world.app.webhookUrl;
}

function isAskedFor(world: World, { account, field = 'comments' }: WebhookEvent): boolean {
  if (account === undefined) return false;
  const grant = currentGrant(world, requireAccount(account).username);
  return grant?.subscribedFields.includes(field) === true;
}

/** Meta puts the events of one account under one entry. */
function entriesOf(world: World, events: readonly WebhookEvent[]): unknown[] {
  const byAccount = Map.groupBy(
    events,
    ({ entryId, account }) => entryId ?? requireAccount(account ?? '').professionalId,
  );
  const time = Math.floor(world.clock.now() / 1000);
  return [...byAccount].map(([id, own]) => ({ id, time, changes: own.map(changeOf) }));
}

function changeOf(event: WebhookEvent): unknown {
  const { field = 'comments', commentId = '18010101010101010' } = event;
  if (event.value !== undefined) return { field, value: event.value };
  return {
    field,
    value: {
      id: commentId,
      text: event.text ?? 'Olá! Aberto amanhã?',
      from: event.from ?? { id: '98760011223344556', username: 'ana.visita' },
      media: { id: event.mediaId ?? '17920238422030506', media_product_type: 'FEED' },
    },
  };
}

/** Meta escapes what is not ASCII, and every slash: a body that was parsed and written again has another signature. */
function escaped(content: unknown): string {
  return JSON.stringify(content)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const changeFirst = (hex: string): string => `${hex.startsWith('0') ? '1' : '0'}${hex.slice(1)}`;

async function ask(
  url: string,
  request: RequestInit,
): Promise<Pick<SentDelivery, 'status' | 'failure' | 'body'>> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(url, { redirect: 'manual', signal, ...request });
    return { status: response.status, failure: null, body: (await response.text()).slice(0, LONGEST_BODY) };
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { status: null, failure: reason instanceof Error ? reason.message : String(reason), body: '' };
  }
}
