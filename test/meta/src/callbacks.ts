import { requireAccount } from './seed.ts';
import { type SigningFlaws, signRequest } from './signed-request.ts';
import type { SentCallback, World } from './world.ts';

const PATIENCE_MS = 15_000;
const LONGEST_BODY = 4000;

export interface CallbackOptions extends SigningFlaws {
  /** A username; whom the callback is about. Left out with `userId` as digits. */
  account?: string;
  /** Which of the account's ids is sent; `unknown` is nobody's; digits are sent as they are. The app-scoped one when left out. */
  userId?: string;
  /** Unix seconds; the sandbox's clock when left out. */
  issuedAt?: number;
  /** The app's secret when left out. */
  secret?: string;
  /** Sends this text instead of signing one. */
  signedRequest?: string;
  /** How often the very same text is sent, one after the other; 1 when left out. */
  times?: number;
  /** Sends the body in two halves with a pause of so many real milliseconds between. */
  pauseMs?: number;
}

export type CallbackKind = SentCallback['kind'];

/** The id of nobody in the sandbox. */
export const UNKNOWN_USER_ID = '35901274460183357';

/** A `signed_request` as Meta would send it now, or with the flaws that were asked for. */
export function signCallback(world: World, options: CallbackOptions): string {
  if (options.signedRequest !== undefined) return options.signedRequest;
  const issuedAt = options.issuedAt ?? Math.floor(world.clock.now() / 1000);
  return signRequest({ userId: idFor(options), issuedAt }, options.secret ?? world.app.secret, options);
}

function idFor({ userId = 'app_scoped', account }: CallbackOptions): string {
  if (/^\d+$/.test(userId)) return userId;
  if (userId === 'unknown') return UNKNOWN_USER_ID;
  if (account === undefined) throw new RangeError('Say which account the callback is about.');
  const { appScopedId, professionalId, exchangeId } = requireAccount(account);
  const ids: Record<string, string> = {
    app_scoped: appScopedId,
    professional: professionalId,
    exchange: exchangeId,
  };
  const id = ids[userId];
  if (id === undefined)
    throw new RangeError(`No id "${userId}". There are: app_scoped, professional, exchange, unknown.`);
  return id;
}

/** Sends a callback to the address registered for it and answers how the app took it, once for each time. Sent once: Meta documents no retries. */
export async function sendCallback(
  world: World,
  kind: CallbackKind,
  options: CallbackOptions,
): Promise<SentCallback[]> {
  const url = kind === 'deauthorize' ? world.app.deauthorizeUrl : world.app.deletionUrl;
  if (url === null) throw new RangeError(`The app has registered no ${kind} address.`);
  const signed = signCallback(world, options);
  const sent: SentCallback[] = [];
  for (let time = 0; time < (options.times ?? 1); time += 1) {
    const answer = await post(url, `signed_request=${encodeURIComponent(signed)}`, options.pauseMs ?? 0);
    const at = new Date(world.clock.now()).toISOString();
    sent.push({ at, kind, account: options.account ?? null, url, ...answer });
  }
  world.callbacks.push(...sent);
  return sent;
}

async function post(
  url: string,
  body: string,
  pauseMs: number,
): Promise<Pick<SentCallback, 'status' | 'failure' | 'body'>> {
  const slow = pauseMs > 0 ? { body: inHalves(body, pauseMs), duplex: 'half' as const } : { body };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Instagram sandbox' },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS + pauseMs),
      ...slow,
    });
    return { status: response.status, failure: null, body: (await response.text()).slice(0, LONGEST_BODY) };
  } catch (error) {
    const reason =
      error instanceof Error ? (error.cause instanceof Error ? error.cause : error).message : String(error);
    return { status: null, failure: reason, body: '' };
  }
}

function inHalves(body: string, pauseMs: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body);
  const half = Math.ceil(bytes.length / 2);
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(bytes.subarray(0, half));
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      controller.enqueue(bytes.subarray(half));
      controller.close();
    },
  });
}
