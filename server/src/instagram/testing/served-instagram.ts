import { createHttpClient } from '../../platform/http';
import { startTinyServer, type TinyServer } from '../../platform/http/testing/tiny-server';
import { Secret } from '../../platform/secret';
import { createGraphInstagram } from '../graph-instagram';
import type { Instagram } from '../instagram';

/** Text that must never be seen outside a request: stands in every secret, and in what a server echoes. */
export const CANARY = 'IGAAcanary';

export const TOKEN = new Secret(`${CANARY}token`);
export const APP_SECRET = new Secret(`${CANARY}secret`);
export const ACCOUNT = '17841477965412211';

export interface ServedInstagram {
  readonly instagram: Instagram;
  readonly server: TinyServer;
  close(): Promise<void>;
}

/** The production client, talking to a server on this machine that behaves as a test tells it to. */
export async function serveInstagram(): Promise<ServedInstagram> {
  const server = await startTinyServer();
  const http = createHttpClient({ totalMs: 1_000, responseBytes: 20_000 });
  const instagram = createGraphInstagram({
    appId: '1234567890',
    appSecret: APP_SECRET,
    authorizeUrl: `${server.url}/oauth/authorize`,
    apiUrl: `${server.url}/api/`,
    graphUrl: `${server.url}/graph`,
    graphVersion: 'v26.0',
    refreshWithinMs: 1_000,
    http,
  });
  return {
    instagram,
    server,
    async close() {
      await http.close();
      await server.close();
    },
  };
}
