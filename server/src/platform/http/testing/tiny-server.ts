import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** How the server behaves towards one request. */
export type Behaviour = (response: ServerResponse, request: SeenRequest) => void;

export interface TinyServer {
  readonly url: string;
  readonly seen: SeenRequest[];
  /** One behaviour for each request to come, in order; the last one stays. */
  behave(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
}

/** An HTTP server on a free port of this machine that does what a test tells it to. */
export async function startTinyServer(): Promise<TinyServer> {
  const seen: SeenRequest[] = [];
  let queue: Behaviour[] = [];
  const server = createServer((request, response) => {
    void readRequest(request).then((read) => {
      seen.push(read);
      const behaviour = queue.length > 1 ? queue.shift() : queue[0];
      behaviour?.(response, read);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the tiny server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    behave(...behaviours) {
      queue = behaviours;
      seen.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with this text as JSON. */
export const answer =
  (text: string, status = 200): Behaviour =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);

export const answerHtml =
  (text: string, status = 200): Behaviour =>
  (response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end(text);

/** Closes the connection without a word. */
export const drop: Behaviour = (response) => response.destroy();

/** Promises more than it sends, then closes the connection. */
export const cutShort =
  (text: string): Behaviour =>
  (response) => {
    response.writeHead(200, { 'content-length': String(text.length + 100) });
    response.write(text, () => response.destroy());
  };

/** Takes the request and says nothing. */
export const stayMute: Behaviour = () => {};

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://tiny');
  return {
    method: request.method ?? '',
    path: pathname,
    query: searchParams,
    authorization: request.headers.authorization,
    contentType: request.headers['content-type'],
    body: Buffer.concat(chunks).toString(),
  };
}
