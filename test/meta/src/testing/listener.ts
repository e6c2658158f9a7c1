import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that an app received. */
export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** An app's end of the callbacks: notes what it gets and answers what it is told to. */
export interface Listener {
  url: string;
  received: Received[];
  answer: { status: number; body: string };
  close(): Promise<void>;
}

/** Starts a listener on a free port; it answers 200 with an empty body until told otherwise. */
export async function givenListener(): Promise<Listener> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      received.push({ method, path: url, headers, body });
      response.writeHead(listener.answer.status, { 'content-type': 'application/json' });
      response.end(listener.answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const listener: Listener = {
    url: `http://127.0.0.1:${port}`,
    received,
    answer: { status: 200, body: '' },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return listener;
}
