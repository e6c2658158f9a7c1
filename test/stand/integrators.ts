import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { Overrides } from '../../server/src/app';

type Source = NonNullable<Overrides['recipients']>;

/** A message as it arrived. */
export interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: specs read documents as they are.
  readonly body: any;
}

/** Somebody else's server, which read data and is told when that is deleted. */
export class Integrator {
  readonly heard: Heard[] = [];
  readonly reference = randomUUID();
  readonly secret = `whsec_${randomBytes(32).toString('base64')}`;
  /** The status that it answers with; null: it drops the connection; `nothing`: it hears and says nothing. */
  answer: number | null | 'nothing' = 200;

  private constructor(private readonly server: Server) {
    server.on('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const text = Buffer.concat(chunks).toString();
      this.heard.push({ headers: request.headers, text, body: JSON.parse(text) });
      if (this.answer === 'nothing') return;
      if (this.answer === null) response.destroy();
      else response.writeHead(this.answer).end();
    });
  }

  static async open(): Promise<Integrator> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Integrator(server);
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the integrator has no port');
    return `http://127.0.0.1:${address.port}/hooks/deleted`;
  }

  /** Whether a message is signed for it, as Standard Webhooks has it. */
  isSigned({ headers, text }: Heard): boolean {
    const key = Buffer.from(this.secret.replace('whsec_', ''), 'base64');
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
    return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}

/** Who read what, as the feature for integrators will tell it. */
export class Reading implements Source {
  private readonly list: { by: Integrator; of: string; revoked: boolean; url: string }[] = [];
  /** What was asked. */
  readonly asked: { connectionIds: readonly string[]; accountId: string | null }[] = [];

  /** `of`: the row id of a connection or of an account. */
  add(by: Integrator, of: string, { revoked = false, url = by.url } = {}): void {
    this.list.push({ by, of, revoked, url });
  }

  whoRead: Source['whoRead'] = async (_tx, about) => {
    this.asked.push(about);
    const meant = this.list.filter(({ of }) => about.connectionIds.includes(of) || about.accountId === of);
    return [...new Set(meant.map(({ by }) => by))].map((by) => {
      const own = meant.filter((one) => one.by === by);
      return {
        reference: by.reference,
        connectionIds: own.map(({ of }) => of).filter((of) => of !== about.accountId),
        endpoint: own.some(({ revoked }) => revoked)
          ? null
          : { url: own[0]?.url ?? by.url, secret: by.secret },
      };
    });
  };
}
