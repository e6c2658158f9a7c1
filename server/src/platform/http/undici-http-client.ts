import { isIP } from 'node:net';
import { Agent, type Dispatcher } from 'undici';
import {
  DEFAULT_HTTP_LIMITS,
  type HttpClient,
  type HttpLimits,
  type HttpOutcome,
  type HttpRequest,
} from './http-client';
import { isPublicAddress, lookupPublic, PRIVATE_ADDRESS } from './public-address';

/** Where a client may go. `public-https`: for addresses that others gave us, so that nobody speaks through us to what only we can reach. */
export type HttpReach = 'anywhere' | 'public-https';

/**
 * An HTTP client on undici. `limits` default to 5 s for connecting, 20 s for the whole exchange and 5 MiB of answer.
 * An answer is never decompressed, so none is asked for compressed.
 */
export function createHttpClient(
  limits: Partial<HttpLimits> = {},
  reach: HttpReach = 'anywhere',
): HttpClient {
  const { connectMs, totalMs, responseBytes } = {
    ...DEFAULT_HTTP_LIMITS,
    ...limits,
  };
  const publicOnly = reach === 'public-https';
  const connect = { timeout: connectMs, ...(publicOnly ? { lookup: lookupPublic } : {}) };
  const agent = new Agent({ connect, allowH2: false });

  return {
    async send(request) {
      const refused = publicOnly ? notAllowed(request.url) : null;
      if (refused !== null) return { answered: false, reason: 'unreachable', code: refused };
      const deadline = AbortSignal.timeout(request.totalMs ?? totalMs);
      const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
      try {
        const response = await agent.request(toDispatch(request, signal));
        const body = await readAtMost(response.body, request.responseBytes ?? responseBytes);
        if (body === null) return { answered: false, reason: 'too-large', code: null };
        const { statusCode: status, headers } = response;
        return { answered: true, status, headers, body };
      } catch (cause) {
        return noAnswer(cause, deadline, request.signal);
      }
    },
    close: () => agent.close(),
  };
}

/** Why an address is not spoken to before it is resolved; a bare IP address never is. */
function notAllowed({ protocol, hostname }: URL): string | null {
  if (protocol !== 'https:') return 'NOT_HTTPS';
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(address) === 0 || isPublicAddress(address) ? null : PRIVATE_ADDRESS;
}

function toDispatch(request: HttpRequest, signal: AbortSignal): Dispatcher.RequestOptions {
  const form = request.form && {
    'content-type': 'application/x-www-form-urlencoded',
  };
  const json = request.json !== undefined && { 'content-type': 'application/json' };
  return {
    origin: request.url.origin,
    path: request.url.pathname + request.url.search,
    method: request.method,
    headers: {
      accept: 'application/json',
      'user-agent': 'SocioGenie',
      ...form,
      ...json,
      ...request.headers,
    },
    body: request.json ?? request.form?.toString() ?? null,
    signal,
    // The signal bounds the whole exchange; undici's own timers would only blur which limit was met.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
}

/** The body's bytes, or null as soon as there are more than `limit`; the rest is then not read. */
async function readAtMost(body: AsyncIterable<Buffer>, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

const NOT_CONNECTED = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  PRIVATE_ADDRESS,
]);

/** Only the error's code is kept: messages of drivers quote addresses and headers. */
function noAnswer(cause: unknown, deadline: AbortSignal, caller: AbortSignal | undefined): HttpOutcome {
  if (caller?.aborted) return { answered: false, reason: 'aborted', code: null };
  if (deadline.aborted) return { answered: false, reason: 'timeout', code: null };
  const code = codeOf(cause);
  return {
    answered: false,
    reason: code && NOT_CONNECTED.has(code) ? 'unreachable' : 'cut-off',
    code,
  };
}

/** By shape, not by class: errors of the system may come from another realm than ours. */
function codeOf(cause: unknown): string | null {
  if (typeof cause !== 'object' || cause === null) return null;
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  // Several addresses were tried: the first one's code stands for all.
  return 'errors' in cause && Array.isArray(cause.errors) ? codeOf(cause.errors[0]) : null;
}
