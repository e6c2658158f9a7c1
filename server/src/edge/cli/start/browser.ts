import { type IncomingHttpHeaders, request } from 'node:http';
import { localUrl } from './local-url';
import type { StartPlan } from './plan';

/** An answer, its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const PATIENCE_MS = 30_000;

/**
 * As much of a browser as it takes to sign up and connect: it keeps our server's cookie, says where it comes from, and
 * follows no redirect by itself. Requests to `PUBLIC_URL` go to the server of this machine, which need not be reachable
 * under that name from here.
 */
export class Browser {
  readonly #publicUrl: URL;
  readonly #server: URL;
  readonly #cookies = new Map<string, string>();

  constructor({ config }: StartPlan) {
    this.#publicUrl = new URL(config.publicUrl);
    this.#server = new URL(localUrl(config.host, config.port));
  }

  async get(url: string): Promise<Answer> {
    return await this.#send('GET', new URL(url, this.#publicUrl), {}, '');
  }

  async postForm(url: string, fields: URLSearchParams): Promise<Answer> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return await this.#send('POST', new URL(url), headers, fields.toString());
  }

  async postJson(url: string, body: unknown): Promise<Answer> {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    return await this.#send('POST', new URL(url, this.#publicUrl), headers, JSON.stringify(body));
  }

  async #send(method: string, url: URL, headers: Record<string, string>, body: string): Promise<Answer> {
    const ours = url.origin === this.#publicUrl.origin;
    const answer = await send(ours ? this.#server : url, `${url.pathname}${url.search}`, method, body, {
      accept: 'text/html',
      ...headers,
      ...(method === 'GET' ? {} : { origin: url.origin }),
      ...(ours ? this.#ourHeaders() : {}),
    });
    if (ours) this.#keepCookies(answer);
    return answer;
  }

  #ourHeaders(): Record<string, string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      host: this.#publicUrl.host,
      'x-forwarded-proto': this.#publicUrl.protocol.replace(':', ''),
      ...(cookie === '' ? {} : { cookie }),
    };
  }

  #keepCookies({ headers }: Answer): void {
    for (const cookie of headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
    }
  }
}

function send(
  base: URL,
  path: string,
  method: string,
  body: string,
  headers: Record<string, string>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, base), { method, headers, timeout: PATIENCE_MS, agent: false });
    outgoing.once('timeout', () => outgoing.destroy(new Error(`no answer from ${base.origin}`)));
    outgoing.once('error', reject);
    outgoing.once('response', (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.once('error', reject);
      incoming.once('end', () => {
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text });
      });
    });
    outgoing.end(body);
  });
}
